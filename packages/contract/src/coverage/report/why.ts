import type { Dimension, Proof } from "../points/point.ts";

type Reasons = Partial<Record<Proof, string>>;

/** Why a point is worth a case, by what it is about. */
const BY_DIMENSION: Readonly<Record<Dimension, Reasons>> = {
  operations: { accepted: "An operation that nobody has called is known from its description only." },
  security: {
    accepted: "Unless the credentials are accepted, nothing else that is said about the operation has been tried.",
    refused: "A server that answers strangers gives away what the credentials are there to protect.",
  },
  parameters: {
    accepted: "A parameter may be misspelt, misplaced or ignored for years, until somebody sends it, or leaves it out.",
    refused: "A server that does without what is required has to guess, and callers come to rely on the guess.",
  },
  "request bodies": {
    accepted: "Whether a body may be left out is a promise that generated clients turn into an optional argument.",
    refused: "A server that takes a missing body for an empty one hides the mistake of a caller.",
  },
  "request fields": {
    accepted: "Sent, left out and null are three different wishes. Servers like to take one of them for another.",
  },
  "media types": {
    accepted: "A media type that was never sent may be one that no server reads.",
    refused: "A body that is read as something other than it says is how fields get lost, or slip in.",
    seen: "Readers choose how to read an answer by its media type, and choose once.",
  },
  "enum values": {
    accepted: "Each value is a branch in somebody's code. One that was never sent may be unknown to the server.",
    seen: "Readers switch over these values. One that no answer ever had has never been through their code.",
  },
  keywords: {
    accepted: "A value that is only just right is the first to be turned away when a limit is off by one.",
    refused: "A value that is only just wrong is the first to slip through when a limit is off by one.",
    seen: "An answer that is only just right is the first that an over-strict reader rejects.",
    noticed: "A mock and a proxy are worth as much as the wrong answers that they notice.",
  },
  examples: {
    accepted: "People copy examples. One that was never sent may have been wrong since it was written.",
    seen: "People write their first code against examples, and mocks answer with them.",
  },
  responses: {
    seen: "The code of callers for this has never met one.",
    noticed: "Callers read what the document promises. Where it is missing, somebody has to notice.",
  },
  "response fields": {
    seen: "With a value, null and absent are three cases for a reader. The one that was never seen is the one that fails.",
  },
};

/** Where more can be said. */
const BY_KEYWORD: Readonly<Record<string, Reasons>> = {
  enum: {
    refused: "A value outside of the list that is let through is stored, and breaks whoever reads it.",
    noticed: "An API gains values without saying so. Somebody has to notice, and it had better not be a customer.",
  },
  pattern: { refused: "A pattern that a validator cannot compile is skipped by some of them, in silence." },
  format: {
    refused: "Formats are optional in JSON Schema: many validators ignore them unless they are told not to.",
    noticed: "Formats are optional in JSON Schema: many validators ignore them unless they are told not to.",
  },
  type: {
    refused: "Validators that coerce types turn a wrong value into a right one, and the caller never learns.",
    noticed: "Readers in typed languages fail here first, far from the API that is to blame.",
  },
  additionalProperties: {
    refused: "A misspelt field that is ignored is an update that never happened, with a 200 to show for it.",
  },
  required: {
    refused: "What is required and not insisted on is null in somebody's database.",
    noticed: "Readers do not check what the document promises to be there.",
  },
  if: { accepted: "Conditions are where validators differ most, down to ignoring them." },
  header: { seen: "Headers pass through proxies and frameworks that drop, rename and merge them." },
};

/** Why a point is worth a case. */
export function why({ dimension, keyword, proof }: { dimension: Dimension; keyword: string; proof: Proof }): string {
  return BY_KEYWORD[keyword]?.[proof] ?? BY_DIMENSION[dimension][proof] ?? BY_DIMENSION.keywords[proof] ?? "";
}

import { type ImpactWords, type Rule, ruleOf } from "./rule.ts";

/** The way in which a value travels. Callbacks and webhooks turn it round. */
export type Direction = "request" | "response";

/** What an edit does to the values that a schema allows. `replaces` takes some away and brings others. */
export type Effect = "narrows" | "widens" | "replaces";

/** What generated types show of an edit. Of `literals`, a removed one can be compared with no more. */
type Shown = "type" | "literals" | "nothing";

interface SchemaEntry {
  readonly effect: Effect;
  readonly shown: Shown;
  readonly edit: string;
  /** Where the edit means something else than its effect says. */
  readonly request?: readonly [consequence: string, impact?: ImpactWords];
  readonly response?: readonly [consequence: string, impact?: ImpactWords];
}

/** What decides which values match. */
export const VALUE_EDITS = {
  "type-changed": { effect: "replaces", shown: "type", edit: "{subject} changed its type from {before} to {after}" },
  "type-narrowed": { effect: "narrows", shown: "type", edit: "{subject} narrowed its type from {before} to {after}" },
  "type-widened": { effect: "widens", shown: "type", edit: "{subject} widened its type from {before} to {after}" },
  "integer-became-number": { effect: "widens", shown: "nothing", edit: "{subject} may have a fraction now" },
  "number-became-integer": { effect: "narrows", shown: "nothing", edit: "{subject} may have no fraction any more" },
  "became-nullable": {
    effect: "widens",
    shown: "type",
    edit: "{subject} may be null now",
    request: ["requests may send null"],
    response: ["callers must be ready for null"],
  },
  "became-not-nullable": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} may not be null any more",
    request: ["requests that send null are refused"],
    response: ["callers need not be ready for null"],
  },
  "enum-value-added": {
    effect: "widens",
    shown: "literals",
    edit: "{subject} gained {values}",
    request: ["requests may send it"],
    response: ["responses may hold it, so be ready for a value that is not known"],
  },
  "enum-value-removed": {
    effect: "narrows",
    shown: "literals",
    edit: "{subject} lost {values}",
    request: ["requests that send it are refused"],
    response: ["responses do not hold it any more, and code that compares with it does not compile"],
  },
  "became-enum": { effect: "narrows", shown: "type", edit: "{subject} is limited to {values}" },
  "became-open": { effect: "widens", shown: "type", edit: "{subject} is not limited to {values} any more" },
  "property-added": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} was added",
    request: ["requests may send it", "minor minor minor - -"],
    response: ["responses may hold it"],
  },
  "required-property-added": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} was added, and is required",
    request: ["requests without it are refused, so send it"],
    response: ["responses always hold it"],
  },
  "property-removed": {
    effect: "replaces",
    shown: "type",
    edit: "{subject} was removed",
    request: ["requests that send it are refused, or it is ignored"],
    response: ["callers that read it find nothing"],
  },
  "property-renamed": {
    effect: "replaces",
    shown: "type",
    edit: "{subject} was renamed to `{after}`",
    request: ["requests that send the old name are refused, or it is ignored"],
    response: ["callers that read the old name find nothing"],
  },
  "property-became-required": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} is required now",
    request: ["requests without it are refused, so send it"],
    response: ["responses always hold it"],
  },
  "property-became-optional": {
    effect: "widens",
    shown: "type",
    edit: "{subject} is not required any more",
    request: ["requests may leave it out"],
    response: ["responses may lack it, so be ready for that"],
  },
  // An object that may have other properties than it lists is no surprise to those who read the listed ones.
  "additional-properties-allowed": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} may have properties that are not listed",
    response: ["callers see no difference in what they rely on", "minor patch minor - -"],
  },
  "additional-properties-forbidden": {
    effect: "narrows",
    shown: "nothing",
    edit: "{subject} may not have properties that are not listed any more",
  },
  // Where properties that are not listed were written out, declarations have an index signature for them.
  "known-additional-properties-forbidden": {
    effect: "narrows",
    shown: "literals",
    edit: "{subject} may not have properties that are not listed any more",
  },
  "index-signature-added": {
    effect: "widens",
    shown: "type",
    edit: "{subject} says that it may have properties that are not listed",
    request: ["its type allows reading and writing them", "- minor - - -"],
    response: ["its type allows reading them", "- minor - - -"],
  },
  "index-signature-removed": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} does not say any more that it may have properties that are not listed",
    request: ["its type does not allow writing them", "- major - - -"],
    response: ["its type does not allow reading them", "- major - - -"],
  },
  "property-pattern-added": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} limits properties that match {pattern}",
  },
  "property-pattern-removed": {
    effect: "widens",
    shown: "type",
    edit: "{subject} does not limit properties that match {pattern} any more",
  },
  "limit-tightened": {
    effect: "narrows",
    shown: "nothing",
    edit: "{subject} tightened `{keyword}` from {before} to {after}",
  },
  "limit-loosened": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} loosened `{keyword}` from {before} to {after}",
  },
  "limit-changed": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} changed `{keyword}` from {before} to {after}",
  },
  // A pattern cannot be weighed against another one, and few callers take a response apart by it.
  "pattern-added": { effect: "narrows", shown: "nothing", edit: "{subject} must match {after} now" },
  "pattern-removed": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} need not match {before} any more",
    response: ["callers see no difference in what they rely on", "minor patch minor - -"],
  },
  "pattern-changed": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} must match {after} instead of {before}",
    response: ["callers see no difference in what they rely on", "minor patch minor - -"],
  },
  "format-added": { effect: "narrows", shown: "nothing", edit: "{subject} has the format {after} now" },
  "format-removed": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} does not have the format {before} any more",
  },
  "format-changed": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} changed its format from {before} to {after}",
  },
  "format-widened": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} widened its format from {before} to {after}",
  },
  "format-narrowed": {
    effect: "narrows",
    shown: "nothing",
    edit: "{subject} narrowed its format from {before} to {after}",
  },
  "bytes-became-text": { effect: "replaces", shown: "type", edit: "{subject} changed from bytes to a string" },
  "text-became-bytes": { effect: "replaces", shown: "type", edit: "{subject} changed from a string to bytes" },
  "keyword-added": { effect: "narrows", shown: "nothing", edit: "{subject} is held to `{keyword}` now" },
  "keyword-removed": { effect: "widens", shown: "nothing", edit: "{subject} is not held to `{keyword}` any more" },
  // Of what it holds, more or less allowed may be less or more of the whole.
  "keyword-tightened": { effect: "narrows", shown: "nothing", edit: "{subject} allows less by `{keyword}`: {edits}" },
  "keyword-loosened": { effect: "widens", shown: "nothing", edit: "{subject} allows more by `{keyword}`: {edits}" },
  "keyword-changed": { effect: "replaces", shown: "nothing", edit: "{subject} changed `{keyword}`" },
  "discriminator-changed": {
    effect: "replaces",
    shown: "type",
    edit: "{subject} changed its discriminator",
    request: ["alternatives are told apart in another way", "minor major minor - -"],
    response: ["alternatives are told apart in another way", "minor major minor - -"],
  },
  "alternative-added": { effect: "widens", shown: "type", edit: "{subject} may be {member} too" },
  "alternative-removed": { effect: "narrows", shown: "literals", edit: "{subject} may not be {member} any more" },
  "alternatives-demanded": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} must match one of several schemas too",
  },
  "alternatives-dropped": {
    effect: "widens",
    shown: "type",
    edit: "{subject} need not match one of several schemas any more",
  },
} as const;

/** What does not decide it. */
export const ANNOTATION_EDITS = {
  // Generated code knows nothing of it; callers that read the document do.
  "extensible-value-added": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} gained {values} in `x-extensible-enum`",
    request: ["requests may send it", "minor - - - -"],
    response: ["responses may hold it, as announced", "minor - - - -"],
  },
  "extensible-value-removed": {
    effect: "narrows",
    shown: "nothing",
    edit: "{subject} lost {values} in `x-extensible-enum`",
    request: ["requests that send it are refused", "major - - - -"],
    response: ["responses do not hold it any more", "minor - - - -"],
  },
  "became-deprecated": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} became deprecated",
    request: ["callers should leave it out", "minor minor - - -"],
    response: ["callers should not rely on it", "minor minor - - -"],
  },
  "became-not-deprecated": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} is not deprecated any more",
    request: ["editors do not strike it out any more", "- patch - - patch"],
    response: ["editors do not strike it out any more", "- patch - - patch"],
  },
  "default-changed": {
    effect: "replaces",
    shown: "nothing",
    edit: "{subject} changed its default from {before} to {after}",
    request: ["requests that leave it out mean something else", "major minor - - -"],
    response: ["responses are as before", "- - - - patch"],
  },
  "became-read-only": {
    effect: "narrows",
    shown: "nothing",
    edit: "{subject} became readOnly",
    request: ["requests need not send it, and it is ignored", "minor patch minor - -"],
    response: ["responses are as before", "- patch - - -"],
  },
  "became-not-read-only": {
    effect: "widens",
    shown: "nothing",
    edit: "{subject} is not readOnly any more",
    response: ["responses are as before", "- patch - - -"],
  },
  "became-write-only": {
    effect: "replaces",
    shown: "type",
    edit: "{subject} became writeOnly",
    request: ["callers see no difference in what they rely on", "minor patch minor - -"],
    response: ["callers that read it find nothing"],
  },
  "became-not-write-only": {
    effect: "narrows",
    shown: "type",
    edit: "{subject} is not writeOnly any more",
    request: ["callers see no difference in what they rely on", "minor patch minor - -"],
    response: ["responses may hold it"],
  },
} as const;

/** Fewer values in requests and more in responses break callers; the other way round, none. */
const CONSEQUENCES: Readonly<Record<Direction, Readonly<Record<Effect, string>>>> = {
  request: {
    narrows: "requests that were valid are refused, so check what is sent",
    widens: "requests may send more than before",
    replaces: "requests that were valid are refused, so change what is sent",
  },
  response: {
    narrows: "responses promise more than before",
    widens: "responses may hold what callers do not expect, so handle it",
    replaces: "responses hold something else, so change what reads them",
  },
};

function impactOn(direction: Direction, effect: Effect, shown: Shown): ImpactWords {
  const breaks = effect === "replaces" || effect === (direction === "request" ? "narrows" : "widens");
  // Where declarations look as before, programs fail although their source code compiles.
  if (breaks) return shown === "nothing" ? "major patch major - -" : "major major major - -";
  if (direction === "request") return "minor minor minor - -";
  if (shown === "nothing") return "minor patch minor - -";
  return shown === "literals" ? "minor major minor - -" : "minor minor minor - -";
}

/** Both rules of every edit: `request-EDIT` and `response-EDIT`. */
export function directedRules<Edit extends string>(
  edits: Readonly<Record<Edit, SchemaEntry>>,
): Readonly<Record<`${Direction}-${Edit}`, Rule>> {
  const rules = Object.entries<SchemaEntry>(edits).flatMap(([name, { effect, shown, edit, ...special }]) =>
    (["request", "response"] as const).map((direction) => {
      const [consequence, impact] = special[direction] ?? [CONSEQUENCES[direction][effect]];
      return [`${direction}-${name}`, ruleOf(impact ?? impactOn(direction, effect, shown), edit, consequence)];
    }),
  );
  // The keys are built from those of `edits`.
  return Object.fromEntries(rules) as Readonly<Record<`${Direction}-${Edit}`, Rule>>;
}

/** What is counted, in the order in which it is shown. */
export const DIMENSIONS = [
  "operations",
  "security",
  "parameters",
  "request bodies",
  "request fields",
  "media types",
  "enum values",
  "keywords",
  "examples",
  "responses",
  "response fields",
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/**
 * What has to happen before a point counts as covered.
 *
 * - `accepted`: a right request had it, and got a response that the document has for success
 * - `refused`: nothing else was wrong with the request, and it was turned away
 * - `seen`: a right response had it
 * - `noticed`: nothing else was wrong with the response, and Prism said so
 */
type Proof = "accepted" | "refused" | "seen" | "noticed";

/** One thing that a document says, and that a request or a response can show to be so. */
export interface Point {
  /** Unique and stable: `annotation/UpdateAnnotation/body/CallScore:enum=3`. Fit for the hash of a URL. */
  readonly id: string;
  readonly dimension: Dimension;
  readonly proof: Proof;
  /** Where in the operation: `body`, `CallScore`. The way to a value, for people. */
  readonly place: readonly string[];
  /** The keyword or rule: `minLength`, `null`, `left out`. */
  readonly keyword: string;
  /** In a few letters, beside its place: `33 characters`. */
  readonly label: string;
  /** `CallSid of 33 characters, one too few, is refused.` */
  readonly sentence: string;
  /** File and line of the document. */
  readonly source: string;
  /** Why nothing on the wire can reach it. Such a point is shown, and not counted. */
  readonly unreachable?: string;
}

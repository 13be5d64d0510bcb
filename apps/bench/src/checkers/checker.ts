/** The schemas that are compared, in the view of a client: requests strict, responses lenient. */
export const SCHEMA_NAMES = ["Annotation", "UpdateAnnotationRequest", "OpenOrder", "ClosedOrder"] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];

export type JsonSchema = { readonly [keyword: string]: unknown };

/** What every peer does, in its own fastest documented way. */
export interface Checker {
  /** Whether the value matches, without reasons. */
  is(value: unknown): boolean;
  /** Every reason why it does not, each with its place and a finished message. */
  issues(value: unknown): readonly unknown[];
}

/** A peer's checker of each schema. */
export type Checkers = Readonly<Record<SchemaName, Checker>>;

/** The schemas that are compared, in the view of a client: requests strict, answers lenient. */
export const SCHEMA_NAMES = ["Annotation", "UpdateAnnotationRequest"] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];

import { schemas } from "@earmark/annotation-client/schemas";
import type { Annotation } from "@earmark/annotation-types/strict";
import { Annotation as validator } from "@earmark/annotation-validators/strict";

/** These fields are computed, not stored. */
const IDENTITY = ["account_sid", "call_sid", "url"] as const;
type Stored = Omit<Annotation, (typeof IDENTITY)[number]>;
type Clearable = { [Name in keyof Stored]-?: null extends Stored[Name] ? Name : never }[keyof Stored];

/** The annotation of one call: every field of the document, `null` if it was not set and may be `null`. */
export type AnnotationFields = {
  readonly [Name in Clearable]-?: Exclude<Stored[Name], undefined>;
} & { readonly [Name in Exclude<keyof Stored, Clearable>]?: Stored[Name] };

/** The fields to set; `undefined` leaves a field as it is, `null` clears it. */
export type AnnotationChanges = { readonly [Name in keyof AnnotationFields]?: AnnotationFields[Name] | undefined };

/** The order of the provider's documentation; new fields of the document come after these. */
const DOCUMENTED_ORDER = [
  "answered_by",
  "connectivity_issue",
  "quality_issues",
  "spam",
  "call_score",
  "comment",
  "incident",
];

/** The fields that are stored, in the order of responses. */
export const fieldNames: readonly string[] = [
  ...new Set([...DOCUMENTED_ORDER, ...Object.keys(schemas.Annotation.properties ?? {})]),
]
  .filter((name) => Object.hasOwn(schemas.Annotation.properties ?? {}, name))
  .filter((name) => !IDENTITY.some((identity) => identity === name));

/** The fields of a call that is not annotated. */
export const noAnnotation: AnnotationFields = Object.fromEntries(
  fieldNames.filter((name) => validator.is({ [name]: null })).map((name) => [name, null]),
  // Names and what may be `null` come from the document, and so does the type.
) as AnnotationFields;

/** The annotation after an update. All stores merge with this function. */
export function mergeFields(before: AnnotationFields | undefined, changes: AnnotationChanges): AnnotationFields {
  const sent = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...(before ?? noAnnotation), ...sent };
}

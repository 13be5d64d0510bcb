import type { Annotation } from "@earmark/annotation-types/strict";

type Stored = Omit<Annotation, "call_sid" | "account_sid" | "url">;

/** What was noted about one call. What identifies the annotation is computed, not stored. */
export type AnnotationFields = { readonly [Name in keyof Stored]-?: Exclude<Stored[Name], undefined> };

/** The fields to set; `undefined` leaves a field as it is, `null` clears it. */
export type AnnotationChanges = { readonly [Name in keyof AnnotationFields]?: AnnotationFields[Name] | undefined };

/** A call that nobody has annotated. */
export const noAnnotation: AnnotationFields = {
  answered_by: null,
  connectivity_issue: null,
  quality_issues: null,
  spam: null,
  call_score: null,
  comment: null,
  incident: null,
};

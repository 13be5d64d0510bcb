import { type AnnotationChanges, type AnnotationFields, noAnnotation } from "./annotation-fields.ts";

/** The annotation after an update. What a store merges with, so that all of them mean the same by it. */
export function mergeFields(before: AnnotationFields | undefined, changes: AnnotationChanges): AnnotationFields {
  const sent = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...(before ?? noAnnotation), ...sent };
}

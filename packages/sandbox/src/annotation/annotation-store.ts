import type { AnnotationChanges, AnnotationFields } from "./annotation-fields.ts";

/** Where annotations live, one per account and call. Either method may answer at once or with a promise. */
export interface AnnotationStore {
  /** `undefined` for an annotation that was never written. */
  read(accountSid: string, callSid: string): AnnotationFields | undefined | Promise<AnnotationFields | undefined>;
  /**
   * Sets the changed fields, keeps the others, and returns the result. Must be atomic: two merges at the same time
   * lose nothing of each other.
   */
  merge(accountSid: string, callSid: string, changes: AnnotationChanges): AnnotationFields | Promise<AnnotationFields>;
}

import { type AnnotationChanges, type AnnotationFields, mergeFields } from "./annotation-fields.ts";

/** One annotation of an account. */
export interface StoredAnnotation {
  readonly callSid: string;
  readonly fields: AnnotationFields;
}

/** Where annotations are kept, one per account and call. Every method may return a value or a promise. */
export interface AnnotationStore {
  /** `undefined` for an annotation that was never written. */
  read(accountSid: string, callSid: string): AnnotationFields | undefined | Promise<AnnotationFields | undefined>;
  /**
   * Sets the changed fields, keeps the others, and returns the result. Must be atomic: concurrent merges
   * lose no changes.
   */
  merge(accountSid: string, callSid: string, changes: AnnotationChanges): AnnotationFields | Promise<AnnotationFields>;
  /** All that an account has written, in the order of first writing, which later writes do not change. */
  list(accountSid: string): readonly StoredAnnotation[] | Promise<readonly StoredAnnotation[]>;
}

/** Keeps annotations in memory. Atomic because it never waits between reading and writing. */
export function createMemoryStore(): AnnotationStore {
  const accounts = new Map<string, Map<string, AnnotationFields>>();
  return {
    read: (accountSid, callSid) => accounts.get(accountSid)?.get(callSid),
    merge(accountSid, callSid, changes) {
      const annotations = accounts.get(accountSid) ?? new Map<string, AnnotationFields>();
      const merged = mergeFields(annotations.get(callSid), changes);
      accounts.set(accountSid, annotations.set(callSid, merged));
      return merged;
    },
    // A Map keeps the position of a key that is set again.
    list: (accountSid) => Array.from(accounts.get(accountSid) ?? [], ([callSid, fields]) => ({ callSid, fields })),
  };
}

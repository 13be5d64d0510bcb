import type { AnnotationFields } from "./annotation-fields.ts";
import type { AnnotationStore } from "./annotation-store.ts";
import { mergeFields } from "./merge-fields.ts";

/** Keeps annotations for as long as it exists itself. Atomic because it never waits between reading and writing. */
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
    // A Map keeps the place of a key that is set again.
    list: (accountSid) => Array.from(accounts.get(accountSid) ?? [], ([callSid, fields]) => ({ callSid, fields })),
  };
}

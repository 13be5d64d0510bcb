import { type AnnotationFields, noAnnotation } from "./annotation-fields.ts";
import type { AnnotationStore } from "./annotation-store.ts";

/** Keeps annotations for as long as it exists itself. Atomic because it never waits between reading and writing. */
export function createMemoryStore(): AnnotationStore {
  const annotations = new Map<string, AnnotationFields>();
  const keyOf = (accountSid: string, callSid: string) => `${accountSid}/${callSid}`;
  return {
    read: (accountSid, callSid) => annotations.get(keyOf(accountSid, callSid)),
    merge(accountSid, callSid, changes) {
      const key = keyOf(accountSid, callSid);
      const sent = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const merged: AnnotationFields = { ...(annotations.get(key) ?? noAnnotation), ...sent };
      annotations.set(key, merged);
      return merged;
    },
  };
}

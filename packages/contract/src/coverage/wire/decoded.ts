import { type Breach, type InstancePath, isSamePlace, type Outcome } from "../schema/outcome.ts";

/** What was read from the wire, and what could not be read. */
export interface Decoded {
  /** `undefined` when it was not sent. What cannot be read is the text that it is. */
  readonly value: unknown;
  readonly breaches: readonly Breach[];
}

export const NOT_SENT: Decoded = { value: undefined, breaches: [] };

/** Something that is not written in the way in which the document has it written. No point stands for it. */
export function unreadable(at: InstancePath, value: unknown): Decoded {
  return { value, breaches: [{ at }] };
}

/** Adds what could not be read to what a schema has to say, which knows nothing about those places. */
export function withUnreadable(outcome: Outcome, unread: readonly Breach[]): Outcome {
  if (unread.length === 0) return outcome;
  const known = outcome.breaches.filter(({ at }) => !unread.some((each) => isSamePlace(at, each.at)));
  return { ...outcome, breaches: [...known, ...unread] };
}

/** Percent-decodes a string (RFC 3986 section 2.1); in a form, `+` is a space. `undefined` when it is malformed. */
export function decodePercent(text: string, form = false): string | undefined {
  try {
    return decodeURIComponent(form ? text.replaceAll("+", " ") : text);
  } catch {
    return undefined;
  }
}

export function parseJson(text: string, at: InstancePath): Decoded {
  try {
    return { value: JSON.parse(text), breaches: [] };
  } catch {
    return unreadable(at, text);
  }
}

import { EncodeError } from "./encode-error.ts";

/** A primitive as the wire has it: `true`, `2`, text. Half a surrogate pair is refused, for it would arrive as U+FFFD. */
export function toText(path: readonly (string | number)[], value: unknown): string {
  if (typeof (value ?? {}) === "object" || /\p{Cs}/u.test(String(value))) {
    throw new EncodeError(path, "a number, a boolean or well-formed text", value);
  }
  return String(value);
}

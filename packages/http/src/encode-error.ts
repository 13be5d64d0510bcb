import type { Issue } from "@earmark/validation";
import { report } from "@earmark/validation/runtime";

/** A value cannot be written on the wire. A client turns it into a {@link RequestValidationError}. */
export class EncodeError extends Error {
  readonly issues: Issue[] = [];
}

export function refuse(path: Issue["path"], expected: string, value: unknown): never {
  const error = new EncodeError(`${path.join("/")} must be ${expected}`);
  report(error.issues, path, "type", expected, value);
  throw error;
}

/** A primitive as a string: `true`, `2`; `null` is empty. Half a surrogate pair, which would arrive as U+FFFD, is refused. */
export function primitiveString(name: string, value: unknown): string {
  const text = String(value ?? "");
  return Object(value) === value || /\p{Cs}/u.test(text) ? refuse([name], "string, number or boolean", value) : text;
}

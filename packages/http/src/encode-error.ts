import type { Issue } from "@earmark/validation";
import { report } from "@earmark/validation/runtime";

/** A value cannot be encoded. A client turns it into a {@link RequestValidationError}. */
export class EncodeError extends Error {
  readonly issues: Issue[] = [];
}

export function refuse(path: Issue["path"], expected: string, value: unknown): never {
  const error = new EncodeError(`${path.join("/")} must be ${expected}`);
  report(error.issues, path, "type", expected, value);
  throw error;
}

/** A primitive as a string; `null` is empty. Refuses half a surrogate pair, which would arrive as U+FFFD. */
export function primitiveString(name: string, value: unknown): string {
  const text = String(value ?? "");
  return Object(value) === value || /\p{Cs}/u.test(text) ? refuse([name], "string, number or boolean", value) : text;
}

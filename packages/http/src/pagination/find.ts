import type { Operation } from "../operation.ts";
import { ResponseValidationError } from "../validation-error.ts";

/**
 * The value that a JSON pointer leads to; `undefined` where there is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function find(value: unknown, pointer: string): unknown {
  let found = value;
  for (const name of segments(pointer)) {
    // What an object inherits is not in the document.
    found = Object.hasOwn(Object(found), name) ? (found as Record<string, unknown>)[name] : undefined;
  }
  return found;
}

/** A page from which there is no way on; to go on as if it were the last one would lose what follows. */
export function broken(
  { method, path, responses }: Operation,
  baseUrl: string,
  pointer: string,
  expected: string,
  value: unknown,
): ResponseValidationError {
  const status = Number(Object.keys(responses).find((one) => /^2\d\d$/.test(one)) ?? 200);
  const answer = { method, url: baseUrl.replace(/\/+$/, "") + path, status, requestId: undefined };
  const message = `must be ${expected}`;
  return new ResponseValidationError(answer, [
    { path: segments(pointer), code: "pagination", message, expected, value },
  ]);
}

function segments(pointer: string): string[] {
  const tokens = pointer.split("/").slice(1);
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

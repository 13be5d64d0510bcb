import type { ErrorReader } from "./definition.ts";
import { valueAt } from "./json-pointer.ts";
import { describedStatus } from "./response.ts";

/** Reads errors as their response says, by `readErrors` of the operation, and the others by `otherwise`. */
export function errorOfResponse(otherwise: ErrorReader): ErrorReader {
  return (body, status, operation) => {
    const { errors = {}, readErrors = {} } = operation;
    const read = readErrors[describedStatus(errors, status) ?? ""] ?? otherwise;
    return read(body, status, operation);
  };
}

/** Where an error has a message, the first that there is: an object, and in it what makes the message together. */
const MESSAGES: readonly (readonly [place: string, ...names: string[]])[] = [
  ["", "title", "detail"],
  ["/error", "message"],
  ["/errors/0", "message"],
  ["/errors/0", "title", "detail"],
  ["", "message"],
];

/**
 * Reads errors of an API whose document does not say where they have their parts: RFC 9457 (with `code` as its extension),
 * else `message` and `code` of `error`, of the first of `errors` (or its `title` and `detail`, as in JSON:API), or of the
 * body itself.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457#section-3
 */
export const usualError: ErrorReader = (body) => {
  const stringsAt = (...pointers: readonly string[]) => {
    return pointers.map((pointer) => valueAt(body, pointer)).filter((value) => typeof value === "string");
  };
  const messages = MESSAGES.map(([place, ...names]) => ({
    place,
    message: stringsAt(...names.map((name) => `${place}/${name}`))
      .map((text) => text.replace(/\.$/, ""))
      .join(": "),
  }));
  const { place = "", message } = messages.find((one) => one.message) ?? {};
  // What has the message need not have the code: a list of errors may have only codes.
  const codes = [place, "/error", "/errors/0", ""].map((one) => valueAt(body, `${one}/code`));
  return [
    codes.find((code) => typeof code === "string" || typeof code === "number"),
    message,
    // The type of a problem need not be a link: by default, it is about:blank.
    stringsAt("/type").find((type) => /^https?:/.test(type)),
  ];
};

/** The id of a request of an API whose document names no header for it: `X-Request-Id`, else `Request-Id`. */
export function usualRequestId(headers: Headers): string | null {
  return headers.get("x-request-id") ?? headers.get("request-id");
}

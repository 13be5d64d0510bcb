import { requestId } from "./request-id.ts";
import { ResponseValidationError } from "./response-validation-error.ts";

/** A success whose body is not the JSON that the document promises: HTML of a proxy, nothing, half of it. */
export function notJson(
  method: string,
  { status, url, headers }: Pick<Response, "status" | "url" | "headers">,
): ResponseValidationError {
  const message = `must be JSON, received none that parses (content type ${headers.get("content-type")})`;
  return new ResponseValidationError(
    { method, url, status, requestId: requestId(headers) },
    [{ path: [], code: "json", message, expected: "JSON", value: undefined }],
    `the body ${message}`,
  );
}

import type { ResponseValidationError } from "@earmark/annotation-client";

/** Where a response differs from the document, in lines. Paths and codes only: values may be personal data. */
export function describeInvalidAnswer(error: ResponseValidationError): readonly [string, string] {
  const { status, issues, method, url, requestId } = error;
  const found = issues.map(({ path, code }) => `${path.join("/") || "body"} (${code})`).join(", ");
  const request = requestId === undefined ? "" : `, request ${requestId}`;
  return [`The ${status} answer is not what the API promises: ${found}.`, `${method} ${url}${request}`];
}

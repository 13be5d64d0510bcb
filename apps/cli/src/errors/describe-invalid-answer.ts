import type { ResponseValidationError } from "@earmark/annotation-client";

/** Where an answer differs from the document. Paths and codes only: values may be personal data. */
export function describeInvalidAnswer(error: ResponseValidationError): string {
  const { status, issues, method, url, requestId } = error;
  const found = issues.map(({ path, code }) => `${path.join("/") || "body"} (${code})`).join(", ");
  const request = requestId === undefined ? "" : `, request ${requestId}`;
  return `The ${status} answer is not what the API promises: ${found}.\n${method} ${url}${request}`;
}

import type { ResponseValidationError } from "@earmark/annotation-client";
import { shortened } from "../output/strings.ts";

/** Of issues, and of characters of a path: a hostile response has a thousand issues with names of megabytes. */
const SHOWN = 10;
const LONGEST = 100;

/** Where a response differs from the document, in lines. Paths and codes only: values may be personal data. */
export function describeInvalidAnswer(error: ResponseValidationError): readonly [string, string] {
  const { status, issues, method, url, requestId } = error;
  const found = issues
    .slice(0, SHOWN)
    .map(({ path, code }) => `${shortened(path.join("/"), LONGEST) || "body"} (${code})`)
    .join(", ");
  const rest = issues.length > SHOWN ? `, and ${issues.length - SHOWN} more` : "";
  const request = requestId === undefined ? "" : `, request ${requestId}`;
  return [`The ${status} answer is not what the API promises: ${found}${rest}.`, `${method} ${url}${request}`];
}

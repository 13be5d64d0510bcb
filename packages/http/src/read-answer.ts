import type { Check, Issue } from "@earmark/validation";
import { issuesOf, report } from "@earmark/validation/runtime";
import { parseRedacted } from "./errors/parse-redacted.ts";
import { requestId } from "./errors/request-id.ts";
import { ResponseTooLargeError } from "./errors/response-too-large-error.ts";
import type { Operation, ResponseDescription } from "./operation.ts";
import type { Body } from "./response.ts";
import { ResponseValidationError } from "./validation-error.ts";

/** The value of a successful answer, and what is wrong with it. */
export interface Answer {
  readonly value?: unknown;
  readonly error?: ResponseValidationError | undefined;
}

/** Reads a successful answer as the document describes it. Throws where there is no value to speak of. */
export function readAnswer(
  { method, responses }: Operation,
  { status, url, headers, content: body, media }: Body,
  checks: Readonly<Record<string, Check>>,
  redact: (text: string) => string,
): Answer {
  const content = successOf(responses, status)?.content;
  if (typeof body === "number") throw new ResponseTooLargeError({ method, url }, status, body);
  // 204 and 205 have no content, whatever the document says (RFC 9110 sections 15.3.5 and 15.3.6); nor has a HEAD.
  if (!content || method === "HEAD" || status === 204 || status === 205) return {};
  // Without the wire, there is one media type.
  const [mediaType, { schema = "" }] = media ?? Object.entries(content)[0] ?? ["", {}];
  const broken = (issues: readonly Issue[]) =>
    new ResponseValidationError({ method, url, status, requestId: requestId(headers, redact) }, issues);
  let value: unknown = body;
  if (/[/+]json *(;|$)/i.test(mediaType)) {
    try {
      value = JSON.parse(`${body}`);
    } catch {
      const issues: Issue[] = [];
      report(issues, [], "json", true, undefined);
      throw broken(issues);
    }
  }
  const check = checks[schema];
  // Issues repeat what was received, which must not be the credentials.
  const found =
    check && typeof body === "string" && issuesOf(check, value)[0]
      ? issuesOf(check, value === body ? redact(body) : parseRedacted(body, redact))
      : undefined;
  return { value, error: found && broken(found) };
}

/**
 * What the document says about a success. One that it does not know is read as the first that it does, which is what the
 * types promise; never as an error, the only thing that some operations have, and that `default` is beside a success.
 */
export function successOf(responses: Operation["responses"], status: number): ResponseDescription | undefined {
  // Statuses come in numerical order, as all keys do that are integers.
  const first = Object.keys(responses).find((known) => known[0] === "2") ?? "";
  return responses[status] ?? responses["2XX"] ?? responses[first] ?? responses.default;
}

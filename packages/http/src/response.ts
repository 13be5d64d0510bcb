import type { Issue } from "@earmark/validation";
import { issuesOf, report } from "@earmark/validation/runtime";
import { type CompleteResponse, ResponseTooLargeError } from "./complete-response.ts";
import type { OperationDefinition, ResponseDefinition } from "./definition.ts";
import { isJson } from "./media-type.ts";
import type { Operation, ResponseDescription } from "./operation.ts";
import { parseRedacted } from "./redact.ts";
import { ResponseValidationError } from "./validation-error.ts";

/**
 * The value of a successful response, as the document describes it. Throws where there is no value.
 *
 * @param onInvalid called with what is wrong with the value.
 */
export function readResult(
  { method, responses }: OperationDefinition,
  response: CompleteResponse,
  isChecked: boolean,
  redact: (text: string) => string,
  onInvalid: (error: ResponseValidationError) => void,
): unknown {
  const { status, content: body, media } = response;
  if (body instanceof ResponseTooLargeError) throw body;
  const content = successOf(responses, status)?.content;
  // 204 and 205 have no content, even if the document gives them some (RFC 9110 sections 15.3.5 and 15.3.6); nor has a HEAD.
  if (!content || method === "HEAD" || status === 204 || status === 205) return undefined;
  // Without the wire, there is one media type.
  const [mediaType = "", { check } = {}] = media ?? Object.entries(content)[0] ?? [];
  let value: unknown = body;
  if (isJson(mediaType)) {
    try {
      value = JSON.parse(`${body}`);
    } catch {
      const issues: Issue[] = [];
      report(issues, [], "json", true, undefined);
      throw broken(method, response, redact, issues);
    }
  }
  // Issues repeat what was received, which must not be the credentials.
  if (isChecked && check && typeof body === "string" && issuesOf(check, value)[0]) {
    const redacted = value === body ? redact(body) : parseRedacted(body, redact);
    onInvalid(broken(method, response, redact, issuesOf(check, redacted)));
  }
  return value;
}

/** The documented headers of a successful response, decoded. */
export function readHeaders(
  { method, responses, readHeaders: decode }: OperationDefinition,
  response: CompleteResponse,
  isChecked: boolean,
  redact: (text: string) => string,
  onInvalid: (error: ResponseValidationError) => void,
): object {
  const described = successOf(responses, response.status)?.headers ?? {};
  const read = (headers: Headers, onIssues: (issues: readonly Issue[]) => void) =>
    decode?.(headers, described, onIssues) ?? {};
  return read(response.headers, () => {
    // Issues repeat what was received, which must not be the credentials.
    const redacted = [...response.headers].map(([name, value]): [string, string] => [name, redact(value)]);
    read(new Headers(redacted), (issues) => isChecked && onInvalid(broken(method, response, redact, issues)));
  });
}

function broken(
  method: string,
  { url, status, headers }: CompleteResponse,
  redact: (text: string) => string,
  issues: readonly Issue[],
): ResponseValidationError {
  return new ResponseValidationError({ method, url, status, requestId: requestId(headers, redact) }, issues);
}

/**
 * What the document says about a status: by itself, by its range, or by default.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
export function responseOf(responses: Operation["responses"], status: number): ResponseDescription | undefined {
  return responses[describedStatus(responses, status) ?? ""];
}

/** The key under which the document says something about a status. */
export function describedStatus(responses: object, status: number): string | undefined {
  return [`${status}`, `${Math.floor(status / 100)}XX`, "default"].find((key) => Object.hasOwn(responses, key));
}

/**
 * What the document says about a success. One that it does not know is read as the first that it does, which is what the
 * types promise; never as an error, the only thing that some operations have, and that `default` is beside a success.
 */
export function successOf(responses: OperationDefinition["responses"], status: number): ResponseDefinition | undefined {
  // Statuses come in numerical order, as all keys do that are integers.
  const first = Object.keys(responses).find((known) => known[0] === "2") ?? "";
  return responses[status] ?? responses["2XX"] ?? responses[first] ?? responses.default;
}

/** The number of the request, which the provider's support asks for. */
export function requestId(headers: Headers, redact: (text: string) => string): string | undefined {
  const id = headers.get("twilio-request-id");
  return id ? redact(id) : undefined;
}

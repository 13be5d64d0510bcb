import type { Issue } from "@earmark/validation";
import { issuesOf, report } from "@earmark/validation/runtime";
import { ResponseTooLargeError } from "./complete-response.ts";
import type { OperationDefinition, ResponseDefinition, ResponseReader } from "./definition.ts";
import { isJson } from "./media-type.ts";
import type { Operation, ResponseDescription } from "./operation.ts";
import { parseRedacted } from "./redact.ts";
import { ResponseValidationError } from "./validation-error.ts";

/** A success with all that it says besides its body. */
export interface TypedResponse<Status extends number, Value, Named extends object = object> {
  readonly status: Status;
  readonly value: Value;
  /** The documented headers, decoded, under the names that the document spells; all of them, as they are, in `raw`. */
  readonly headers: Named & { readonly raw: Headers };
}

/** The value of the body. */
export const readResult: ResponseReader = ({ method, responses }, response, facts, redact, onIssues) => {
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
      report(issues, [], "json", true);
      throw new ResponseValidationError(facts, issues);
    }
  }
  // Issues repeat what was received, which must not be the credentials.
  if (onIssues && check && typeof body === "string" && issuesOf(check, value)[0]) {
    onIssues(issuesOf(check, value === body ? redact(body) : parseRedacted(body, redact)));
  }
  return value;
};

/** A {@link TypedResponse}. */
export const readComplete: ResponseReader = (operation, response, facts, redact, onIssues) => {
  const { status, headers } = response;
  const { responses, readHeaders } = operation;
  const value = readResult(operation, response, facts, redact, onIssues);
  const described = successOf(responses, status)?.headers ?? {};
  return { value, status, headers: { ...readHeaders?.(headers, described, redact, onIssues), raw: headers } };
};

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
  const text = `${status}`;
  return [text, `${text[0]}XX`, "default"].find((key) => Object.hasOwn(responses, key));
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

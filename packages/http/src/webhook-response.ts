import type { Check, Issue } from "@earmark/validation";
import { issuesOf, report } from "@earmark/validation/runtime";
import { toBlob } from "./body-codec.ts";
import { bestMatch, isJson, isRange } from "./media-type.ts";
import { responseOf } from "./response.ts";
import { ResponseValidationError } from "./validation-error.ts";
import type { Webhook, WebhookReply } from "./webhook-definition.ts";

const TITLES = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  500: "Internal Server Error",
  501: "Not Implemented",
} as const;

/** A request that no handler gets to see. The response is a problem (RFC 9457). */
export class Refusal extends Error {
  readonly #status: keyof typeof TITLES;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(status: keyof typeof TITLES, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.#status = status;
    this.#headers = headers;
  }

  toResponse(): Response {
    const status = this.#status;
    const problem = { title: TITLES[status], status, detail: this.message };
    const headers = { ...this.#headers, "content-type": "application/problem+json" };
    return new Response(JSON.stringify(problem), { status, headers });
  }
}

/**
 * What a handler returned, as a response. A `Response` is sent as it is.
 *
 * @throws {ResponseValidationError} where it breaks the document.
 */
export function toResponse(
  webhook: Webhook,
  returned: unknown,
  url: string,
  checks: Readonly<Record<string, Check>>,
): Response {
  if (returned === undefined || returned === null)
    return new Response(null, { status: successStatus(webhook.responses) });
  if (isResponse(returned)) return returned;
  // The declaration of the handler allows nothing else; what is no reply breaks the document below.
  const reply = returned as WebhookReply;
  const { status, body, headers, contentType = plainType(webhook, reply) } = reply;
  const encoded = body === undefined ? null : encode(body, contentType);
  const issues = issuesOfReply(webhook, reply, checks);
  if (encoded === undefined) report(issues, [], "type", "string", body);
  if (issues.length > 0 || encoded === undefined)
    throw new ResponseValidationError({ method: webhook.method, url, status, requestId: undefined }, issues);
  const all = new Headers(headers);
  if (encoded !== null && contentType !== undefined) all.set("content-type", contentType);
  return new Response(encoded, { status, headers: all });
}

/** The first media type of a response, if it is a single one. */
function plainType({ responses }: Webhook, { status }: WebhookReply): string | undefined {
  const [first] = Object.keys(responseOf(responses, status)?.content ?? {});
  return first !== undefined && isRange(first) ? undefined : first;
}

function issuesOfReply(
  { responses }: Webhook,
  { status, body, contentType }: WebhookReply,
  checks: Readonly<Record<string, Check>>,
): Issue[] {
  const issues: Issue[] = [];
  const described = responseOf(responses, status);
  const content = described?.content ?? {};
  const known = Object.keys(content);
  const declared = contentType === undefined ? known[0] : bestMatch(contentType, known);
  if (described === undefined) report(issues, ["status"], "enum", Object.keys(responses), status);
  else if (body === undefined && described.content) report(issues, [], "required", true, undefined);
  else if (body !== undefined && declared === undefined) report(issues, ["contentType"], "enum", known, contentType);
  const check = declared === undefined ? undefined : checks[content[declared]?.schema ?? ""];
  if (check && body !== undefined) issues.push(...issuesOf(check, body));
  return issues;
}

/** The status of a success that has nothing more to say: the first that the document has, one without content if there is. */
function successStatus(responses: Webhook["responses"]): number {
  const known = Object.keys(responses).filter((status) => status.startsWith("2"));
  const status = known.find((one) => !responses[one]?.content) ?? known[0] ?? (responses.default ? "200" : "204");
  return Number(status.replace("XX", "00"));
}

function encode(body: unknown, contentType = ""): string | Blob | undefined {
  if (isJson(contentType)) return JSON.stringify(body);
  return typeof body === "string" ? body : toBlob(body);
}

/** By its tag: a response of another realm is no instance of this one's class. */
function isResponse(value: unknown): value is Response {
  return Object.prototype.toString.call(value) === "[object Response]";
}

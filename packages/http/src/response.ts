import type { Check, Issue } from "@earmark/validation";
import { issuesOf, report } from "@earmark/validation/runtime";
import type { Fetch } from "./fetch.ts";
import { HttpError, type Target } from "./http-error.ts";
import { isJson } from "./media-type.ts";
import type { MediaType, Operation, ResponseDescription } from "./operation.ts";
import { parseRedacted } from "./redact.ts";
import { ResponseValidationError } from "./validation-error.ts";

/** A response whose body has been read: what a method makes its result or its error of. */
export interface CompleteResponse extends Pick<Response, "ok" | "status" | "url" | "headers"> {
  /**
   * The body: a string, or where the wire reads it, a Blob or its chunks. Or the error that it is larger than
   * what is read, which only a success throws.
   */
  readonly content: string | Blob | readonly Uint8Array[] | ResponseTooLargeError;
  /** The media type that it is read as, and what the document says about that; by default, the only one. */
  readonly media?: readonly [mediaType: string, media: MediaType] | undefined;
}

/** Reads the body as part of the attempt, so that one which is cut off fails the attempt and not its reader. */
export function withContent(fetch: Fetch, limit: number, method: "text" | "blob"): Fetch<CompleteResponse> {
  return async (request, init) => {
    const response = await fetch(request, init);
    const { ok, status, headers, url } = response;
    return {
      ok,
      status,
      headers,
      url: url || request.url,
      content: (await readContent(response, limit, method)) ?? new ResponseTooLargeError(request, status, limit),
    };
  };
}

async function readContent(
  response: Response,
  limit: number,
  method: "text" | "blob",
): Promise<CompleteResponse["content"] | undefined> {
  // React Native, mocks and node-fetch have no stream, or another one, and some of them only `text()`. What they have
  // read is in memory already, and not worth counting byte by byte.
  const reader = response.body?.getReader?.();
  if (!reader) {
    const whole = await (response[method]?.() ?? response.text());
    return (typeof whole === "string" ? whole.length : whole.size) > limit ? undefined : whole;
  }
  // As `response.text()` does it: without a byte order mark, and with U+FFFD for what is no UTF-8.
  const decoder = new TextDecoder();
  const chunks: Uint8Array[] = [];
  let text = "";
  for (let size = 0; size <= limit; ) {
    const { done, value } = await reader.read();
    if (done) return method === "text" ? text + decoder.decode() : chunks;
    size += value.byteLength;
    if (method === "text") text += decoder.decode(value, { stream: true });
    else chunks.push(value);
  }
  // Closes the connection; a failure to do so is ignored.
  reader.cancel().catch(() => {});
  return undefined;
}

/**
 * The value of a successful response, as the document describes it. Throws where there is no value.
 *
 * @param onInvalid called with what is wrong with the value.
 */
export function readResult(
  { method, responses }: Operation,
  { status, headers, url, content: body, media }: CompleteResponse,
  checks: Readonly<Record<string, Check>>,
  redact: (text: string) => string,
  onInvalid: (error: ResponseValidationError) => void,
): unknown {
  if (body instanceof ResponseTooLargeError) throw body;
  const content = successOf(responses, status)?.content;
  // 204 and 205 have no content, even if the document gives them some (RFC 9110 sections 15.3.5 and 15.3.6); nor has a HEAD.
  if (!content || method === "HEAD" || status === 204 || status === 205) return undefined;
  // Without the wire, there is one media type.
  const [mediaType = "", { schema = "" } = {}] = media ?? Object.entries(content)[0] ?? [];
  const broken = (issues: readonly Issue[]) =>
    new ResponseValidationError({ method, url, status, requestId: requestId(headers, redact) }, issues);
  let value: unknown = body;
  if (isJson(mediaType)) {
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
  if (check && typeof body === "string" && issuesOf(check, value)[0]) {
    onInvalid(broken(issuesOf(check, value === body ? redact(body) : parseRedacted(body, redact))));
  }
  return value;
}

/**
 * What the document says about a status: by itself, by its range, or by default.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
export function responseOf(responses: Operation["responses"], status: number): ResponseDescription | undefined {
  return responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default;
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

/** The number of the request, which the provider's support asks for. */
export function requestId(headers: Headers, redact: (text: string) => string): string | undefined {
  const id = headers.get("twilio-request-id");
  return id ? redact(id) : undefined;
}

/** A success has a larger body than `maxResponseBytes` allows. The rest was not read, and the connection is closed. */
export class ResponseTooLargeError extends HttpError {
  override readonly name = "ResponseTooLargeError";
  readonly code = "size";
  declare readonly status: number;
  /** What is allowed, in bytes after decompression. */
  declare readonly maxResponseBytes: number;

  constructor({ method, url }: Target, status: number, maxResponseBytes: number) {
    const message = `The ${status} response has more than ${maxResponseBytes} bytes: raise maxResponseBytes, or stream it with raw.`;
    super(message, { method, url, status, maxResponseBytes } as Target);
  }
}

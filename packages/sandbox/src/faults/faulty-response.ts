import { type JsonResponse, type SerializedResponse, toResponse } from "../response/json-response.ts";
import { injectedError } from "../response/refusals.ts";
import { connectionClosed, connectionReset } from "./connection-failure.ts";
import type { FaultyBody } from "./fault.ts";
import type { FaultOutcome } from "./fault-plan.ts";

/**
 * Applies a fault to the response, but for `body`.
 *
 * @param process serves the request; called at most once, and not at all when the request must have no effect.
 * @throws {TypeError} when the connection is to be reset
 */
export async function applyOutcome(
  outcome: FaultOutcome | undefined,
  process: () => Promise<JsonResponse>,
): Promise<JsonResponse> {
  if (outcome === undefined) return process();
  const { status, code, retryAfter, reset, processed = false, json } = outcome;
  if (reset) {
    if (processed) await process();
    throw connectionReset();
  }
  if (status !== undefined && processed) await process();
  const response = status === undefined ? await process() : injectedError(status, code, retryAfter).toJsonResponse();
  // A response without a body, such as 204, must not get one.
  return json === undefined || response.body === undefined ? response : { ...response, body: json };
}

const page = (status: number) =>
  `<!doctype html><html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`;

/** Applies a fault to the body of a response, if it has one. */
export function withFaultyBody(response: SerializedResponse, method: string, fault: FaultyBody | undefined): Response {
  const { status, body } = response;
  if (fault === undefined || body === undefined) return toResponse(response, method);
  const half = body.slice(0, body.length / 2);
  switch (fault) {
    case "truncated":
      return truncated(response, method, half);
    case "malformed":
      return toResponse(withBody(response, half), method);
    case "html":
      return toResponse(withBody(response, page(status), "text/html; charset=utf-8"), method);
    case "text":
      return toResponse(withBody(response, body, "text/plain; charset=utf-8"), method);
    case "empty":
      return toResponse(withBody(response, ""), method);
  }
}

/** `Content-Length` stays that of the whole body. */
function truncated({ status, headers }: SerializedResponse, method: string, half: string): Response {
  if (method === "HEAD") return new Response(null, { status, headers });
  let sent = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(connectionClosed());
      else controller.enqueue(new TextEncoder().encode(half));
      sent = true;
    },
  });
  return new Response(stream, { status, headers });
}

function withBody(
  { status, headers }: SerializedResponse,
  body: string,
  type = headers["content-type"] ?? "",
): SerializedResponse {
  const length = String(new TextEncoder().encode(body).length);
  return { status, headers: { ...headers, "content-type": type, "content-length": length }, body };
}

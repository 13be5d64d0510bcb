import { type Answer, type Rendered, toResponse } from "../response/json-response.ts";
import { faulty } from "../response/refusals.ts";
import { connectionClosed, connectionReset } from "./connection-failure.ts";
import type { FaultyBody } from "./fault.ts";
import type { FaultOutcome } from "./fault-plan.ts";

/**
 * The answer that a fault leaves of the real one, its body aside.
 *
 * @param process does what was asked for; called at most once, and not at all when the request is to have no effect.
 * @throws {TypeError} when the connection is to be reset
 */
export async function applyOutcome(outcome: FaultOutcome | undefined, process: () => Promise<Answer>): Promise<Answer> {
  if (outcome === undefined) return process();
  const { status, code, retryAfter, reset, processed = false, json } = outcome;
  if (reset) {
    if (processed) await process();
    throw connectionReset();
  }
  if (status !== undefined && processed) await process();
  const answer = status === undefined ? await process() : faulty(status, code, retryAfter).toAnswer();
  // What has no body, such as 204, cannot be given one.
  return json === undefined || answer.body === undefined ? answer : { ...answer, body: json };
}

const page = (status: number) =>
  `<!doctype html><html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`;

/** An answer with something wrong about its body, if it is to have that and has one. */
export function spoil(rendered: Rendered, method: string, body: FaultyBody | undefined): Response {
  const { status, text } = rendered;
  if (body === undefined || text === undefined) return toResponse(rendered, method);
  const half = text.slice(0, text.length / 2);
  switch (body) {
    case "truncated":
      return truncated(rendered, method, half);
    case "malformed":
      return toResponse(withBody(rendered, half), method);
    case "html":
      return toResponse(withBody(rendered, page(status), "text/html; charset=utf-8"), method);
    case "text":
      return toResponse(withBody(rendered, text, "text/plain; charset=utf-8"), method);
    case "empty":
      return toResponse(withBody(rendered, ""), method);
  }
}

/** The length that is announced stays that of the whole. */
function truncated({ status, headers }: Rendered, method: string, half: string): Response {
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

function withBody({ status, headers }: Rendered, text: string, type = headers["content-type"] ?? ""): Rendered {
  const length = String(new TextEncoder().encode(text).length);
  return { status, headers: { ...headers, "content-type": type, "content-length": length }, text };
}

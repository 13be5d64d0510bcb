import { type Rendered, toResponse } from "../response/json-response.ts";
import { connectionClosed } from "./connection-failure.ts";
import type { FaultyBody } from "./fault.ts";

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

import type { IncomingMessage } from "node:http";
import { invalid, notFound } from "../answer/refusals.ts";

/** What a URI may consist of (RFC 3986 section 2); the URL parser would quietly repair anything else. */
const URI = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i;

/** What `Request` refuses to be made with. No operation has these methods, nor the name that stands in for them. */
const REFUSED_METHODS = new Set(["CONNECT", "TRACE"]);

/**
 * The same request in the terms of `fetch`. Nothing of the body is read before somebody asks for it.
 *
 * @param ownOrigin for HTTP/1.0, which needs no Host.
 * @param onBodyWanted called before the first part of the body is read.
 * @throws {Refusal} 400 for a malformed target, host or header, 404 for a path with dot segments
 */
export function toRequest(incoming: IncomingMessage, ownOrigin: string, onBodyWanted: () => void): Request {
  const { method = "GET" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  const init = {
    method: REFUSED_METHODS.has(method) ? "REFUSED" : method,
    headers: headersOf(incoming),
    body: hasBody ? bodyOf(incoming, onBodyWanted) : null,
    // Required for streams by the Fetch Standard, and missing from the type of the DOM.
    duplex: "half",
  };
  return new Request(targetOf(incoming, ownOrigin), init);
}

/** @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
function targetOf(incoming: IncomingMessage, ownOrigin: string): URL {
  const { url: target = "/" } = incoming;
  const absolute = /^https?:\/\/[^/?#]+/i.exec(target)?.[0];
  const url = (absolute ?? originOf(incoming, ownOrigin)) + target.slice(absolute?.length ?? 0);
  if (!URI.test(target) || !URL.canParse(url)) throw invalid("The URL is malformed");
  const parsed = new URL(url);
  const [path = ""] = target.slice(absolute?.length ?? 0).split(/[?#]/);
  // Only dot segments can differ by now. `fetch` resolves them before it sends; a path that still has some is none.
  if (parsed.pathname !== (path || "/")) throw notFound(path);
  return parsed;
}

function originOf({ headersDistinct, httpVersion }: IncomingMessage, ownOrigin: string): string {
  const [host, ...others] = headersDistinct.host ?? [];
  if (host === undefined && httpVersion === "1.0") return ownOrigin;
  if (host === undefined || others.length > 0 || !HOST.test(host)) throw invalid("The Host header is malformed");
  return `http://${host}`;
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  try {
    const pairs = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    return new Headers(pairs);
  } catch {
    throw invalid("A header is malformed");
  }
}

function bodyOf(incoming: IncomingMessage, onBodyWanted: () => void): ReadableStream<Uint8Array> {
  // Whoever stops reading early still wants to answer, so the connection must survive that.
  const chunks = incoming.iterator({ destroyOnReturn: false });
  let wanted = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!wanted) onBodyWanted();
        wanted = true;
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

import type { IncomingMessage } from "node:http";
import { FAULT_HEADER } from "../faults/fault-header.ts";
import { faultHeaderForbidden, invalid, misdirected, notFound } from "../response/refusals.ts";
import { forwardedOf } from "./forwarded.ts";
import { hostnameOf, hostnameOfAddress, isHost, isLoopback, type ServerIdentity } from "./host.ts";

/** The characters of a URI (RFC 3986 section 2); the URL parser would silently repair anything else. */
const URI = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;

/** Methods that `Request` does not accept. No operation has them, nor the one that replaces them here. */
const REFUSED_METHODS = new Set(["CONNECT", "TRACE"]);

/**
 * The request as a `Request`. The body is read on demand.
 *
 * @param onBodyWanted called before the first part of the body is read.
 * @throws {Refusal} 400 for a malformed target, host or header, 404 for a path with dot segments, 421 for another host,
 * 403 for a fault by header that is not allowed
 */
export function toRequest(incoming: IncomingMessage, server: ServerIdentity, onBodyWanted: () => void): Request {
  const { method = "GET" } = incoming;
  const url = targetOf(incoming, server);
  if (FAULT_HEADER in incoming.headers && !server.takesFaultHeader) throw faultHeaderForbidden();
  const hasBody = method !== "GET" && method !== "HEAD";
  const init = {
    method: REFUSED_METHODS.has(method) ? "REFUSED" : method,
    headers: headersOf(incoming),
    body: hasBody ? bodyOf(incoming, onBodyWanted) : null,
    // Required for streams by the Fetch Standard, and missing from the type of the DOM.
    duplex: "half",
  };
  return new Request(url, init);
}

/** @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
function targetOf(incoming: IncomingMessage, server: ServerIdentity): URL {
  const { url: target = "/" } = incoming;
  const named = hostOf(incoming);
  const [absolute = "", scheme = "http", authority = named] = /^(https?):\/\/([^/?#]+)/i.exec(target) ?? [];
  const rest = target.slice(absolute.length);
  const url = authority === undefined ? server.url + rest : `${scheme}://${authority}${rest}`;
  if (!URI.test(target) || !URL.canParse(url)) throw invalid("The URL is malformed");
  if (authority?.includes("@")) throw invalid("The URL must not have a user");
  for (const host of new Set([authority, named])) if (host !== undefined) requireServed(host, incoming, server);
  const { host, pathname, search } = new URL(url);
  const [path = ""] = rest.split(/[?#]/);
  // Only dot segments can differ by now. `fetch` resolves them before it sends, so no path has any.
  if (pathname !== (path || "/")) throw notFound(path);
  const forwarded = forwardedOf(incoming);
  return new URL(`${forwarded.scheme ?? scheme}://${forwarded.host ?? host}${pathname}${search}`);
}

/** The header Host; `undefined` for HTTP/1.0 without one. */
function hostOf({ headersDistinct, httpVersion }: IncomingMessage): string | undefined {
  const [host, ...others] = headersDistinct.host ?? [];
  if (host === undefined && httpVersion === "1.0") return undefined;
  if (host === undefined || others.length > 0 || !isHost(host)) throw invalid("The Host header is malformed");
  return host;
}

/**
 * Refuses other hosts: the name of one could lead here (DNS rebinding), and a browser lets its pages read what it
 * sends.
 */
function requireServed(host: string, { socket }: IncomingMessage, { hostnames }: ServerIdentity): void {
  const name = hostnameOf(host);
  if (isLoopback(name) || hostnames.has(name) || name === hostnameOfAddress(socket.localAddress)) return;
  throw misdirected(name);
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
  // The response is still to be sent after reading stops early, so the connection must survive that.
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

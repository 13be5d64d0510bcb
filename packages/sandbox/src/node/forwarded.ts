import type { IncomingMessage } from "node:http";
import { hostnameOfAddress, isHost, isLoopback } from "./host.ts";

/** What a proxy tells of the request that it received; `undefined` for what it does not tell. */
export interface Forwarded {
  /** `http` or `https`. */
  readonly scheme: string | undefined;
  /** With the port, if there is one. */
  readonly host: string | undefined;
}

/** One parameter of `Forwarded`, which may be empty, and the separator after it. */
const PAIR = /[ \t]*(?:([!#$%&'*+.^_`|~\w-]+)=(?:([!#$%&'*+.^_`|~\w-]+)|"((?:[^"\\]|\\.)*)"))?[ \t]*(;|,|$)/y;

/**
 * The scheme and host that the first proxy tells in `Forwarded`; the scheme also from `X-Forwarded-Proto`. Only a proxy
 * on this machine counts; malformed headers are ignored.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7239#section-4
 */
export function forwardedOf({ headersDistinct, socket }: IncomingMessage): Forwarded {
  if (!isLoopback(hostnameOfAddress(socket.remoteAddress))) return { scheme: undefined, host: undefined };
  const first = firstElement(headersDistinct.forwarded?.join() ?? "");
  const [proto = ""] = headersDistinct["x-forwarded-proto"]?.join().split(",") ?? [];
  const host = first.get("host") ?? "";
  return { scheme: schemeOf(first.get("proto") ?? "") ?? schemeOf(proto), host: isHost(host) ? host : undefined };
}

function schemeOf(value: string): string | undefined {
  return /^[ \t]*(https?)[ \t]*$/i.exec(value)?.[1]?.toLowerCase();
}

/** The parameters of the first element that has any; none when the header is malformed. */
function firstElement(header: string): ReadonlyMap<string, string> {
  const elements = [new Map<string, string>()];
  const pair = new RegExp(PAIR);
  for (let end = ";"; end !== ""; ) {
    const match = pair.exec(header);
    const element = elements.at(-1);
    if (match === null || element === undefined) return new Map();
    const [, name, token, quoted = ""] = match;
    end = match[4] ?? "";
    if (name !== undefined) {
      if (element.has(name.toLowerCase())) return new Map();
      element.set(name.toLowerCase(), token ?? quoted.replace(/\\(.)/g, "$1"));
    }
    if (end === ",") elements.push(new Map());
  }
  return elements.find(({ size }) => size > 0) ?? new Map();
}

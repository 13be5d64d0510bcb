import type { AddressInfo } from "node:net";
import type { Sandbox } from "../sandbox/sandbox.ts";

/** A valid Host header: a name or an address, and optionally a colon and a port, which may be empty. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d*)?$/i;

/** An IPv4 address in IPv6. */
const MAPPED = /^\[::ffff:([\da-f]+):([\da-f]+)\]$/;

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-7.2 */
export function isHost(value: string): boolean {
  return HOST.test(value) && URL.canParse(`http://${value}`);
}

/** The name or address of an authority, normalised: in lower case, without port, brackets and final dot. */
export function hostnameOf(authority: string): string {
  return new URL(`http://${authority}`).hostname
    .replace(MAPPED, (_, high, low) => new URL(`http://0x${high}${low.padStart(4, "0")}`).hostname)
    .replace(/^\[|\]$|\.$/g, "");
}

/** The same for the address of a socket, where IPv6 has no brackets, but may have a zone. */
export function hostnameOfAddress(address = "unknown"): string {
  const plain = address.replace(/%.*/, "");
  return hostnameOf(plain.includes(":") ? `[${plain}]` : plain);
}

/**
 * Whether a normalised name or address is of loopback.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6761#section-6.3
 */
export function isLoopback(hostname: string): boolean {
  return /^(([^.]+\.)*localhost|127\.\d+\.\d+\.\d+|::1)$/.test(hostname);
}

/** The server as its requests need it. */
export interface ServerIdentity {
  /** Without a slash at its end. */
  readonly url: string;
  /** Its names, besides those of loopback and the address that a connection was made to. */
  readonly hostnames: ReadonlySet<string>;
  /** Whether requests may ask for faults by header. */
  readonly takesFaultHeader: boolean;
}

/**
 * @param host the option, which may be a name.
 * @param address the address that the server listens on.
 */
export function serverIdentity(
  { origin, allowFaultHeader = false }: Pick<Sandbox, "origin" | "allowFaultHeader">,
  host: string,
  { address, port }: AddressInfo,
): ServerIdentity {
  const own = origin === undefined ? [] : [hostnameOf(new URL(origin).host)];
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    hostnames: new Set([hostnameOfAddress(host), ...own]),
    takesFaultHeader: allowFaultHeader || isLoopback(hostnameOfAddress(address)),
  };
}

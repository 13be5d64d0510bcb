import type { AddressInfo } from "node:net";
import type { Sandbox } from "../sandbox/sandbox.ts";

/** What a Host header may hold: a name or an address, and a port, which may be empty behind its colon. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d*)?$/i;

/** An IPv4 address as IPv6 has it. */
const MAPPED = /^\[::ffff:([\da-f]+):([\da-f]+)\]$/;

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-7.2 */
export function isHost(value: string): boolean {
  return HOST.test(value) && URL.canParse(`http://${value}`);
}

/** The name or address in what stands in a URL, in one spelling: lower case, without port, brackets and final dot. */
export function hostnameOf(authority: string): string {
  return new URL(`http://${authority}`).hostname
    .replace(MAPPED, (_, high, low) => new URL(`http://0x${high}${low.padStart(4, "0")}`).hostname)
    .replace(/^\[|\]$|\.$/g, "");
}

/** The same of what a socket says: an IPv6 address has no brackets there, but may have a zone. */
export function hostnameOfAddress(address = "unknown"): string {
  const plain = address.replace(/%.*/, "");
  return hostnameOf(plain.includes(":") ? `[${plain}]` : plain);
}

/**
 * Whether a name or an address, in that spelling, is one of this machine alone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6761#section-6.3
 */
export function isLoopback(hostname: string): boolean {
  return /^(([^.]+\.)*localhost|127\.\d+\.\d+\.\d+|::1)$/.test(hostname);
}

/** What a server knows about itself. */
export interface ServerIdentity {
  /** Without a slash at its end. */
  readonly url: string;
  /** What it is called besides the names of this machine and the address that a connection was made to. */
  readonly hostnames: ReadonlySet<string>;
  /** Whether requests may ask for faults. */
  readonly takesFaultHeader: boolean;
}

/**
 * @param host as it was asked to listen on, which may be a name.
 * @param listening where it does.
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

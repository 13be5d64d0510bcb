import type { AddressInfo } from "node:net";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { hostnameOf, hostnameOfAddress, isLoopback } from "./host.ts";

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

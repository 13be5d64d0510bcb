import { fileURLToPath } from "node:url";
import { forkHost, type HostProcess } from "./fork-host.ts";

export interface PrismOptions {
  /** Prism serves the operations of all of them. */
  readonly documents: readonly string[];
  /** What the proxy stands in front of. Without it there is no proxy. */
  readonly upstream?: string;
}

const hostFile = fileURLToPath(new URL("./host.ts", import.meta.url));

/** Starts Prism in a process of its own, on free loopback ports. Resolves when it listens. */
export async function forkPrism({ documents, upstream = "" }: PrismOptions): Promise<HostProcess> {
  try {
    return await forkHost(hostFile, [upstream, ...documents]);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(`Prism did not start with ${documents.join(" and ")}: ${why}`, { cause: error });
  }
}

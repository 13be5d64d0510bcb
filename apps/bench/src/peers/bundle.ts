import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { SCHEMA_NAMES, type SchemaName } from "../checkers/schema-name.ts";
import type { Peer } from "./peer.ts";
import { writeBundle } from "./write-bundle.ts";

/** Files with all that a peer needs: what is measured is what one would ship. */
export interface Bundle {
  readonly peer: Peer;
  /** Annotation alone. */
  readonly one: string;
  readonly both: string;
  /** Both, in the way that answers fastest. */
  readonly quick: string;
}

/** Bundles a peer into a folder of its own below `root`. */
export async function bundle(peer: Peer, root: string): Promise<Bundle> {
  const write = async (name: string, schemas: readonly SchemaName[], entry: Peer["entry"]): Promise<string> => {
    const folder = join(root, `${peer.name.replaceAll(/[^a-z]+/g, "-")}-${name}`);
    await mkdir(folder, { recursive: true });
    return writeBundle(await entry(schemas, folder), join(folder, "bundle.mjs"));
  };
  const [one, both, quick] = await Promise.all([
    write("one", ["Annotation"], peer.entry),
    write("both", SCHEMA_NAMES, peer.entry),
    write("quick", SCHEMA_NAMES, peer.quickEntry ?? peer.entry),
  ]);
  return { peer, one, both, quick };
}

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type Checkers, SCHEMA_NAMES, type SchemaName } from "../checkers/checker.ts";

/** A way to validate the compared schemas. */
export interface Peer {
  readonly name: string;
  /** What a reader must know to judge its figures. */
  readonly note?: string;
  /**
   * Source of a module that exports a `Checker` for each of the schemas, under the schema's name: what one would ship.
   * `folder` is a temporary one of the peer's own.
   */
  entry(schemas: readonly SchemaName[], folder: string): string | Promise<string>;
  /** The same for speed alone, if a peer is faster with more than one would ship. */
  quickEntry?(schemas: readonly SchemaName[], folder: string): string | Promise<string>;
}

/** Files with all that a peer needs: what is measured is what one would ship. */
export interface Bundle {
  readonly peer: Peer;
  /** Annotation alone. */
  readonly one: string;
  /** Annotation and UpdateAnnotationRequest. */
  readonly both: string;
  /** All schemas, in the fastest form. */
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
    write("both", ["Annotation", "UpdateAnnotationRequest"], peer.entry),
    write("quick", SCHEMA_NAMES, peer.quickEntry ?? peer.entry),
  ]);
  return { peer, one, both, quick };
}

const APP: string = join(import.meta.dirname, "../..");

/** Bundles and minifies a module that imports what this app has installed; returns the file's name. */
async function writeBundle(source: string, file: string): Promise<string> {
  await build({
    stdin: { contents: source, resolveDir: APP },
    // Generated modules are in a temporary folder, from which no package can be resolved.
    nodePaths: [join(APP, "node_modules")],
    outfile: file,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import", "default"],
    logLevel: "silent",
  });
  return file;
}

/** What a bundle of all schemas exports. */
export async function loadCheckers(file: string): Promise<Checkers> {
  // The entries of all peers export this; any other fails at its first call.
  return (await import(pathToFileURL(file).href)) as Checkers;
}

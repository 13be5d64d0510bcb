import { pathToFileURL } from "node:url";
import type { Checker } from "../checkers/checker.ts";
import type { SchemaName } from "../checkers/schema-name.ts";

export type Checkers = Readonly<Record<SchemaName, Checker>>;

/** What a bundle of both schemas exports. */
export async function loadCheckers(file: string): Promise<Checkers> {
  // The entries of all peers export this; one that does not fails at its first call.
  return (await import(pathToFileURL(file).href)) as Checkers;
}

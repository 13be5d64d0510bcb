import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The documents directly in a folder, sorted. */
export function documentsIn(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name));
  return names.sort().map((name) => join(folder, name));
}

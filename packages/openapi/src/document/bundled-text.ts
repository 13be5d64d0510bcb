import { readFile } from "node:fs/promises";
import { dump } from "js-yaml";
import { readDocument } from "./read.ts";

/**
 * A document as one YAML text that means the same wherever it is put: to the byte the file itself, comments included,
 * when it is YAML and refers to no other file, otherwise the YAML of everything that it consists of.
 *
 * @throws {DocumentError} when the document cannot be read.
 */
export async function bundledText(path: string): Promise<string> {
  const { root, parts } = await readDocument(path);
  if (parts.length === 0 && !path.endsWith(".json")) return readFile(path, "utf8");
  return dump(root, { noRefs: true, lineWidth: -1 });
}

import { readFile } from "node:fs/promises";
import { dump } from "js-yaml";
import type { Document } from "./document.ts";

/**
 * A document as one YAML text that means the same wherever it is put: to the byte the file itself, comments included,
 * when it is YAML and refers to no other file, otherwise the YAML of everything that it consists of.
 *
 * @param path Of its file.
 */
export async function bundledText(path: string, { root, parts }: Document): Promise<string> {
  if (parts.length === 0 && !path.endsWith(".json")) return readFile(path, "utf8");
  return dump(root, { noRefs: true, lineWidth: -1 });
}

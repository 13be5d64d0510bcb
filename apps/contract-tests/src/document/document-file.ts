import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** Where the document of a contract is. */
export function documentFile({ name }: { readonly name: string }): string {
  return fileURLToPath(new URL(`../../../../openapi/${name}.yaml`, import.meta.url));
}

/**
 * The document of a contract as it is written, references and all; a new object each time. References to other files
 * are absolute, because an object is nowhere.
 */
export async function readDocument(contract: { readonly name: string }): Promise<object> {
  const file = documentFile(contract);
  return JSON.parse(JSON.stringify(parse(await readFile(file, "utf8"))), (key, value) =>
    key === "$ref" && !String(value).startsWith("#") ? join(dirname(file), value) : value,
  );
}

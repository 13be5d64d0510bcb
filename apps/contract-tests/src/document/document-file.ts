import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** Where the document of a contract is. */
export function documentFile({ name }: { readonly name: string }): string {
  return fileURLToPath(new URL(`../../../../openapi/${name}.yaml`, import.meta.url));
}

/** The document of a contract as it is written, references and all; a new object each time. */
export async function readDocument(contract: { readonly name: string }): Promise<object> {
  return Object(parse(await readFile(documentFile(contract), "utf8")));
}

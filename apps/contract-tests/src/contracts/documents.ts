import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

/** The root of the workspace. */
export const ROOT: string = join(import.meta.dirname, "../../../..");

/** The file of a document, by its name. */
export function documentFile(name: string): string {
  return join(ROOT, `openapi/${name}.yaml`);
}

/** Paths, from the root of the workspace, of the documents in `openapi/`. Files without operations are parts of them. */
export async function documentsOf(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of (await readdir(join(root, "openapi"))).sort())
    if (/\.(ya?ml|json)$/.test(name) && isApi(await readFile(join(root, "openapi", name), "utf8")))
      found.push(`openapi/${name}`);
  return found;
}

/** Whether a string is a document that has operations, as far as one can tell without OpenAPI. */
export function isApi(text: string): boolean {
  let root: unknown;
  try {
    root = parse(text);
  } catch {
    // Something is to be corrected there, which what reads documents says.
    return true;
  }
  if (typeof root !== "object" || root === null) return false;
  const { openapi, swagger, paths, webhooks } = root as Readonly<Record<string, unknown>>;
  return (openapi ?? swagger) !== undefined && [paths, webhooks].some((map) => Object.keys(map ?? {}).length > 0);
}

/** What to do about a document that no contract is about; `api-update` looks for such lines. */
export function withoutContract(document: string): string {
  const name = document.replace(/^.*\/|\.\w+$/g, "");
  return `${document} is in no contract: describe it in apps/contract-tests/src/contracts/${name}/contract.ts, and name that in index.ts there (apps/contract-tests/README.md)`;
}

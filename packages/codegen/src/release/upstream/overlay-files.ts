import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../workspace/documents.ts";

/** Where the overlays are, from the root of the workspace. */
const FOLDER = "openapi/upstream";
const ENDING = /\.overlay\.(ya?ml|json)$/;

/** The path of the overlay for a document, from the root of the workspace; where there is none, where it should be. */
export interface OverlayFile {
  readonly path: string;
  readonly exists: boolean;
}

/**
 * The overlay of each document: `openapi/upstream/NAME.overlay.yaml`.
 *
 * @throws {UsageError} at an overlay that belongs to no document, or a second one for the same: it would be overlooked.
 */
export async function overlayFiles(root: string, names: readonly string[]): Promise<ReadonlyMap<string, OverlayFile>> {
  const found = (await readdir(join(root, FOLDER)).catch(() => [])).filter((file) => ENDING.test(file)).sort();
  const files = new Map<string, OverlayFile>();
  for (const file of found) {
    const [name, path] = [file.replace(ENDING, ""), `${FOLDER}/${file}`];
    if (!names.includes(name))
      throw new UsageError(`${path} belongs to no document: there is no openapi/${name}.yaml; rename or remove it`);
    const other = files.get(name);
    if (other !== undefined)
      throw new UsageError(`${other.path} and ${path} are both for ${name}; put the repairs into one of them`);
    files.set(name, { path, exists: true });
  }
  for (const name of names)
    if (!files.has(name)) files.set(name, { path: `${FOLDER}/${name}.overlay.yaml`, exists: false });
  return files;
}

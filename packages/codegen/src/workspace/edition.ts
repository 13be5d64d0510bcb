import { dirname, resolve } from "node:path";
import { DISK, type Files, type Reading, readOverlaid, readRevision } from "@earmark/openapi";
import { documentName, overlaysOf } from "./documents.ts";
import { MANIFEST, parseManifest } from "./manifest.ts";

/**
 * Reads an edition of a document: a file, or `REF:path`. A document of a workspace is read after its overlays: on disk those
 * of the config, in a commit those that it was generated with there. Any other file is read as it is.
 */
export function readEdition(text: string, cwd: string): Promise<Reading> {
  return readRevision(text, cwd, async (path, origin, files) => {
    const overlays = files === DISK ? await overlaysOf(path) : await committedOverlays(path, files);
    return readOverlaid(path, overlays, origin, files);
  });
}

/** What the manifest beside generated types says: a config of TypeScript at a commit cannot be asked. */
async function committedOverlays(path: string, files: Files): Promise<readonly string[]> {
  const types = `../packages/${documentName(path)}-types/src/generated`;
  const text = await files.read(resolve(dirname(path), types, MANIFEST)).catch(() => undefined);
  const { overlays = [] } = parseManifest(text) ?? {};
  return overlays.map((overlay) => resolve(dirname(path), overlay));
}

import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { DISK, type Files, type Reading, readOverlaid, readRevision } from "@earmark/openapi";
import { documentAt } from "./documents.ts";
import { MANIFEST, parseManifest } from "./manifest.ts";

/**
 * Reads an edition of a document: a file, or `REF:path`. A document of a workspace is read after its overlays: on disk those
 * of the config, in a commit those that it was generated with there. Any other file is read as it is.
 */
export function readEdition(text: string, cwd: string): Promise<Reading> {
  return readRevision(text, cwd, async (path, origin, files) => {
    const overlays =
      files === DISK
        ? ((await documentAt(path))?.overlays ?? [])
        : await committedOverlays(path, files, repositoryOf(cwd));
    return readOverlaid(path, overlays, origin, files);
  });
}

/**
 * What the manifest beside generated files says: a config of TypeScript at a commit cannot be asked.
 *
 * @param path Absolute, from the root of the repository, as {@link readRevision} gives it.
 */
async function committedOverlays(path: string, files: Files, repository: string): Promise<readonly string[]> {
  const [output] = (await documentAt(join(repository, relative(resolve("/"), path))))?.outputs ?? [];
  if (output === undefined) return [];
  const manifest = resolve("/", relative(repository, join(output.folder, MANIFEST)));
  const { overlays = [] } = parseManifest(await files.read(manifest).catch(() => undefined)) ?? {};
  return overlays.map((overlay) => resolve(dirname(path), overlay));
}

/** The nearest folder upwards that git keeps a repository in. */
function repositoryOf(folder: string): string {
  return folder === dirname(folder) || existsSync(join(folder, ".git")) ? folder : repositoryOf(dirname(folder));
}

import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import {
  DISK,
  type Files,
  type Filter,
  filterDocument,
  type Reading,
  readOverlaid,
  readRevision,
} from "@earmark/openapi";
import { documentAt } from "./documents.ts";
import { MANIFEST, parseManifest } from "./manifest.ts";

/**
 * Reads an edition of a document: a file, or `REF:path`. A document of a workspace is read as it is generated, after its
 * overlays and its filter: on disk those of the config, in a commit those that it was generated with there. Any other file
 * is read as it is.
 */
export function readEdition(text: string, cwd: string): Promise<Reading> {
  return readRevision(text, cwd, async (path, origin, files) => {
    const edits = files === DISK ? await documentAt(path) : await committedEdits(path, files, repositoryOf(cwd));
    return filterDocument(await readOverlaid(path, edits?.overlays ?? [], origin, files), edits?.filter);
  });
}

/** What is done to a document before anything is made of it. */
interface Edits {
  /** Paths, in this order. */
  readonly overlays: readonly string[];
  readonly filter: Filter | undefined;
}

/**
 * What the manifest beside generated files says: a config of TypeScript at a commit cannot be asked.
 *
 * @param path Absolute, from the root of the repository, as {@link readRevision} gives it.
 */
async function committedEdits(path: string, files: Files, repository: string): Promise<Edits | undefined> {
  const [output] = (await documentAt(join(repository, relative(resolve("/"), path))))?.outputs ?? [];
  if (output === undefined) return undefined;
  const manifest = resolve("/", relative(repository, join(output.folder, MANIFEST)));
  const { overlays = [], filter } = parseManifest(await files.read(manifest).catch(() => undefined)) ?? {};
  return { overlays: overlays.map((overlay) => resolve(dirname(path), overlay)), filter };
}

/** The nearest folder upwards that git keeps a repository in. */
function repositoryOf(folder: string): string {
  return folder === dirname(folder) || existsSync(join(folder, ".git")) ? folder : repositoryOf(dirname(folder));
}

import { once } from "node:events";
import { existsSync, type FSWatcher, watch } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { DOCUMENTS, namedDocuments } from "../workspace/documents.ts";
import { UsageError } from "../workspace/usage-error.ts";
import { CONFIG_NAMES, findWorkspace } from "../workspace/workspace.ts";
import { type GenerateFlags, generate } from "./generate.ts";
import { attempt, type ExitCode, type Io } from "./io.ts";

/** Editors write a file in several steps; what comes within this many milliseconds is one save. */
const QUIET = 20;

/**
 * `codegen generate --watch`: generates, and again after every save of a document, an overlay or the config, until `signal` aborts.
 *
 * A document that is broken halfway through an edit is reported, and what was generated before stays.
 *
 * @param watchFolder Tests replace it.
 */
export async function watchDocuments(
  flags: GenerateFlags,
  io: Io,
  signal: AbortSignal,
  watchFolder: WatchFolder = watch,
): Promise<ExitCode> {
  if (flags.check) throw new UsageError("--check and --watch exclude each other; pass one of them");
  const { folders, others, configFolder } = await watchedFolders(flags, io);
  const below = await Promise.all(folders.map(foldersIn));
  let running: Promise<unknown> = Promise.resolve();
  // One run after the other: two must not write the same files.
  const run = (): void => {
    running = running.then(() => attempt(io, () => generate(flags, io)));
  };
  let timer: NodeJS.Timeout | undefined;
  // Listening begins before the first run, so that a save during it is not missed.
  const rerun = (isWatched: (filename: string | null) => boolean) => (filename: string | null) => {
    if (!isWatched(filename)) return;
    clearTimeout(timer);
    timer = setTimeout(run, QUIET);
  };
  const watchers = [
    ...watchFolders([...new Set([...below.flat(), ...others])], watchFolder, rerun(isDocument)),
    ...watchFolders(configFolder, watchFolder, rerun(isConfig)),
  ];
  run();
  await running;
  io.err(`watching ${[...configFolder, ...folders].join(", ")}`);
  if (!signal.aborted) await once(signal, "abort");
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await running;
  return 0;
}

/** `watch` of `node:fs`. Not every system says which file was saved. */
type WatchFolder = (folder: string, listener: (event: string, filename: string | null) => void) => FSWatcher;

/** Where documents, overlays and the config are. */
async function watchedFolders({ spec, overlay = [] }: GenerateFlags, { cwd }: Io) {
  const foldersOf = (files: readonly string[]): readonly string[] => [...new Set(files.map((file) => dirname(file)))];
  if (spec !== undefined) {
    const others = foldersOf(overlay.map((file) => resolve(cwd, file)));
    return { folders: [dirname(resolve(cwd, spec))], others, configFolder: [] };
  }
  const root = await findWorkspace(cwd);
  // What is wrong with the config or the documents, the first run says.
  const documents = await namedDocuments(root).catch(() => []);
  const places = foldersOf(documents.map(({ path }) => path));
  const others = foldersOf(documents.flatMap(({ overlays }) => overlays));
  return {
    // The folders in the root are the rest of the repository.
    folders: [...new Set([join(root, DOCUMENTS), ...places])].filter((folder) => folder !== root && existsSync(folder)),
    others: [...others, ...places.filter((folder) => folder === root)],
    configFolder: [root],
  };
}

/** A folder and all that are in it. */
async function foldersIn(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const folders = entries
    .filter(
      (entry) => entry.isDirectory() && !entry.parentPath.includes("node_modules") && entry.name !== "node_modules",
    )
    .map((entry) => join(entry.parentPath, entry.name));
  return [root, ...folders];
}

/** Folders are watched, not files: editors replace a file, and a watch on the old one would see nothing any more. */
function watchFolders(
  folders: readonly string[],
  watchFolder: WatchFolder,
  onSave: (filename: string | null) => void,
): FSWatcher[] {
  return folders.map((folder) => {
    const watcher = watchFolder(folder, (_event, filename) => onSave(filename));
    // On Windows, the removal of a folder is an error of its watcher, which then has nothing more to say.
    return watcher.on("error", () => watcher.close());
  });
}

/** What a run writes itself is no document, where the folder that is written is inside the one that is watched. */
function isDocument(filename: string | null): boolean {
  if (filename === null) return true;
  return /\.(ya?ml|json)$/.test(filename) && filename !== "manifest.json" && filename !== "package.json";
}

function isConfig(filename: string | null): boolean {
  return filename === null || CONFIG_NAMES.includes(filename);
}

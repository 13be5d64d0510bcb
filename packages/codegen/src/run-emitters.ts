import { DocumentError, type Model } from "@earmark/openapi";
import { bannerOf, type EmitContext, type Emitter, emitters, type SourceFile } from "./emit/index.ts";
import { isPortable } from "./workspace/files.ts";
import { MANIFEST } from "./workspace/manifest.ts";
import { shown } from "./workspace/shape.ts";
import { UsageError } from "./workspace/usage-error.ts";

/**
 * The files of emitters, each in a place of its own.
 *
 * @param chosen Those of the files that are asked for.
 * @param all Those of the config, in its order: by that, messages name the one that is wrong.
 * @throws {UsageError} where an emitter of the config throws, or makes what cannot be written.
 */
export function runEmitters(
  model: Model,
  context: EmitContext,
  chosen: readonly Emitter[],
  all: readonly Emitter[],
): readonly SourceFile[] {
  const files = chosen.flatMap((emitter) => {
    const name = `emitters[${all.indexOf(emitter)}], of kind ${emitter.kind},`;
    return filesOf(emitter, name, model, context).map((file) => ({ file, name }));
  });
  const taken = new Map<string, string>();
  for (const { file, name } of files) {
    const { path } = file;
    const problem = problemOf(file);
    if (problem !== undefined) throw new UsageError(`${name} makes the file ${path}; ${problem}`);
    if (taken.has(keyOf(path)))
      throw new UsageError(`two emitters make the file ${path}; call one of them by another name`);
    taken.set(keyOf(path), name);
  }
  for (const { file, name } of files) {
    const folders = file.path.split("/").map((_, index, parts) => parts.slice(0, index).join("/"));
    const clash = folders.find((folder) => taken.has(keyOf(folder)));
    if (clash !== undefined)
      throw new UsageError(`${name} makes the file ${file.path}, and ${clash} is a file; call one by another name`);
  }
  return files.map(({ file }) => file);
}

/** What one emitter makes. Code of a config may return anything. */
function filesOf(emitter: Emitter, name: string, model: Model, context: EmitContext): readonly SourceFile[] {
  let made: unknown;
  try {
    made = emitter.emit(model, context);
  } catch (error) {
    // A bug of ours is reported as one.
    if (error instanceof DocumentError || Object.values(emitters).includes(emitter)) throw error;
    throw new UsageError(`${name} failed: ${reasonOf(error)}`, { cause: error });
  }
  if (made instanceof Promise) made.catch(() => {});
  if (!Array.isArray(made))
    throw new UsageError(
      `${name} returned ${shown(made)}; expected a list of files, at once: await what it needs before defineConfig`,
    );
  const wrong = made.findIndex((file) => typeof file?.path !== "string" || typeof file.text !== "string");
  if (wrong === -1) return made;
  throw new UsageError(
    `${name} returned ${shown(made[wrong])} as file ${wrong}; expected { path, text }, as \`file\` of its context makes them`,
  );
}

/** The message of an error, and where its author finds it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return shown(error);
  const [, place = ""] = /^\s+at (.+)$/m.exec(error.stack ?? "") ?? [];
  // Without what tells one state of the config from the next.
  return `${error.message}${place === "" ? "" : ` (at ${place.replace(/\?\w{64}/, "")})`}`;
}

function problemOf({ path, text }: SourceFile): string | undefined {
  if (!isPortable(path)) return "expected a path below its folder, with forward slashes, that every system can have";
  if (OWN.includes(keyOf(path))) return "codegen writes that itself; call it by another name";
  // JSON has no comments.
  if (path.endsWith(".json") || text.startsWith(bannerOf(path))) return undefined;
  return "without its first line, it would not be known as generated; make it by `file` of its context";
}

const OWN: readonly string[] = [MANIFEST, "package.json"];

/** What paths have in common that are one file on a system that ignores case, or how letters are composed. */
function keyOf(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

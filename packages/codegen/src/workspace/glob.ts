import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "./usage-error.ts";

/** Where `glob` searches. */
interface GlobOptions {
  /** What patterns and paths are relative to. */
  readonly cwd: string;
  /** Patterns of files and folders to leave out, with all that is below. */
  readonly exclude: readonly string[];
}

/**
 * Paths of the files that match patterns, each once, with forward slashes. The patterns are those in which workspaces name
 * their packages: `*`, `?`, `[ab]` and `{a,b}` within a name, `**` for any number of folders. Names that begin with a dot
 * match only what begins with one, and links to folders are not followed.
 *
 * Node's own has patterns to leave out from 22.14 on, and says that it is experimental before 22.17.
 *
 * @throws {UsageError} at a pattern in another notation.
 */
export async function* glob(patterns: readonly string[], { cwd, exclude }: GlobOptions): AsyncGenerator<string> {
  yield* search("", parsed(patterns), parsed(exclude));

  /** @param left what is left of the patterns that have led to the folder, and of those that may leave out what is in it. */
  async function* search(
    folder: string,
    left: readonly Segments[],
    excluded: readonly Segments[],
  ): AsyncGenerator<string> {
    for (const { name, isFolder } of await entriesOf(join(cwd, folder), left)) {
      const nextExcluded = excluded.flatMap((segments) => behind(segments, name, true));
      if (nextExcluded.some(isAnything)) continue;
      const path = folder === "" ? name : `${folder}/${name}`;
      const next = left.flatMap((segments) => behind(segments, name, false));
      if (isFolder) yield* search(path, next, nextExcluded);
      else if (next.some(({ length }) => length === 0)) yield path;
    }
  }
}

/** The parts of a pattern between slashes. */
type Segments = readonly string[];

function parsed(patterns: readonly string[]): readonly Segments[] {
  return patterns.flatMap(alternatives).map(segmentsOf);
}

/** Whether a folder and all that is below it fit. */
function isAnything(segments: Segments): boolean {
  return segments.every((segment) => segment === "**");
}

/**
 * What is left of a pattern behind a name: nothing when it does not fit.
 *
 * @param dots Whether `**` stands for names that begin with a dot, too.
 */
function behind([first, ...rest]: Segments, name: string, dots: boolean): readonly Segments[] {
  if (first === undefined) return [];
  if (first === "**")
    return [...behind(rest, name, dots), ...(!dots && name.startsWith(".") ? [] : [[first, ...rest]])];
  return fits(name, first) ? [rest] : [];
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What is in a folder, sorted: nothing where it cannot be read, as in one that is not there. */
async function entriesOf(folder: string, left: readonly Segments[]): Promise<readonly Entry[]> {
  if (left.length === 0) return [];
  const above = left.some(([first]) => first === "..") ? [{ name: "..", isFolder: true }] : [];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const listed = entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    return [...above, ...listed.sort((a, b) => (a.name < b.name ? -1 : 1))];
  } catch {
    return above;
  }
}

/** `a/{b,c}` as `a/b` and `a/c`. */
function alternatives(pattern: string): readonly string[] {
  const [all, before = "", choices = "", after = ""] = /^(.*?)[{]([^{}]*,[^{}]*)[}](.*)$/s.exec(pattern) ?? [];
  if (all === undefined) return [pattern];
  return choices.split(",").flatMap((choice) => alternatives(`${before}${choice}${after}`));
}

function segmentsOf(pattern: string): Segments {
  const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
  const other = segments.find((segment) => /[@!+?*]\(/.test(segment));
  if (other === undefined) return segments;
  throw new UsageError(`${other}: expected a pattern of *, **, ?, [ab] and {a,b}; write two patterns instead`);
}

/** Whether a name fits a part of a pattern, but for `**`. */
function fits(name: string, segment: string): boolean {
  const expression = segment.replaceAll(/\[!?[^\]/]+\]|[^\w-]/gu, (part) => {
    if (part === "*") return ".*";
    if (part === "?") return ".";
    if (part.length > 2 && part.startsWith("["))
      return `[${part.slice(1, -1).replaceAll("\\", "\\\\").replace(/^!/, "^")}]`;
    return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
  const start = /^[*?[]/.test(segment) ? "(?!\\.)" : "";
  return new RegExp(`^${start}${expression}$`, "s").test(name);
}

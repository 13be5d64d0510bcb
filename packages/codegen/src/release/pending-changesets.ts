import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readText } from "../output/index.ts";
import { UsageError } from "../workspace.ts";

/** Markdown in `.changeset/` that is about changesets, not one: what changesets itself leaves out. */
const OTHER = /^(readme|agents|claude|gemini)\.md$/i;

/** What `changeset version` would do. */
export interface Pending {
  /** Files of changesets that no release has applied yet, sorted. Those of prereleases lie in `.changeset/pre/`. */
  readonly changesets: readonly string[];
  /** Whether a prerelease is to be left, which makes a release of the changesets of all its prereleases. */
  readonly leavesPrerelease: boolean;
}

/** @throws {UsageError} when the workspace does not use changesets. */
export async function pendingChangesets(root: string): Promise<Pending> {
  const folder = join(root, ".changeset");
  const names = await readdir(folder).catch(() => {
    throw new UsageError(`there is no ${folder}; run \`changeset init\` first`);
  });
  const changesets = names.filter((name) => name.endsWith(".md") && !name.startsWith(".") && !OTHER.test(name)).sort();
  const { mode } = JSON.parse((await readText(join(folder, "pre.json"))) ?? "{}") as { mode?: unknown };
  return { changesets, leavesPrerelease: mode === "exit" };
}

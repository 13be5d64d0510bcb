import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Json, JsonObject } from "@earmark/openapi";
import { jsonObject, readText } from "../workspace/files.ts";
import { UsageError } from "../workspace/usage-error.ts";

/** Markdown in `.changeset/` that is about changesets, not one: what changesets itself leaves out. */
const OTHER = /^(readme|agents|claude|gemini)\.md$/i;

/** Whether a workspace releases by changesets. */
export function usesChangesets(root: string): boolean {
  return existsSync(join(root, CONFIG));
}

const CONFIG = ".changeset/config.json";

/** What `changeset version` would do. */
export interface Pending {
  /** Files of changesets that no release has applied yet, sorted. Those of prereleases lie in `.changeset/pre/`. */
  readonly changesets: readonly string[];
  /** Whether a prerelease is to be left, which makes a release of the changesets of all its prereleases. */
  readonly leavesPrerelease: boolean;
}

/** What is pending in a workspace that {@link usesChangesets}. */
export async function pendingChangesets(root: string): Promise<Pending> {
  const folder = join(root, ".changeset");
  const names = await readdir(folder);
  // Older versions of changesets leave the changesets of prereleases where they are, and list them.
  const { mode, changesets: applied = [] } = await prereleaseState(folder);
  const changesets = names.filter(
    (name) =>
      name.endsWith(".md") &&
      !name.startsWith(".") &&
      !OTHER.test(name) &&
      !(Array.isArray(applied) && applied.includes(name.slice(0, -3))),
  );
  return { changesets: changesets.sort(), leavesPrerelease: mode === "exit" };
}

async function prereleaseState(folder: string): Promise<JsonObject> {
  const state = jsonObject((await readText(join(folder, "pre.json"))) ?? "{}");
  if (state !== undefined) return state;
  throw new UsageError(`${join(folder, "pre.json")} is not a JSON object; restore it`);
}

/** Which packages `.changeset/config.json` leaves out of releases: their names, or patterns with `*`. */
export async function ignoredPackages(root: string): Promise<(name: string) => boolean> {
  const file = join(root, CONFIG);
  const config = jsonObject((await readText(file)) ?? "{}");
  if (config === undefined) throw new UsageError(`${file} is not JSON; correct it`);
  const ignored = Array.isArray(config.ignore) ? config.ignore : [];
  const patterns = ignored.map(
    (pattern: Json) => new RegExp(`^${literally(String(pattern)).replaceAll("\\*", ".*")}$`),
  );
  return (name) => patterns.some((pattern) => pattern.test(name));
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

import { dirname, join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { expect, it } from "vitest";
import { glob } from "./glob.ts";
import { UsageError } from "./usage-error.ts";

const FILES = [
  "apps/web/package.json",
  "apps/web/node_modules/x/package.json",
  "packages/a/package.json",
  "packages/a/package.json.bak",
  "packages/a/test/fixture/package.json",
  "packages/b.c/package.json",
  "packages/group/d/package.json",
  "packages/.cache/package.json",
  "packages/empty/readme.md",
] as const;

async function found(patterns: readonly string[], exclude: readonly string[] = []): Promise<readonly string[]> {
  const files = FILES.map((file) => [`workspace/${file}`, ""]);
  const root = await tempFolder({ ...Object.fromEntries(files), "beside/package.json": "" });
  const globs = patterns.map((pattern) => `${pattern}/package.json`);
  const folders: string[] = [];
  for await (const path of glob(globs, { cwd: join(root, "workspace"), exclude: ["**/node_modules/**", ...exclude] }))
    folders.push(dirname(path));
  return folders.sort();
}

it.each<[what: string, patterns: readonly string[], exclude: readonly string[], folders: readonly string[]]>([
  ["one level", ["packages/*"], [], ["packages/a", "packages/b.c"]],
  ["a folder by name", ["./apps/web/"], [], ["apps/web"]],
  ["what is not there", ["nowhere/*", "apps/none"], [], []],
  ["every level", ["packages/**"], [], ["packages/a", "packages/a/test/fixture", "packages/b.c", "packages/group/d"]],
  ["what is beside the workspace", ["../beside"], [], ["../beside"]],
  ["each once", ["packages/a", "packages/*", "**/a"], [], ["packages/a", "packages/b.c"]],
  ["one of several", ["{apps,packages}/{web,a}"], [], ["apps/web", "packages/a"]],
  ["parts of names", ["packages/b*", "apps/w?b", "packages/[a-b]"], [], ["apps/web", "packages/a", "packages/b.c"]],
  ["no other dot than the one that is written", ["packages/b?c", "packages/bxc"], [], ["packages/b.c"]],
  ["what begins with a dot, where that is written", ["packages/.*"], [], ["packages/.cache"]],
  ["without one", ["packages/*"], ["packages/a"], ["packages/b.c"]],
  ["without what is below", ["packages/**"], ["**/test/**", "packages/group/**"], ["packages/a", "packages/b.c"]],
  ["without what is below dots", ["packages/.*/**"], ["**/.cache/**"], []],
  ["nothing without all", ["packages/*"], ["**"], []],
  ["nothing without all of a folder", ["packages/*", "apps/*"], ["./packages/**/**"], ["apps/web"]],
  ["without some", ["packages/**"], ["packages/{a,group}"], ["packages/b.c"]],
])("finds %s", async (_what, patterns, exclude, folders) => {
  expect(await found(patterns, exclude)).toEqual(folders);
});

it("refuses another notation", async () => {
  await expect(found(["packages/!(a)"])).rejects.toThrow(UsageError);
  await expect(found(["packages/*"], ["nowhere/+(a)"])).rejects.toThrow("expected a pattern of *, **, ?, [ab]");
});

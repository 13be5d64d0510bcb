import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { expect } from "vitest";
import { isApiChangeset, releasedWorkspace } from "./api-workspace.ts";
import { codegen } from "./run.ts";
import { runChangeset } from "./run-changeset.ts";

/** A released workspace in a git repository, on branch `main`. */
export interface Repository {
  readonly root: string;
  /** What git prints. It fails where git does. */
  git(...args: readonly string[]): string;
  /** Edits the document, and commits that with all that follows from it. */
  change(edit: (document: string) => string): Promise<void>;
  /** Names of the changesets that `codegen changeset` wrote. */
  changesets(): Promise<readonly string[]>;
}

/** @param remote Whether it has been cloned from another one, whose branch `main` is where it begins. */
export async function repository(
  { remote }: { readonly remote: boolean },
  files: Readonly<Record<string, string>> = {},
): Promise<Repository> {
  const root = await releasedWorkspace(files);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
      cwd: root,
      stdio: "pipe",
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: root, GIT_EDITOR: "true", GIT_CONFIG_NOSYSTEM: "1" },
    });
  const commit = (): void => {
    git("add", "--all", "--force", ".");
    git("commit", "--quiet", "--allow-empty", "--message", "Change");
  };
  expect((await codegen(root, "generate")).code).toBe(0);
  git("init", "--quiet", "--initial-branch=main");
  commit();
  if (remote) {
    const origin = join(await tempFolder(), "origin.git");
    git("clone", "--quiet", "--bare", ".", origin);
    git("remote", "add", "origin", origin);
    git("fetch", "--quiet", "origin");
    git("remote", "set-head", "origin", "main");
  }
  return {
    root,
    git,
    async change(edit) {
      const path = join(root, "openapi/pets.yaml");
      const before = await readFile(path, "utf8");
      const after = edit(before);
      expect(after).not.toBe(before);
      await writeFile(path, after);
      expect((await codegen(root, "generate")).code).toBe(0);
      expect((await runChangeset(root)).code).toBe(0);
      commit();
    },
    changesets: async () => (await readdir(join(root, ".changeset"))).filter(isApiChangeset).sort(),
  };
}

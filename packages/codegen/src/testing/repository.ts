import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tempFolder, writeFiles } from "@earmark/testing";
import { afterAll, expect } from "vitest";
import { isApiChangeset, PETS, releasedWorkspace } from "./api-workspace.ts";
import { codegen } from "./run.ts";
import { runChangeset } from "./run-changeset.ts";

type Edit = (document: string) => string;

/** A released workspace in a git repository, on branch `main`. */
export interface Repository {
  readonly root: string;
  /** What git prints. It fails where git does. */
  git(...args: readonly string[]): string;
  /** Edits the document, and commits that with all that follows from it. */
  change(edit: Edit): Promise<void>;
  /** Names of the changesets that `codegen changeset` wrote. */
  changesets(): Promise<readonly string[]>;
}

/** What a repository is when a test begins. */
interface Beginning {
  /** Whether it has been cloned from another one, whose branch `main` is where it begins. */
  readonly remote: boolean;
  /** Branches that begin at `main`, and the edit that each of them makes. */
  readonly branches?: Readonly<Record<string, Edit>>;
}

/** Makes repositories for the tests of a file: one for the first test that begins with it, and a copy for each other. */
export function repositories(): (
  beginning: Beginning,
  files?: Readonly<Record<string, string>>,
) => Promise<Repository> {
  const made = new Map<string, string>();
  afterAll(async () => {
    for (const folder of made.values()) await rm(folder, { recursive: true, force: true });
  });
  return async ({ remote, branches = {} }, files = {}) => {
    const document = files["openapi/pets.yaml"] ?? PETS;
    const edited = Object.entries(branches).map(([name, edit]) => [name, edit(document)]);
    const key = JSON.stringify([remote, edited, files]);
    const folder = await tempFolder();
    const opened = open(join(folder, "workspace"));
    const known = made.get(key);
    if (known === undefined) {
      await rename(await releasedWorkspace(files), opened.root);
      await begin(opened, remote, branches);
      const kept = await mkdtemp(join(tmpdir(), "codegen-"));
      made.set(key, kept);
      await cp(folder, kept, { recursive: true });
    } else await cp(known, folder, { recursive: true });
    return opened;
  };
}

/** A repository with nothing but these files and what is generated, and a remote whose branch `main` is the same. */
export async function repositoryOf(files: Readonly<Record<string, string>>): Promise<Repository> {
  const made = open(join(await tempFolder(), "workspace"));
  await writeFiles(made.root, files);
  await begin(made, true, {});
  return made;
}

function open(root: string): Repository {
  const settings = ["user.name=Test", "user.email=test@example.org", "maintenance.auto=false"];
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...settings.flatMap((setting) => ["-c", setting]), ...args], {
      cwd: root,
      stdio: "pipe",
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: root, GIT_EDITOR: "true", GIT_CONFIG_NOSYSTEM: "1" },
    });
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
      commitAll(git);
    },
    changesets: async () => (await readdir(join(root, ".changeset"))).filter(isApiChangeset).sort(),
  };
}

function commitAll(git: Repository["git"]): void {
  git("add", "--all", "--force", ".");
  git("commit", "--quiet", "--allow-empty", "--message", "Change");
}

async function begin(
  { root, git, change }: Repository,
  remote: boolean,
  branches: Readonly<Record<string, Edit>>,
): Promise<void> {
  expect((await codegen(root, "generate")).code).toBe(0);
  git("init", "--quiet", "--initial-branch=main", "--template=");
  commitAll(git);
  if (remote) {
    git("clone", "--quiet", "--bare", "--template=", ".", "../origin.git");
    // Relative to the workspace, so that both can be copied.
    git("remote", "add", "origin", "../origin.git");
    git("fetch", "--quiet", "origin");
    git("remote", "set-head", "origin", "main");
  }
  for (const [branch, edit] of Object.entries(branches)) {
    git("switch", "--quiet", "--create", branch, "main");
    await change(edit);
  }
  git("switch", "--quiet", "main");
}

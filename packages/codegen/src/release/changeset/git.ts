import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
/** Beyond any generated file; git's output is cut off after a megabyte otherwise. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What git says; undefined where it fails, is not installed, or knows no repository, and where it says nothing. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", args, { cwd, encoding: "utf8", maxBuffer: MOST_BYTES });
    return stdout === "" ? undefined : stdout;
  } catch {
    return undefined;
  }
}

/** The same of a command that says one line. */
export async function gitLine(cwd: string, ...args: readonly string[]): Promise<string | undefined> {
  return (await git(cwd, ...args))?.split("\n")[0];
}

/** The short name of a commit; undefined where there is none. */
export function commitOf(root: string, ref: string): Promise<string | undefined> {
  return gitLine(root, "rev-parse", "--verify", "--quiet", "--short=8", "--end-of-options", `${ref}^{commit}`);
}

/** Paths of the files below a folder in a commit; both relative to `root`, which need not be that of the repository. */
export async function filesAt(root: string, commit: string, folder: string): Promise<readonly string[]> {
  const paths = await git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", `${folder}/`);
  return paths?.split("\0").filter((path) => path !== "") ?? [];
}

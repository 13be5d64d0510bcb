import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
/** Beyond all generated files of a document; git's output is cut off after a megabyte otherwise. */
const MOST_BYTES = 256 * 1024 * 1024;

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

/** The hashes of commits, in one process however many there are; undefined where there is none. */
export async function commitsOf(root: string, ...refs: readonly string[]): Promise<readonly (string | undefined)[]> {
  const running = run("git", ["cat-file", "--batch-check=%(objectname)"], { cwd: root, encoding: "utf8" });
  // It ends before it reads where there is no repository.
  running.child.stdin?.on("error", () => {}).end(refs.map((ref) => `${ref.replaceAll("\n", " ")}^{commit}\n`).join(""));
  const { stdout } = await running.catch(() => ({ stdout: "" }));
  const lines = stdout.split("\n");
  return refs.map((_, index) => /^[0-9a-f]+$/.exec(lines[index] ?? "")?.[0]);
}

/** Paths of the files below folders in a commit; all relative to `root`, which need not be that of the repository. */
export async function filesAt(root: string, commit: string, ...folders: readonly string[]): Promise<readonly string[]> {
  const below = folders.map((folder) => `${folder}/`);
  const paths = await git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", ...below);
  return paths?.split("\0").filter((path) => path !== "") ?? [];
}

/** The contents of files in a commit, in one process however many there are; paths as {@link filesAt} gives them. */
export async function contentsAt(
  root: string,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const running = run("git", ["cat-file", "--batch"], { cwd: root, encoding: "buffer", maxBuffer: MOST_BYTES });
  running.child.stdin?.end(paths.map((path) => `${commit}:./${path}\n`).join(""));
  const { stdout } = await running;
  let start = 0;
  return new Map(
    paths.map((path) => {
      // `OBJECT blob BYTES`, the bytes, and a line feed, in the order of the paths.
      const lineEnd = stdout.indexOf("\n", start);
      const line = stdout.toString("utf8", start, lineEnd);
      const [, size] = / blob (\d+)$/.exec(line) ?? [];
      if (size === undefined) throw new Error(`expected git to print the file ${path} of ${commit}, received ${line}`);
      start = lineEnd + 1 + Number(size) + 1;
      return [path, stdout.toString("utf8", lineEnd + 1, start - 1)];
    }),
  );
}

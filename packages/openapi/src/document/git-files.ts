import { execFile } from "node:child_process";
import { relative, resolve } from "node:path";
import { promisify } from "node:util";
import { type Files, MissingFile } from "./files.ts";

/** A file in a git repository, as git writes it: `main:openapi/annotation.yaml`, `HEAD~1:./annotation.yaml`. */
export interface Revision {
  readonly ref: string;
  /** From the root of the repository, or after `./` and `../` from the working directory. */
  readonly path: string;
}

/** Reads `REF:path`; undefined for what cannot be one. A single letter is a drive of Windows. */
export function parseRevision(text: string): Revision | undefined {
  const colon = text.indexOf(":");
  const [ref, path] = [text.slice(0, colon), text.slice(colon + 1)];
  if (colon < 1 || path === "" || ref.startsWith("-") || /^[a-z]$/i.test(ref) || path.startsWith("//"))
    return undefined;
  return { ref, path };
}

const run = promisify(execFile);
/** Beyond any document; git's output is cut off after a megabyte otherwise. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The files of a commit. A path is absolute, from the root of the repository. */
export function gitFiles(ref: string, cwd: string): Files {
  const display = (path: string): string => `${ref}:${fromRoot(path)}`;
  return {
    display,
    async read(path) {
      try {
        const args = ["cat-file", "blob", `${ref}:${fromRoot(path)}`];
        const { stdout } = await run("git", args, { cwd, encoding: "utf8", maxBuffer: MOST_BYTES });
        return stdout;
      } catch (error) {
        throw new MissingFile("not-found", explain(error));
      }
    },
  };
}

/** The path of a revision from the root of the repository, as an absolute one. */
export async function revisionPath({ path }: Revision, cwd: string): Promise<string> {
  if (!/^\.\.?\//.test(path)) return resolve("/", path);
  const { stdout } = await run("git", ["rev-parse", "--show-prefix"], { cwd, encoding: "utf8" }).catch(
    (error: unknown) => {
      throw new MissingFile("not-found", explain(error));
    },
  );
  return resolve("/", stdout.trim(), path);
}

function fromRoot(path: string): string {
  return relative(resolve("/"), path).replaceAll("\\", "/");
}

/** What git said, without its own word for an error. */
function explain(error: unknown): string {
  const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: unknown };
  if (code === "ENOENT") return "git is needed to read a revision, and is not installed";
  const [line = ""] = String(stderr ?? "").split("\n");
  const reason = line.replace(/^(fatal|error): /, "");
  return `git has no such file: ${reason === "" ? String(error) : reason}`;
}

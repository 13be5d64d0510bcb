import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { WorkspaceDocument } from "../../workspace/documents.ts";
import { UsageError } from "../../workspace/usage-error.ts";
import { releasedFolder } from "../generated-outputs.ts";
import { commitsOf, filesAt, git, gitLine } from "../git.ts";
import { usesChangesets } from "../pending-changesets.ts";
import { committedBase, type FindBase, fileBase, releasedBase } from "./base.ts";

/** What a workspace is compared with, to find out what it changes. */
export interface Start {
  readonly findBase: FindBase;
  /** What it is, for people. */
  readonly name: string;
  /** Undefined for the last release, and for one edition of a document. */
  readonly commit: string | undefined;
  /** Names of the changesets that were there: they tell of what came before, and are left alone. */
  readonly told: ReadonlySet<string>;
  /** Why it is not the commit that would be expected, and what to do. */
  readonly note: string | undefined;
}

/** What the last release was generated from. It needs no git. */
export function releaseStart(root: string): Start {
  return {
    findBase: releasedBase(root),
    name: "the last release",
    commit: undefined,
    told: new Set(),
    note: undefined,
  };
}

/**
 * Where the branch that is checked out began: its merge base with the branch that `GITHUB_BASE_REF` names, else with
 * what GitLab calls `CI_MERGE_REQUEST_TARGET_BRANCH_SHA` in pipelines of merged results and
 * `CI_MERGE_REQUEST_DIFF_BASE_SHA` in others, else with `origin/HEAD`. On that branch itself, and without a remote, the
 * last release, and of what was edited since then, what no committed changeset tells of: what was merged before is not
 * told again. Without git, the last release. Where a workspace neither has changesets nor has recorded a release,
 * nothing but commits says what users have.
 */
async function defaultStart(root: string, env: NodeJS.ProcessEnv): Promise<Start> {
  const base = env.GITHUB_BASE_REF ?? "";
  const mergeRequestBase = env.CI_MERGE_REQUEST_TARGET_BRANCH_SHA || env.CI_MERGE_REQUEST_DIFF_BASE_SHA || "";
  const remotes = base === "" ? [REMOTE_HEAD] : [`origin/${base}`, base];
  const [head, merged, remote, local] = await commitsOf(root, "HEAD", "MERGE_HEAD", ...remotes);
  if (head === undefined) return releaseStart(root);
  const isLocal = remote === undefined && local !== undefined;
  const own = base !== "" ? (isLocal ? base : `origin/${base}`) : mergeRequestBase;
  const target = own !== "" ? own : remote && (await defaultTarget(root));
  if (target === undefined) return lastStart(root, head);
  // While a merge waits for a person, HEAD lacks what the next commit will have.
  const commit = await gitLine(root, "merge-base", target, "HEAD", ...(merged === undefined ? [] : [merged]));
  if (commit !== undefined) return commitStart(root, commit, target, usesChangesets(root));
  const problem = `this clone does not have the commit where this branch left ${target}`;
  const advice = await fetchAdvice(root);
  if (!usesChangesets(root) && !hasRelease(root)) throw new UsageError(`${problem}; ${advice}`);
  const note = `${problem}: bumps are compared with the last release, not with what the branch changes; ${advice}`;
  return { ...(await lastStart(root, head)), note };
}

/** What a branch is compared with that has left no other one. */
async function lastStart(root: string, head: string): Promise<Start> {
  if (usesChangesets(root)) return toldStart(root);
  return hasRelease(root) ? releaseStart(root) : commitStart(root, head, "the last commit", false);
}

function hasRelease(root: string): boolean {
  return existsSync(releasedFolder(root));
}

/**
 * What `--base` names, or {@link defaultStart} without it: a git ref, at which every document is looked up under its own
 * path, or `REF:path`, the same with another path for the document of the same name; or a file, an edition of that
 * document, while the others are compared with the last release.
 *
 * @throws {UsageError} when there is no such ref, or no document of that name.
 */
export async function startOf(
  base: string | undefined,
  root: string,
  cwd: string,
  documents: readonly WorkspaceDocument[],
  env: NodeJS.ProcessEnv,
): Promise<Start> {
  if (base === undefined) return defaultStart(root, env);
  const withEdition = (start: Start): Start => {
    return { ...start, findBase: fileBase(base, cwd, documents, start.findBase), name: base, commit: undefined };
  };
  if (await isFile(base, cwd)) return withEdition(releaseStart(root));
  const [ref = "", path] = base.split(":", 2);
  const [commit] = await commitsOf(root, ref);
  if (commit !== undefined) {
    const start = await commitStart(root, commit, base, false);
    return path === undefined ? start : withEdition(start);
  }
  const hasGit = (await git(root, "--version")) !== undefined;
  const reason = hasGit ? "there is no such file, and no such commit here" : "git is not installed";
  const advice = (await isShallow(root)) ? `${await fetchAdvice(root)}, or ` : "";
  throw new UsageError(
    `--base ${base}: ${reason}; ${advice}pass an edition of a document as FILE or REF:path, or a git ref`,
  );
}

/**
 * @param name What people call the commit.
 * @param isPending Whether what was never released counts as new, also where the commit has it.
 */
async function commitStart(
  root: string,
  commit: string,
  name: string,
  isPending: boolean,
  told?: readonly string[],
): Promise<Start> {
  const [committed, released] = [committedBase(commit, root), releasedBase(root)];
  return {
    findBase: async (document) =>
      isPending && (await released(document)) === undefined ? undefined : committed(document),
    name: `${name} (${commit.slice(0, 8)})`,
    commit,
    told: new Set(told ?? (await changesetsAt(root, commit))),
    note: undefined,
  };
}

async function changesetsAt(root: string, commit: string): Promise<readonly string[]> {
  return (await filesAt(root, commit, ".changeset")).map((path) => path.slice(".changeset/".length));
}

/** The last commit that added or released a changeset of ours. */
async function toldStart(root: string): Promise<Start> {
  const ofOurs = ["--no-renames", "--diff-filter=AD", "--", ":(glob).changeset/api-*.md"];
  const commit = await gitLine(root, "log", "-1", "--first-parent", "-m", "--format=%H", ...ofOurs);
  if (commit === undefined) return releaseStart(root);
  const told = await changesetsAt(root, commit);
  const ours = told.filter((name) => name.startsWith("api-"));
  const left = await Promise.all(ours.map((name) => isFile(join(".changeset", name), root)));
  // Where none is left, they were released, if only in the working tree.
  return left.includes(true) ? commitStart(root, commit, "the last changeset", true, told) : releaseStart(root);
}

const REMOTE_HEAD = "refs/remotes/origin/HEAD";

/** The default branch of the remote; undefined where that branch is checked out. */
async function defaultTarget(root: string): Promise<string | undefined> {
  const names = await git(root, "rev-parse", "--symbolic-full-name", REMOTE_HEAD, "HEAD");
  const [remote = "", current = ""] = names?.split("\n") ?? [];
  const branch = remote.replace(/^refs\/remotes\/origin\//, "");
  return current === `refs/heads/${branch}` ? undefined : `origin/${branch}`;
}

async function isShallow(root: string): Promise<boolean> {
  return (await gitLine(root, "rev-parse", "--is-shallow-repository")) === "true";
}

async function fetchAdvice(root: string): Promise<string> {
  return (await isShallow(root))
    ? "fetch its history (`git fetch --unshallow`; in CI, a checkout with `fetch-depth: 0`)"
    : "fetch that branch, or pass --base REF";
}

function isFile(path: string, cwd: string): Promise<boolean> {
  return stat(resolve(cwd, path)).then(
    (found) => found.isFile(),
    () => false,
  );
}

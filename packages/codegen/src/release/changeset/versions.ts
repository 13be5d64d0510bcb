import { posix, relative } from "node:path";
import type { Level } from "@earmark/openapi-diff";
import { jsonObject } from "../../workspace/files.ts";
import type { WorkspacePackage } from "../../workspace/packages.ts";
import { releasedFolder } from "../generated-outputs.ts";
import { git, gitLine } from "../git.ts";
import { highestOf } from "./api-changeset.ts";
import type { Start } from "./start.ts";

/** Versions that people set in manifests, beside those that were there. */
export interface SetVersions {
  /** How far the version of a package was raised; of one that is new, as far as anything could ask for. */
  bumpOf(name: string): Level;
  /** The commit that the versions are compared with; undefined where none is known. */
  readonly since: string | undefined;
}

/**
 * Compares the versions of packages with those at the start, and with those of the last release: what was raised since
 * then, on any branch, has not been published yet.
 */
export async function setVersions(
  root: string,
  packages: readonly WorkspacePackage[],
  { commit }: Pick<Start, "commit">,
): Promise<SetVersions> {
  const released = await releaseCommit(root);
  const first = commit ?? released ?? (await gitLine(root, "rev-parse", "--verify", "--quiet", "HEAD"));
  const commits = [...new Set([first, released].filter((one) => one !== undefined))];
  const bumps = new Map<string, Level>();
  for (const { name, folder, version } of packages) {
    const earlier = await Promise.all(commits.map((one) => versionAt(root, one, folder)));
    const known = earlier.filter((one) => one !== undefined);
    const isNew = commits.length > 0 && known.length === 0;
    bumps.set(name, isNew ? "major" : highestOf(known.map((one) => bumpBetween(one, version))));
  }
  return { bumpOf: (name) => bumps.get(name) ?? "none", since: first?.slice(0, 8) };
}

/** The commit that recorded the last release. */
function releaseCommit(root: string): Promise<string | undefined> {
  return gitLine(root, "log", "-1", "--format=%H", "--", relative(root, releasedFolder(root)));
}

async function versionAt(root: string, commit: string, folder: string): Promise<string | undefined> {
  // Relative to the workspace, which need not be the root of the repository.
  const text = await git(root, "show", `${commit}:./${posix.join(folder, "package.json")}`);
  const version = jsonObject(text ?? "")?.version;
  return typeof version === "string" ? version : undefined;
}

/** The parts of a version, as semver names them. */
const VERSION = /^(\d+)\.(\d+)\.(\d+)(-[^+]*)?/;

/** How far one version is above another; `none` where it is not, and where one of them is no version. */
export function bumpBetween(before: string, after: string): Level {
  const [old, now] = [VERSION.exec(before), VERSION.exec(after)];
  if (old === null || now === null || before === after) return "none";
  const parts = ["major", "minor", "patch"] as const;
  for (const [index, part] of parts.entries()) {
    const raised = Number(now[index + 1]) - Number(old[index + 1]);
    if (raised !== 0) return raised > 0 ? part : "none";
  }
  // Between prereleases of a version, and from them to it, all may change that may change before it.
  if (old[4] === undefined) return "none";
  const [, , minor, patch] = now;
  if (patch !== "0") return "patch";
  return minor === "0" ? "major" : "minor";
}

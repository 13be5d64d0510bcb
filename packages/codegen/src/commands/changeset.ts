import { rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { disagreementText } from "../release/changeset/comparison.ts";
import type { ExportNeed } from "../release/changeset/exports.ts";
import type { Need } from "../release/changeset/needs.ts";
import {
  exportShortfallsOf,
  type Plan,
  planChangeset,
  type Shortfall,
  shortfallsOf,
  withMissing,
} from "../release/changeset/plan.ts";
import { pendingAfter, reconcileChangesets, staleChangesets } from "../release/changeset/reconcile.ts";
import { releaseStart, startOf } from "../release/changeset/start.ts";
import { type CompileUsage, usageCompiler } from "../release/usage/compile-usage.ts";
import { workspaceDocuments } from "../workspace/documents.ts";
import { codegenCall } from "../workspace/package-manager.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import type { ExitCode, Io } from "./io.ts";

export interface ChangesetFlags {
  readonly check: boolean;
  /** What to compare with instead of where the branch began: a file, `REF:path`, or a git ref. */
  readonly base?: string;
}

/**
 * `codegen changeset`: the changeset that the documents ask for, written or checked.
 *
 * @param compile Compiles old code; tests share one, since most of its time goes into the first use.
 * @param env `GITHUB_BASE_REF` names the branch that this one is merged into.
 */
export async function changeset(
  flags: ChangesetFlags,
  io: Io,
  compile: CompileUsage = usageCompiler(),
  env: NodeJS.ProcessEnv = process.env,
): Promise<ExitCode> {
  const root = await findWorkspace(io.cwd);
  const documents = await workspaceDocuments(root);
  const start = await startOf(flags.base, root, io.cwd, documents, env);
  if (start.note !== undefined) io.err(start.note);
  const plan = await planChangeset(root, documents, start, compile);
  for (const line of plan.comparisons.flatMap(disagreementText)) io.err(line);
  // What one branch after the other asks for may be less than what all of them together do.
  const total =
    flags.base === undefined && start.commit !== undefined
      ? await planChangeset(root, documents, releaseStart(root), compile)
      : undefined;
  if (flags.check) return check(plan, total === undefined ? [] : shortfallsOf(total), root, io);
  const missing = total === undefined ? [] : shortfallsOf({ ...total, pending: pendingAfter(plan) });
  return write(total === undefined || missing.length === 0 ? plan : withMissing(plan, missing, total), root, io);
}

async function write(plan: Plan, root: string, io: Io): Promise<ExitCode> {
  const { write: file, remove, lowered, rewritten } = reconcileChangesets(plan);
  const path = (name: string): string => join(root, ".changeset", name);
  if (file !== undefined) await writeFile(path(file.name), file.text);
  for (const name of remove) await rm(path(name));
  for (const name of [...(file === undefined ? [] : [file.name]), ...remove].sort())
    io.out(relative(io.cwd, path(name)));
  for (const name of rewritten)
    io.err(
      `${name} had been edited by hand; its text is written anew, so put words of your own into another changeset`,
    );
  const successor = file === undefined ? "nothing asks for it any more" : `${file.name} takes its place`;
  for (const name of remove) io.err(`${name} is gone; ${successor}`);
  const width = Math.max(0, ...plan.needs.map((need) => need.package.name.length));
  for (const need of plan.needs) io.err(`${need.package.name.padEnd(width)}  ${need.level.padEnd(5)}  ${why(need)}`);
  for (const { package: name, level, because } of lowered) io.err(`${name} stays at ${level}, because ${because}`);
  if (plan.needs.length === 0) io.err("no package needs a release because of openapi/");
  return 0;
}

/** @param overall what is missing since the last release, on any branch. */
function check(plan: Plan, overall: readonly Shortfall[], root: string, io: Io): ExitCode {
  const own = shortfallsOf(plan);
  const names = new Set(own.map(({ need }) => need.package.name));
  const shortfalls = [...own, ...overall.filter(({ need }) => !names.has(need.package.name))];
  const stale = staleChangesets(plan);
  const exports = exportShortfallsOf(plan);
  for (const { need, found } of shortfalls)
    io.out(`${need.package.name}: needs ${need.level} (${why(need)}), found ${found}`);
  for (const name of stale) io.out(`.changeset/${name}: does not tell of the documents as they are now`);
  for (const { need, found } of exports)
    io.out(`${need.package.name}: needs ${need.level} (${whyExports(need)}), found ${found}`);
  if (shortfalls.length + stale.length > 0) io.err(`run \`${codegenCall(root, "changeset")}\` and commit the result`);
  if (exports.length > 0) io.err("say in a changeset what became of these exports");
  if (shortfalls.length + stale.length + exports.length > 0) return 1;
  io.err(
    plan.needs.length === 0
      ? "no package needs a release because of openapi/"
      : "every change of openapi/ has its changeset",
  );
  return 0;
}

/** Enough to find the place; `exports.md` has all. */
const MOST_EXPORTS = 5;

function whyExports({ removed, changed, added }: ExportNeed): string {
  // What is added matters only where nothing breaks.
  const parts = removed.length + changed.length === 0 ? { added } : { removed, changed };
  return Object.entries(parts)
    .filter(([, exports]) => exports.length > 0)
    .map(([what, exports]) => {
      const more = exports.length > MOST_EXPORTS ? [`${exports.length - MOST_EXPORTS} more`] : [];
      return `${what}: ${[...exports.slice(0, MOST_EXPORTS), ...more].join(", ")}`;
    })
    .join("; ");
}

function why({ reason, channels }: Need): string {
  if (reason === "new") return "never released";
  return channels.length === 0 ? "other generated files" : `${reason}: ${channels.join(", ")}`;
}

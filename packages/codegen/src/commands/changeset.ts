import { rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { workflowCommand } from "@earmark/openapi";
import type { Level } from "@earmark/openapi-diff";
import { disagreementText } from "../release/changeset/comparison.ts";
import type { ExportNeed } from "../release/changeset/exports.ts";
import { manifestOf, type Problem, tooLowVersions, why, whyExports } from "../release/changeset/need-text.ts";
import type { Need } from "../release/changeset/needs.ts";
import { type Plan, planChangeset, withMissing } from "../release/changeset/plan.ts";
import { pendingAfter, reconcileChangesets, staleChangesets } from "../release/changeset/reconcile.ts";
import { exportShortfallsOf, type Shortfall, shortfallsOf } from "../release/changeset/shortfalls.ts";
import { releaseStart, type Start, startOf } from "../release/changeset/start.ts";
import { summaryOf, withoutNeeds } from "../release/changeset/summary.ts";
import type { SetVersions } from "../release/changeset/versions.ts";
import { type CompileUsage, usageCompiler } from "../release/usage/compile-usage.ts";
import { workspaceDocuments } from "../workspace/documents.ts";
import { codegenCall } from "../workspace/package-manager.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import type { ExitCode, Io } from "./io.ts";

export interface ChangesetFlags {
  readonly check: boolean;
  /** What to compare with instead of where the branch began: a file, `REF:path`, or a git ref. */
  readonly base?: string;
  /** How a check says what is wrong. */
  readonly format: "text" | "github";
}

/**
 * `codegen changeset`: the changesets that the documents ask for, written or checked. Where a workspace has no changesets,
 * a report in Markdown of what changes and which versions are right.
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
  if (plan.versions !== undefined) return report(plan, plan.versions, flags, root, start, compile, io);
  // What one branch after the other asks for may be less than what all of them together do.
  const total =
    flags.base === undefined && start.commit !== undefined
      ? await planChangeset(root, documents, releaseStart(root), compile)
      : undefined;
  if (flags.check) return check(plan, total === undefined ? [] : shortfallsOf(total), flags.format, root, io);
  const missing = total === undefined ? [] : shortfallsOf({ ...total, pending: pendingAfter(plan) });
  return write(total === undefined || missing.length === 0 ? plan : withMissing(plan, missing, total), root, io);
}

/** Fails where something breaks that no version tells of; when other versions are raised, is the team's own affair. */
async function report(
  plan: Plan,
  { since }: SetVersions,
  { check: isCheck, format }: ChangesetFlags,
  root: string,
  start: Start,
  compile: CompileUsage,
  io: Io,
): Promise<ExitCode> {
  const { markdown } = await summaryOf(plan, root, start, compile);
  for (const line of markdown) io.out(line);
  sayNeeds(plan, io);
  const compared = since === undefined ? "no earlier version is known" : `compared with ${start.name}`;
  io.err(`there are no changesets here, so versions in package.json count; ${compared}`);
  const tooLow = tooLowVersions(plan);
  for (const problem of tooLow) say(problem, format, io.err, io);
  return isCheck && tooLow.length > 0 ? 1 : 0;
}

async function write(plan: Plan, root: string, io: Io): Promise<ExitCode> {
  const { write: files, remove, lowered, rewritten } = reconcileChangesets(plan);
  const path = (name: string): string => join(root, ".changeset", name);
  for (const { name, text } of files) await writeFile(path(name), text);
  for (const { name } of remove) await rm(path(name));
  for (const { name } of [...files, ...remove].sort((a, b) => (a.name < b.name ? -1 : 1)))
    io.out(relative(io.cwd, path(name)));
  for (const name of rewritten)
    io.err(
      `${name} had been edited by hand; its text is written anew, so put words of your own into another changeset`,
    );
  for (const { name, successor } of remove)
    io.err(
      `${name} is gone; ${successor === undefined ? "nothing asks for it any more" : `${successor} takes its place`}`,
    );
  sayNeeds(plan, io);
  for (const { package: name, level, because } of lowered) io.err(`${name} stays at ${level}, because ${because}`);
  return 0;
}

function sayNeeds(plan: Plan, io: Io): void {
  const width = Math.max(0, ...plan.needs.map((need) => need.package.name.length));
  for (const need of plan.needs) io.err(`${need.package.name.padEnd(width)}  ${need.level.padEnd(5)}  ${why(need)}`);
  if (plan.needs.length === 0) io.err(withoutNeeds(plan));
}

/** @param overall what is missing since the last release, on any branch. */
function check(
  plan: Plan,
  overall: readonly Shortfall[],
  format: ChangesetFlags["format"],
  root: string,
  io: Io,
): ExitCode {
  const own = shortfallsOf(plan);
  const names = new Set(own.map(({ need }) => need.package.name));
  const shortfalls = [...own, ...overall.filter(({ need }) => !names.has(need.package.name))];
  const stale = staleChangesets(plan);
  const exports = exportShortfallsOf(plan);
  const problem = (need: Need | ExportNeed, reason: string, found: Level): Problem => {
    return { file: manifestOf(need), message: `${need.package.name}: needs ${need.level} ${reason}, found ${found}` };
  };
  const problems = [
    ...shortfalls.map(({ need, found }) => problem(need, `(${why(need)})${ofDocuments(need, plan)}`, found)),
    ...stale.map((name) => {
      const file = `.changeset/${name}`;
      return { file, message: `${file}: does not tell of the documents as they are now` };
    }),
    ...exports.map(({ need, found }) => problem(need, `(${whyExports(need)})`, found)),
  ];
  for (const one of problems) say(one, format, io.out, io);
  if (shortfalls.length + stale.length > 0) io.err(`run \`${codegenCall(root, "changeset")}\` and commit the result`);
  if (exports.length > 0) io.err("say in a changeset what became of these exports");
  if (problems.length > 0) return 1;
  io.err(plan.needs.length === 0 ? withoutNeeds(plan) : "every changed document has its changeset");
  return 0;
}

/** @param write writes what is for a terminal. */
function say(
  { file, message }: Problem,
  format: ChangesetFlags["format"],
  write: (line: string) => void,
  io: Io,
): void {
  if (format === "text") write(message);
  else io.workflowCommand(workflowCommand("error", { title: "changeset", place: { file } }, message));
}

/** Which documents ask for it, where a package has others that are told of. */
function ofDocuments({ package: { name }, documents }: Need, { needs }: Plan): string {
  const all = needs.find((need) => need.package.name === name)?.documents ?? documents;
  return documents.length < all.length ? ` for ${documents.join(", ")}` : "";
}

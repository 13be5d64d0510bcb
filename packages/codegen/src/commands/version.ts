import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { recordExports } from "../release/changeset/exports.ts";
import { tooLowVersions } from "../release/changeset/need-text.ts";
import { planChangeset } from "../release/changeset/plan.ts";
import { releaseStart } from "../release/changeset/start.ts";
import { recordRelease, releasedDocuments } from "../release/generated-outputs.ts";
import { pendingChangesets, usesChangesets } from "../release/pending-changesets.ts";
import { type CompileUsage, usageCompiler } from "../release/usage/compile-usage.ts";
import { workspaceDocuments } from "../workspace/documents.ts";
import { workspacePackages } from "../workspace/packages.ts";
import { UsageError } from "../workspace/usage-error.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import { generate } from "./generate.ts";
import type { ExitCode, Io } from "./io.ts";
import { type Install, installPackages, runCommand } from "./run-command.ts";

/**
 * `codegen version`: turns pending changesets into versions and changelogs, records in `openapi/released/` what the
 * release is generated from, and brings along what depends on versions: generated manifests and the lock file. Where a
 * workspace has no changesets, its versions are set by then, and there is only the record to write.
 *
 * @param install Refreshes the lock file; tests leave it out.
 * @param compile Compiles code that uses what is released; tests share one.
 */
export async function version(
  io: Io,
  install: Install = installPackages,
  compile: CompileUsage = usageCompiler(),
): Promise<ExitCode> {
  const root = await findWorkspace(io.cwd);
  if (!usesChangesets(root)) return record(root, io, compile);
  const { changesets, leavesPrerelease } = await pendingChangesets(root);
  if (changesets.length === 0 && !leavesPrerelease) {
    io.err("nothing to release: no changeset is pending; describe a change in a changeset");
    return 0;
  }
  // A document that nothing can be generated from is found out before anything is written.
  const released = await releasedDocuments(root, await workspaceDocuments(root), compile);
  const before = new Map((await workspacePackages(root)).map(({ name, version: old }) => [name, old]));
  if (!(await applyChangesets(root, io))) return 1;
  for (const { name, version: now } of await workspacePackages(root)) {
    const old = before.get(name);
    if (now !== old) io.out(`${name} ${old} → ${now}`);
  }
  for (const file of await recordRelease(released)) io.out(relative(io.cwd, file));
  for (const file of await recordExports(root)) io.out(relative(io.cwd, file));
  await generate({ check: false, failOnSkipped: false }, io);
  const installed = await install(root, io, "the versions are written", { lockfileOnly: true });
  const problems = await problemsLeft(root);
  for (const problem of problems) io.err(problem);
  return problems.length === 0 ? installed : 1;
}

async function record(root: string, io: Io, compile: CompileUsage): Promise<ExitCode> {
  const documents = await workspaceDocuments(root);
  const released = await releasedDocuments(root, documents, compile);
  const tooLow = tooLowVersions(await planChangeset(root, documents, releaseStart(root), compile));
  for (const { message } of tooLow) io.err(message);
  if (tooLow.length > 0) return 1;
  const files = [...(await recordRelease(released)), ...(await recordExports(root))];
  for (const file of files) io.out(relative(io.cwd, file));
  io.err(
    files.length === 0
      ? "nothing to record: the documents are as they were released"
      : "recorded; there are no changesets here, so versions are as you have set them: commit both together",
  );
  return 0;
}

/** What changesets leaves as it is without a word, and cannot have been meant. */
async function problemsLeft(root: string): Promise<readonly string[]> {
  const { changesets } = await pendingChangesets(root);
  const unversioned = (await workspacePackages(root)).filter(
    ({ isPrivate, version: now }) => !isPrivate && now === "0.0.0",
  );
  return [
    ...changesets.map((name) => `.changeset/${name} names private packages only, which no release versions; remove it`),
    ...unversioned.map(({ name }) => `${name} would be published as 0.0.0; name it in a changeset, and run this again`),
  ];
}

/** `changeset version`, or false where it fails; it fails before it writes. */
async function applyChangesets(root: string, io: Io): Promise<boolean> {
  const finished = await runCommand([process.execPath, changesetsBin(root), "version"], {
    cwd: root,
    // Without a repository, since a changelog would name the commit of each changeset: it depends on how a change was
    // merged and on how deep the clone is, and looking it up in a shallow one needs the network.
    env: { ...process.env, GIT_DIR: join(root, ".changeset/no-repository") },
    show: false,
  });
  if (finished?.code === 0) return true;
  const said = finished?.said.split("\n").filter((line) => line.trim() !== "" && !/^\s+at /.test(line)) ?? [];
  for (const line of said) io.err(line);
  io.err("`changeset version` failed, and nothing is written; correct the changeset that it names, and run this again");
  return false;
}

function changesetsBin(root: string): string {
  try {
    return createRequire(join(root, "package.json")).resolve("@changesets/cli/bin.js");
  } catch {
    throw new UsageError(`@changesets/cli is not installed in ${root}; add it to its devDependencies, and install`);
  }
}

import { relative, resolve } from "node:path";
import { formatProblem } from "../document/index.ts";
import { type Generated, generateFolder, generatePackages } from "../generate.ts";
import { type Drift, findDrift, writeTarget } from "../output/index.ts";
import { findWorkspace, UsageError, workspaceDocuments } from "../workspace.ts";
import type { ExitCode, Io } from "./io.ts";

export interface GenerateFlags {
  readonly check: boolean;
  readonly spec?: string;
  readonly out?: string;
}

/** `codegen generate`: writes what the documents become, or compares it with what is on disk. */
export async function generate(flags: GenerateFlags, io: Io): Promise<ExitCode> {
  const generated = await generateAll(flags, io);
  for (const { repairs, warnings } of generated) {
    for (const repair of repairs) io.err(`repaired: ${repair}`);
    for (const warning of warnings) io.err(formatProblem(warning));
  }
  return flags.check ? check(generated, io) : write(generated, io);
}

async function generateAll({ spec, out }: GenerateFlags, io: Io): Promise<Generated[]> {
  if (spec !== undefined && out !== undefined)
    return [await generateFolder(resolve(io.cwd, spec), resolve(io.cwd, out))];
  if (spec !== undefined || out !== undefined)
    throw new UsageError("--spec FILE and --out DIR belong together; pass both, or neither inside a workspace");
  const documents = await workspaceDocuments(await findWorkspace(io.cwd));
  return Promise.all(documents.map(generatePackages));
}

async function write(generated: readonly Generated[], io: Io): Promise<ExitCode> {
  const targets = generated.flatMap((result) => result.targets);
  const changed: string[] = [];
  // One after the other: when one fails, nothing is still being written behind the message.
  for (const target of targets) changed.push(...(await writeTarget(target)));
  for (const file of changed.sort()) io.out(relative(io.cwd, file));
  const files = targets.reduce((sum, target) => sum + target.files.length, 0);
  io.err(
    `${changed.length === 0 ? "nothing to do" : `${changed.length} changed`}: ${files} files in ${targets.length} folders`,
  );
  return 0;
}

const EXPLANATIONS: Readonly<Record<Drift["kind"], string>> = {
  missing: "missing",
  stale: "stale: the document or the generator has changed since",
  edited: "edited by hand: what is generated must not be changed",
  extra: "extra: nothing generates this file any more",
};

async function check(generated: readonly Generated[], io: Io): Promise<ExitCode> {
  const targets = generated.flatMap((result) => result.targets);
  const drift = (await Promise.all(targets.map(findDrift))).flat();
  for (const { path, kind } of drift) io.out(`${relative(io.cwd, path)}: ${EXPLANATIONS[kind]}`);
  const files = targets.reduce((sum, target) => sum + target.files.length, 0);
  if (drift.length === 0) {
    io.err(`${files} generated files are up to date`);
    return 0;
  }
  io.err(`${drift.length} of ${files} generated files have drifted; run \`pnpm generate\` and commit the result`);
  return 1;
}

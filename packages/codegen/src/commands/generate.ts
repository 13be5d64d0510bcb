import { join, relative, resolve } from "node:path";
import { counted, type Filter, formatDiagnostics, visible } from "@earmark/openapi";
import { type Generated, generateFolder, generateOutputs } from "../generate.ts";
import { type WorkspaceDocument, workspaceDocuments } from "../workspace/documents.ts";
import { manifestMistakes } from "../workspace/layout.ts";
import { codegenCall } from "../workspace/package-manager.ts";
import { packageFolders } from "../workspace/packages.ts";
import { type Drift, findDrift, findOrphans, foreignFiles, pathsIn, writeTarget } from "../workspace/target.ts";
import { UsageError } from "../workspace/usage-error.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import type { ExitCode, Io } from "./io.ts";

export interface GenerateFlags {
  readonly check: boolean;
  readonly failOnSkipped: boolean;
  readonly spec?: string;
  readonly out?: string;
  /** Applied to the document of `spec`, in this order. */
  readonly overlay?: readonly string[];
  /** Which operations of the document of `spec` are generated. */
  readonly include?: readonly string[];
  /** Which of these are not. */
  readonly exclude?: readonly string[];
  /** Whether its schemas are generated that no operation uses then. */
  readonly keepUnused?: boolean;
}

/** Rules about operations, media types and alternatives of security that a client cannot have. */
const SKIPPING: readonly string[] = ["skipped", "unsupported"];

/** `codegen generate`: writes what the documents become, or compares it with what is on disk. */
export async function generate(flags: GenerateFlags, io: Io): Promise<ExitCode> {
  const { generated, documents } = await generateAll(flags, io);
  for (const each of generated) reportNotes(each, io);
  const skipped = generated.flatMap(({ diagnostics }) => diagnostics.filter(({ rule }) => SKIPPING.includes(rule)));
  if (flags.failOnSkipped && skipped.length > 0) {
    const what = counted(skipped.length, "place is", "places are");
    io.err(`${what} skipped, which --fail-on-skipped forbids; nothing was written`);
    return 1;
  }
  const others = await othersOf(documents, generated, io);
  return flags.check ? check(generated, others, flags, io) : write(generated, others, io);
}

/** Says how a document was read, and what its author should know. */
export function reportNotes({ diagnostics }: Generated, io: Io): void {
  for (const line of formatDiagnostics(diagnostics)) io.err(line);
}

/** What else in the workspace is not as it would be generated, and has to be corrected by hand. */
async function othersOf(
  documents: readonly WorkspaceDocument[],
  generated: readonly Generated[],
  io: Io,
): Promise<readonly string[]> {
  if (documents.length === 0) return [];
  const root = await findWorkspace(io.cwd);
  const outputs = documents.flatMap((document) => document.outputs);
  const targets = generated.flatMap((one) => one.targets);
  const mistakes = outputs
    .flatMap((output) => manifestMistakes(output, pathsIn(output.folder, targets)))
    .map(({ file, message }) => `${relative(io.cwd, file)}: ${message}`);
  const packages = (await packageFolders(root)).map((folder) => join(root, folder));
  const current = outputs.map(({ folder }) => folder);
  const orphans = (await findOrphans(packages, current)).map(({ folder, document }) => {
    const isKnown = documents.some(({ origin }) => origin === document);
    const reason = isKnown
      ? `${document} is generated elsewhere now; remove it`
      : `${document}, from which it was generated, is gone; remove the package`;
    return `${relative(io.cwd, folder)}: extra: ${reason}`;
  });
  return [...orphans, ...mistakes].map(visible);
}

interface All {
  readonly generated: readonly Generated[];
  /** Those of the workspace; none for a single folder. */
  readonly documents: readonly WorkspaceDocument[];
}

async function generateAll(flags: GenerateFlags, io: Io): Promise<All> {
  const { spec, out, overlay = [] } = flags;
  const filter = filterOf(flags);
  if (spec !== undefined && out !== undefined)
    return { generated: [await generateInto(out, spec, filter, flags, io)], documents: [] };
  if (spec !== undefined || out !== undefined)
    throw new UsageError("--spec FILE and --out DIR belong together; pass both, or neither inside a workspace");
  if (overlay.length > 0)
    throw new UsageError("--overlay belongs to --spec FILE; name the overlays of a workspace in earmark.config.ts");
  if (filter !== undefined)
    throw new UsageError(
      "--include and --exclude belong to --spec FILE; say in earmark.config.ts what is generated from a document of a workspace",
    );
  const documents = await workspaceDocuments(await findWorkspace(io.cwd, ", or pass --spec FILE --out DIR"));
  return { generated: await Promise.all(documents.map((document) => generateOutputs(document))), documents };
}

function filterOf({ include = [], exclude = [], keepUnused = false }: GenerateFlags): Filter | undefined {
  if (include.length > 0 || exclude.length > 0) return { include, exclude, keepUnused };
  if (keepUnused)
    throw new UsageError("--keep-unused belongs to --include or --exclude; without them, all schemas are generated");
  return undefined;
}

async function generateInto(
  out: string,
  spec: string,
  filter: Filter | undefined,
  { check: isCheck, overlay = [] }: GenerateFlags,
  { cwd }: Io,
): Promise<Generated> {
  if (out === "") throw new UsageError("--out expects a folder, received an empty text");
  const generated = await generateFolder(
    resolve(cwd, spec),
    resolve(cwd, out),
    overlay.map((file) => resolve(cwd, file)),
    filter,
  );
  if (isCheck) return generated;
  const foreign = (await Promise.all(generated.targets.map(foreignFiles))).flat();
  if (foreign.length > 0) {
    const files = foreign.map((file) => relative(cwd, file)).join(", ");
    throw new UsageError(
      `${files}: expected nothing, or what was generated before; remove it, or choose another folder`,
    );
  }
  return generated;
}

async function write(generated: readonly Generated[], others: readonly string[], io: Io): Promise<ExitCode> {
  const targets = generated.flatMap((result) => result.targets);
  const changed: string[] = [];
  // One after the other: when one fails, nothing is still being written behind the message.
  for (const target of targets) changed.push(...(await writeTarget(target)));
  for (const file of changed.sort()) io.out(visible(relative(io.cwd, file)));
  for (const other of others) io.err(other);
  const files = targets.reduce((sum, target) => sum + target.files.length, 0);
  io.err(
    `${changed.length === 0 ? "nothing to do" : `${changed.length} changed`}: ${counted(files, "file")} in ${counted(targets.length, "folder")}`,
  );
  return 0;
}

const EXPLANATIONS: Readonly<Record<Drift["kind"], string>> = {
  missing: "missing",
  different:
    "different: the document, an overlay, the config or the generator has changed since, or the file was edited",
  extra: "extra: nothing generates this file any more",
};

async function check(
  generated: readonly Generated[],
  others: readonly string[],
  flags: GenerateFlags,
  io: Io,
): Promise<ExitCode> {
  const { spec } = flags;
  const targets = generated.flatMap((result) => result.targets);
  const drift = (await Promise.all(targets.map(findDrift))).flat();
  for (const { path, kind } of drift) io.out(visible(`${relative(io.cwd, path)}: ${EXPLANATIONS[kind]}`));
  for (const other of others) io.out(other);
  const files = targets.reduce((sum, target) => sum + target.files.length, 0);
  if (drift.length === 0) {
    if (others.length === 0) io.err(`${counted(files, "generated file is", "generated files are")} up to date`);
    return others.length === 0 ? 0 : 1;
  }
  const command = spec === undefined ? codegenCall(await findWorkspace(io.cwd), "generate") : folderCall(spec, flags);
  const drifted = counted(drift.length, "file has", "files have");
  io.err(visible(`${drifted} drifted from the ${files} that are generated; run \`${command}\` and commit the result`));
  return 1;
}

/** The call that would bring a folder up to date. */
function folderCall(
  spec: string,
  { out = "", overlay = [], include = [], exclude = [], keepUnused }: GenerateFlags,
): string {
  const listed = (flag: string, values: readonly string[]) => values.map((value) => ` ${flag} ${asArgument(value)}`);
  const edits = [...listed("--overlay", overlay), ...listed("--include", include), ...listed("--exclude", exclude)];
  const kept = keepUnused === true ? " --keep-unused" : "";
  return `codegen generate --spec ${asArgument(spec)}${edits.join("")}${kept} --out ${asArgument(out)}`;
}

/** As a shell takes it. */
function asArgument(text: string): string {
  return /^[\w./\\:@%+=,-]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`;
}

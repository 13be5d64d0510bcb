import { join, relative, resolve } from "node:path";
import { counted, fileKind, formatDiagnostics } from "@earmark/openapi";
import { connectOutputs } from "../workspace/adoption.ts";
import { DOCUMENTS, documentAt, namedDocuments } from "../workspace/documents.ts";
import { Edits } from "../workspace/edits.ts";
import { pathBetween } from "../workspace/files.ts";
import { errorsOf } from "../workspace/lint-documents.ts";
import { isPackageNamePart, UNUSABLE_NAME } from "../workspace/load-config.ts";
import { scaffold } from "../workspace/scaffold.ts";
import { replaceFiles } from "../workspace/staged-file.ts";
import { writeTarget } from "../workspace/target.ts";
import { UsageError } from "../workspace/usage-error.ts";
import { findWorkspace } from "../workspace/workspace.ts";
import { reportNotes } from "./generate.ts";
import { generateNew } from "./generate-new.ts";
import type { ExitCode, Io } from "./io.ts";
import { type Install, installPackages } from "./run-command.ts";

/**
 * `codegen add`: the packages of a new document, generated, and known to the workspace.
 *
 * @param install Makes the workspace know them: a new package is unknown to the lock file. Tests leave it out.
 */
export async function add(file: string, io: Io, install: Install = installPackages): Promise<ExitCode> {
  const root = await findWorkspace(io.cwd);
  const path = resolve(io.cwd, file);
  const document = await documentAt(path);
  // It may be one of another workspace.
  if (document === undefined || relative(join(root, document.origin), path) !== "")
    throw new UsageError(
      `${file} is no document of the workspace; move it to ${join(root, DOCUMENTS)} as NAME.yaml, or name it in earmark.config.ts: documents: { NAME: "${pathBetween(root, path)}" }`,
    );
  // All that can be wrong with the document is found out before anything is written.
  const kind = await fileKind(path);
  if (kind === "overlay")
    throw new UsageError(`${file} is an overlay and no API; name it in the \`overlays\` of earmark.config.ts`);
  if (kind === "shared")
    throw new UsageError(`${file} holds shared schemas and is no API; add the documents that refer to it`);
  const errors = await errorsOf([path]);
  for (const line of formatDiagnostics(errors)) io.err(line);
  if (errors.length > 0) {
    io.err(`${file} has ${counted(errors.length, "error")}; nothing is written`);
    return 1;
  }
  const { name } = document;
  if (!isPackageNamePart(name)) throw new UsageError(`${name} ${UNUSABLE_NAME}`);
  await namedDocuments(root);
  const generated = await generateNew(root, document);
  reportNotes(generated, io);
  const edits = new Edits(root);
  const advice = await connectOutputs(root, document.outputs, generated.targets, edits);
  const scaffolded = await scaffold(root, document, generated, edits);
  const files = [...scaffolded, ...edits.changed()];
  await replaceFiles(files);
  const written = files.map(({ path }) => path);
  for (const target of generated.targets) written.push(...(await writeTarget(target)));
  for (const each of written.sort()) io.out(relative(io.cwd, each));
  for (const line of advice) io.err(`By hand: ${line}.`);
  return install(root, io, "the packages are written");
}

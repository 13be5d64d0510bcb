import {
  applyRules,
  type Diagnostic,
  type Document,
  DocumentError,
  type Examined,
  examineDocument,
  type Filter,
  filterDocument,
  type Model,
  type Reading,
  type RuleSettings,
  readOverlaid,
  withoutIgnored,
} from "@earmark/openapi";
import { type Emitter, emitters, type Imports, type SourceFile, sourceFile } from "./emit/index.ts";
import { runEmitters } from "./run-emitters.ts";
import { moduleMarker, STANDALONE, standaloneFiles } from "./standalone.ts";
import { readWorkspaceDocument, type WorkspaceDocument } from "./workspace/documents.ts";
import { emittersOf, importsOf, type Output } from "./workspace/layout.ts";
import { manifestFile } from "./workspace/manifest.ts";
import type { Target } from "./workspace/target.ts";

/** What a document becomes, in memory: nothing is written yet. */
export interface Generated {
  readonly model: Model;
  readonly targets: readonly Target[];
  /** What there is to say about the document, although it can be generated. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What is generated from a document of the workspace.
 *
 * @param readFrom Where its content is, if not in its place yet.
 */
export async function generateOutputs(owner: WorkspaceDocument, readFrom: string = owner.path): Promise<Generated> {
  const examined = await examine(await readWorkspaceDocument({ ...owner, path: readFrom }), owner.rules);
  return { ...examined, targets: targetsOf(examined, owner) };
}

/** A document that has been read, which may be another edition of one of the workspace, and what becomes of it. */
export interface Edition extends Examined {
  /** The files that are generated, made when they are asked for first. */
  readonly targets: () => readonly Target[];
  /** Where they go. */
  readonly outputs: readonly Output[];
}

/**
 * @param owner The document of the workspace that it is an edition of.
 * @throws {DocumentError} where nothing can be generated.
 */
export async function editionOf(document: Document, owner: WorkspaceDocument): Promise<Edition> {
  const examined = await examine({ document, diagnostics: [] });
  let targets: readonly Target[] | undefined;
  return {
    ...examined,
    outputs: owner.outputs,
    targets: () => {
      targets ??= targetsOf(examined, owner);
      return targets;
    },
  };
}

function targetsOf(examined: Examined, { outputs, emitters: chosen }: WorkspaceDocument): readonly Target[] {
  return outputs.map((output) => {
    const files = emitted(examined, importsOf(output, outputs), emittersOf(output, chosen), chosen);
    return target(examined.model.document, output.folder, [...files, ...moduleMarker(output)]);
  });
}

function emitted(
  { model, views }: Examined,
  imports: Imports,
  chosen: readonly Emitter[],
  all: readonly Emitter[],
): readonly SourceFile[] {
  const file = (path: string, lines: readonly string[]) => sourceFile(path, model.document.origin, lines);
  return runEmitters(model, { views, imports, file }, chosen, all);
}

/**
 * One folder that works by itself, outside any workspace.
 *
 * @param overlays Paths of overlays, which are applied to the document first.
 * @param filter Which of its operations are generated.
 * @default filter all
 */
export async function generateFolder(
  spec: string,
  folder: string,
  overlays: readonly string[] = [],
  filter?: Filter,
): Promise<Generated> {
  const examined = await examine(filterDocument(await readOverlaid(spec, overlays), filter));
  // The schemas as data are for tools within a workspace, and large.
  const chosen = Object.values(emitters).filter((emitter) => emitter !== emitters.schemas);
  const files = [...emitted(examined, STANDALONE, chosen, chosen), ...(await standaloneFiles(folder))];
  return { ...examined, targets: [target(examined.model.document, folder, files, false)] };
}

/**
 * @param rules Where they make an exception from a rule, or switch it off, it is not said. Their severities are those of
 * `lint`: what can be generated, is.
 * @throws {DocumentError} with everything that is wrong, where nothing can be generated.
 */
async function examine({ document, diagnostics }: Reading, rules: RuleSettings = {}): Promise<Examined> {
  if (document === undefined) throw new DocumentError(diagnostics);
  const examined = await examineDocument(document, diagnostics);
  const serious = examined.diagnostics.filter(({ severity }) => severity !== "info");
  if (serious.some(({ severity }) => severity === "error")) throw new DocumentError(serious);
  const exceptions = Object.entries(rules).filter(([, setting]) => setting !== "warning" && setting !== "error");
  const { diagnostics: left } = await withoutIgnored(examined.diagnostics, document);
  return { ...examined, diagnostics: applyRules(left, Object.fromEntries(exceptions)).diagnostics };
}

function target(document: Document, folder: string, files: readonly SourceFile[], exclusive = true): Target {
  return { folder, exclusive, files: [...files, manifestFile(document, files)] };
}

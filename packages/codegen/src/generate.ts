import {
  applyRules,
  type Diagnostic,
  type Document,
  DocumentError,
  type Examined,
  examineDocument,
  type Reading,
  type RuleSettings,
  readOverlaid,
  withoutIgnored,
} from "@earmark/openapi";
import { EMITTERS, type Imports, type SourceFile } from "./emit/index.ts";
import { STANDALONE, standaloneFiles } from "./standalone.ts";
import type { WorkspaceDocument } from "./workspace/documents.ts";
import { manifestFile } from "./workspace/manifest.ts";
import type { Target } from "./workspace/target.ts";

/** What a document becomes, in memory: nothing is written yet. */
export interface Generated {
  readonly targets: readonly Target[];
  /** What there is to say about the document, although it can be generated. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The three packages that a document of the workspace feeds. */
export async function generatePackages(document: WorkspaceDocument): Promise<Generated> {
  const { path, origin, overlays, rules, folders } = document;
  return packagesOf(await examine(await readOverlaid(path, overlays, origin), rules), folders);
}

/** A document that has been read, which may be another edition of one of the workspace, and what becomes of it. */
export interface Edition extends Examined {
  /** The files of its packages, made when they are asked for first. */
  readonly targets: () => readonly Target[];
}

/** @throws {DocumentError} where nothing can be generated. */
export async function editionOf(document: Document, folders: WorkspaceDocument["folders"]): Promise<Edition> {
  const examined = await examine({ document, diagnostics: [] });
  let targets: readonly Target[] | undefined;
  return {
    ...examined,
    targets: () => {
      targets ??= packagesOf(examined, folders).targets;
      return targets;
    },
  };
}

function packagesOf({ model, views, diagnostics }: Examined, folders: WorkspaceDocument["folders"]): Generated {
  const { document } = model;
  const imports = packageImports(document.name);
  const targets = Object.entries(folders).map(([kind, folder]) => {
    const emitters = EMITTERS.filter((emitter) => emitter.kind === kind);
    return target(
      document,
      folder,
      emitters.flatMap(({ emit }) => emit(model, views, imports)),
    );
  });
  return { targets, diagnostics };
}

/** What the packages of a document of the workspace import from. */
export function packageImports(name: string): Imports {
  const types = `@earmark/${name}-types`;
  return {
    validation: "@earmark/validation",
    runtime: "@earmark/validation/runtime",
    http: "@earmark/http",
    checks: `@earmark/${name}-validators/checks`,
    types,
    strictTypes: `${types}/strict`,
  };
}

/**
 * One folder that works by itself, outside any workspace.
 *
 * @param overlays Paths of overlays, which are applied to the document first.
 */
export async function generateFolder(
  spec: string,
  folder: string,
  overlays: readonly string[] = [],
): Promise<Generated> {
  const { model, views, diagnostics } = await examine(await readOverlaid(spec, overlays));
  const emitters = EMITTERS.filter(({ standalone }) => standalone);
  const files = [...emitters.flatMap(({ emit }) => emit(model, views, STANDALONE)), ...(await standaloneFiles(folder))];
  return { targets: [target(model.document, folder, files, false)], diagnostics };
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

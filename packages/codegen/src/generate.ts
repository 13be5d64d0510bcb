import {
  type Diagnostic,
  type Document,
  DocumentError,
  type Examined,
  examineDocument,
  type Reading,
  readDocument,
} from "@earmark/openapi";
import { emitClient, emitOperations, emitSchemas, emitTypes, emitValidators, type SourceFile } from "./emit/index.ts";
import { manifestFile } from "./output/manifest.ts";
import type { Target } from "./output/target.ts";
import { STANDALONE, standaloneFiles } from "./standalone.ts";
import type { WorkspaceDocument } from "./workspace.ts";

/** What a document becomes, in memory: nothing is written yet. */
export interface Generated {
  readonly targets: readonly Target[];
  /** What there is to say about the document, although it can be generated. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The three packages that a document of the workspace feeds. */
export async function generatePackages({ path, origin, folders }: WorkspaceDocument): Promise<Generated> {
  return packagesOf(await examine(await readDocument(path, origin)), folders);
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
  const types = `@earmark/${document.name}-types`;
  const validators = emitValidators(model, views, {
    validation: "@earmark/validation",
    runtime: "@earmark/validation/runtime",
    types,
    strictTypes: `${types}/strict`,
  });
  const client = [...emitOperations(model, "@earmark/http"), ...emitSchemas(model), ...emitClient(model, views)];
  return {
    targets: [
      target(document, folders.types, emitTypes(model, views)),
      target(document, folders.validators, validators),
      target(document, folders.client, client),
    ],
    diagnostics,
  };
}

/** One folder that works by itself, outside any workspace. */
export async function generateFolder(spec: string, folder: string): Promise<Generated> {
  const { model, views, diagnostics } = await examine(await readDocument(spec));
  const files = [
    ...emitTypes(model, views),
    ...emitValidators(model, views, { ...STANDALONE, types: "./types.gen.js", strictTypes: "./types.strict.gen.js" }),
    ...emitOperations(model, STANDALONE.operation),
    ...(await standaloneFiles(folder)),
  ];
  return { targets: [target(model.document, folder, files, false)], diagnostics };
}

/** @throws {DocumentError} with everything that is wrong, where nothing can be generated. */
async function examine({ document, diagnostics }: Reading): Promise<Examined> {
  if (document === undefined) throw new DocumentError(diagnostics);
  const examined = await examineDocument(document, diagnostics);
  const serious = examined.diagnostics.filter(({ severity }) => severity !== "info");
  if (serious.some(({ severity }) => severity === "error")) throw new DocumentError(serious);
  return examined;
}

function target(document: Document, folder: string, files: readonly SourceFile[], exclusive = true): Target {
  return { folder, exclusive, files: [...files, manifestFile(document, files)] };
}

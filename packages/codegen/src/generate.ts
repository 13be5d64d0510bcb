import {
  buildModel,
  buildViews,
  checkModel,
  type Diagnostic,
  type Document,
  DocumentError,
  expectDocument,
  type Model,
  readDocument,
  type Views,
} from "@earmark/openapi";
import { emitClient, emitOperations, emitSchemas, emitTypes, emitValidators, type SourceFile } from "./emit/index.ts";
import { manifestFile, type Target } from "./output/index.ts";
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
  const reading = await readDocument(path, origin);
  const { diagnostics, ...generated } = await generateFrom(expectDocument(reading), folders);
  return { ...generated, diagnostics: [...reading.diagnostics, ...diagnostics] };
}

/** The same from a document that has been read, which may be another edition of it. */
export async function generateFrom(document: Document, folders: WorkspaceDocument["folders"]): Promise<Generated> {
  const { model, diagnostics } = await modelOf(document);
  const views = buildViews(model);
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
  const reading = await readDocument(spec);
  const document = expectDocument(reading);
  const { model, views, diagnostics } = await modelOf(document);
  const files = [
    ...emitTypes(model, views),
    ...emitValidators(model, views, { ...STANDALONE, types: "./types.gen.js", strictTypes: "./types.strict.gen.js" }),
    ...emitOperations(model, STANDALONE.operation),
    ...(await standaloneFiles(folder)),
  ];
  return {
    targets: [target(document, folder, files, false)],
    diagnostics: [...reading.diagnostics, ...diagnostics],
  };
}

/** @throws {DocumentError} with everything for which nothing is generated. */
async function modelOf(document: Document): Promise<{
  readonly model: Model;
  readonly views: Views;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { model, diagnostics } = buildModel(document);
  if (diagnostics.some(({ severity }) => severity === "error"))
    throw new DocumentError(diagnostics.filter(({ severity }) => severity !== "info"));
  const views = buildViews(model);
  return { model, views, diagnostics: [...diagnostics, ...views.diagnostics, ...(await checkModel(model))] };
}

function target(document: Document, folder: string, files: readonly SourceFile[], exclusive = true): Target {
  return { folder, exclusive, files: [...files, manifestFile(document, files)] };
}

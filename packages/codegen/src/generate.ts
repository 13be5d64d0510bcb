import {
  buildModel,
  buildViews,
  checkModel,
  type Diagnostic,
  type Document,
  expectDocument,
  readDocument,
  summariseRepairs,
} from "@earmark/openapi";
import { emitClient, emitOperations, emitSchemas, emitTypes, emitValidators, type SourceFile } from "./emit/index.ts";
import { manifestFile, type Target } from "./output/index.ts";
import { STANDALONE, standaloneFiles } from "./standalone.ts";
import type { WorkspaceDocument } from "./workspace.ts";

/** What a document becomes, in memory: nothing is written yet. */
export interface Generated {
  readonly targets: readonly Target[];
  /** Repairs of the document that change what it means, one line each. */
  readonly repairs: readonly string[];
  /** What its author should know, although it can be generated. */
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
  const model = buildModel(document);
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
    repairs: summariseRepairs(model.repairs),
    diagnostics: [...model.warnings, ...(await checkModel(model))],
  };
}

/** One folder that works by itself, outside any workspace. */
export async function generateFolder(spec: string, folder: string): Promise<Generated> {
  const reading = await readDocument(spec);
  const document = expectDocument(reading);
  const model = buildModel(document);
  const views = buildViews(model);
  const files = [
    ...emitTypes(model, views),
    ...emitValidators(model, views, { ...STANDALONE, types: "./types.gen.js", strictTypes: "./types.strict.gen.js" }),
    ...emitOperations(model, STANDALONE.operation),
    ...(await standaloneFiles(folder)),
  ];
  return {
    targets: [target(document, folder, files, false)],
    repairs: summariseRepairs(model.repairs),
    diagnostics: [...reading.diagnostics, ...model.warnings, ...(await checkModel(model))],
  };
}

function target(document: Document, folder: string, files: readonly SourceFile[], exclusive = true): Target {
  return { folder, exclusive, files: [...files, manifestFile(document, files)] };
}

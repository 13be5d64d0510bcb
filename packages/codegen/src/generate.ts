import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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
import { BANNER, EMITTERS, type Imports, type SourceFile } from "./emit/index.ts";
import { jsonObject, type WorkspaceDocument } from "./workspace/documents.ts";
import { manifestFile } from "./workspace/manifest.ts";
import { isSameText, readText, type Target } from "./workspace/target.ts";
import { UsageError } from "./workspace/usage-error.ts";

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
  const types = `@earmark/${document.name}-types`;
  const imports: Imports = {
    validation: "@earmark/validation",
    runtime: "@earmark/validation/runtime",
    operation: "@earmark/http",
    webhooks: "@earmark/http",
    checks: `@earmark/${document.name}-validators/checks`,
    types,
    strictTypes: `${types}/strict`,
  };
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
  const emitted = emitters.flatMap(({ emit }) => emit(model, views, STANDALONE));
  const files = [...emitted, ...(await standaloneFiles(folder, emitted))];
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

/** Where a standalone folder keeps what generated files import. */
const STANDALONE: Imports = {
  validation: "./validation/index.js",
  runtime: "./validation/runtime.js",
  operation: "./http/operation.js",
  webhooks: "./http/webhook.js",
  checks: "./checks.gen.js",
  types: "./types.gen.js",
  strictTypes: "./types.strict.gen.js",
};

/** What makes a folder of generated files work by itself: the validation runtime, what they import of http, ES modules. */
async function standaloneFiles(folder: string, emitted: readonly SourceFile[]): Promise<SourceFile[]> {
  const imported = emitted.flatMap(({ path, text }) =>
    [...text.matchAll(/from "\.\/http\/(.+)\.js"/g)].map(
      ([, name]) => `${name}${path.endsWith(".d.ts") ? ".d.ts" : ".js"}`,
    ),
  );
  return [
    ...(await packageJson(folder)),
    ...(await closure(packageFolder("@earmark/validation"), ["index.js", "runtime.js"], "validation")),
    ...(await closure(packageFolder("@earmark/http"), imported, "http")),
  ];
}

/** Without `"type": "module"`, older Node takes the files for CommonJS. A `package.json` that is not ours is not touched. */
async function packageJson(folder: string): Promise<SourceFile[]> {
  const path = "package.json";
  const text = `${JSON.stringify({ private: true, type: "module", sideEffects: false }, null, 2)}\n`;
  const found = await readText(join(folder, path));
  if (found !== undefined && !isSameText(found, text)) {
    if (jsonObject(found)?.type === "module") return [];
    throw new UsageError(
      `${join(folder, path)} has no "type": "module", which generated files need; add it, or choose another folder`,
    );
  }
  return [{ path, text }];
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(name)));
}

/**
 * The given modules of a built package and everything that they import, with declarations. Their first line is that of
 * generated files, by which they are known when they are replaced or deleted.
 */
async function closure(folder: string, entries: readonly string[], into: string): Promise<SourceFile[]> {
  const files = new Map<string, string>();
  const visit = async (name: string): Promise<void> => {
    if (files.has(name)) return;
    const text = (await readFile(join(folder, name), "utf8")).replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
    files.set(name, text);
    for (const [, specifier = ""] of text.matchAll(/from "(\.[^"]+)"/g)) {
      const imported = join(dirname(name), specifier).replaceAll("\\", "/");
      // Declarations keep the extension that the source was written with.
      await visit(imported.replace(/\.[jt]s$/, name.endsWith(".d.ts") ? ".d.ts" : ".js"));
    }
    if (name.endsWith(".js")) await visit(name.replace(/\.js$/, ".d.ts"));
  };
  for (const entry of entries) await visit(entry);
  const banner = `${BANNER}@earmark/${into} by \`codegen generate\`. Do not edit.\n`;
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => ({ path: `${into}/${name}`, text: banner + withoutPackages(text) }));
}

/** There are no packages: the validation runtime is in the folder beside. */
function withoutPackages(text: string): string {
  return text.replaceAll(
    /(?<=from )"@earmark\/validation(?:\/(runtime))?"/g,
    (_, entry: string | undefined) => `"../validation/${entry ?? "index"}.js"`,
  );
}

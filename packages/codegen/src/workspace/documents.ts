import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import {
  DocumentError,
  didYouMean,
  displayPath,
  type Filter,
  fileKind,
  filterDocument,
  type Reading,
  type RuleSettings,
  readOverlaid,
  readSource,
} from "@earmark/openapi";
import { type Emitter, emitters } from "../emit/index.ts";
import type { Config, DocumentSettings } from "./config.ts";
import { pathBetween } from "./files.ts";
import { kindsOf, type Output, outputsOf } from "./layout.ts";
import { loadConfig } from "./load-config.ts";
import { codegenCall } from "./package-manager.ts";
import type { RemoteSource } from "./remote/document-request.ts";
import { isUrl } from "./remote/document-url.ts";
import { UsageError } from "./usage-error.ts";
import { findWorkspace, packageGlobs, packagesFolder, scopeOf } from "./workspace.ts";

/**
 * A document of the workspace and what is generated from it: by convention `openapi/NAME.yaml`, and three packages
 * `NAME-types`, `NAME-validators` and `NAME-client`. What the config says of it is part of it.
 */
export interface WorkspaceDocument {
  readonly path: string;
  /** `NAME`. */
  readonly name: string;
  /** Path from the root of the workspace, with forward slashes. */
  readonly origin: string;
  /** Where `codegen pull` fetches it, if it is not written here. */
  readonly source: (RemoteSource & { readonly path: string | undefined }) | undefined;
  /** Overlays that are applied to it, in this order: absolute paths. */
  readonly overlays: readonly string[];
  /** Which operations are generated. */
  readonly filter: Filter;
  readonly rules: RuleSettings;
  readonly emitters: readonly Emitter[];
  readonly outputs: readonly Output[];
}

/** Where documents are unless the config says otherwise. */
export const DOCUMENTS = "openapi";

/**
 * The documents directly in `openapi/`, and those that the config names, sorted by name, whether or not anything was
 * generated from them. Files of shared schemas beside them are parts of documents, and none themselves.
 *
 * @param given The config, if it is not to be the one that is there.
 */
export async function namedDocuments(root: string, given?: Config): Promise<readonly WorkspaceDocument[]> {
  const documents = await presentDocuments(root, given);
  if (documents.length > 0) return documents;
  throw new UsageError(`there is no document in ${join(root, DOCUMENTS)}; put one there as NAME.yaml`);
}

/** The same for a workspace that may have none yet. */
export async function presentDocuments(root: string, given?: Config): Promise<readonly WorkspaceDocument[]> {
  const loaded = await loadConfig(root);
  const config = given ?? loaded.config;
  const folder = join(root, DOCUMENTS);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries
    .filter((entry) => entry.isFile() && isDocumentName(entry.name))
    .map(({ name }) => join(folder, name));
  const settings = Object.entries(config.documents ?? {}).map(([name, one]) => [name, settingsOf(one)] as const);
  const configured = settings.map(([name, { path }]): [string, string] => [
    name,
    path === undefined ? conventionalPath(root, name, found) : resolve(root, path),
  ]);
  const others = found.filter((path) => !configured.some(([, other]) => other === path));
  const files = [...configured, ...others.map((path): [string, string] => [documentName(path), path])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, path]) => describeDocument(root, path, config, name));
  for (const { path } of files) requireInside(root, path);
  if (files.length === 0) return [];
  const documents = await apisAmong(
    files,
    root,
    settings.map(([name]) => name),
  );
  if (documents.length === 0)
    throw new UsageError(`${folder} has files of shared schemas only; put a document there as NAME.yaml`);
  const known = documents.map(({ name }) => name);
  for (const name of Object.keys(config.overlays ?? {}).filter((each) => !known.includes(each))) {
    const advice = didYouMean(name, known) || `; there are ${known.join(", ")}`;
    throw new UsageError(`${displayPath(loaded.file ?? root)}: overlays.${name}: there is no such document${advice}`);
  }
  return documents;
}

/** The file beside a document that says what `codegen pull` fetched, by the name of the document. */
export function recordName(name: string): string {
  return `${name}.source.json`;
}

/** Whether a file is one of {@link recordName}. */
export function isRecord(path: string): boolean {
  return path.endsWith(recordName(""));
}

function isDocumentName(name: string): boolean {
  return /\.(ya?ml|json)$/.test(name) && !isRecord(name);
}

function conventionalPath(root: string, name: string, found: readonly string[]): string {
  return found.find((path) => documentName(path) === name) ?? join(root, DOCUMENTS, `${name}.yaml`);
}

function settingsOf(settings: string | DocumentSettings): DocumentSettings {
  if (typeof settings !== "string") return settings;
  return isUrl(settings) ? { url: settings } : { path: settings };
}

/**
 * Those of the files that are documents of APIs.
 *
 * @param configured Names of the documents that the config names: they are what it says.
 * @throws {UsageError} when two feed the same packages, one the folder within that of another, or an overlay is applied to none.
 */
async function apisAmong(
  files: readonly WorkspaceDocument[],
  root: string,
  configured: readonly string[],
): Promise<readonly WorkspaceDocument[]> {
  const kinds = new Map(await Promise.all(files.map(async (file) => [file, await fileKind(file.path)] as const)));
  const hasApi = [...kinds.values()].includes("api");
  // Components alone are shared by the documents beside them, unless something is generated from them.
  const documents = files.filter((file) => {
    const kind = kinds.get(file);
    if (configured.includes(file.name)) return true;
    return kind === "components" ? !hasApi || file.outputs.some(({ owner }) => existsSync(owner)) : kind === "api";
  });
  // `a.yaml` and `a.json` would overwrite what the other one is generated into.
  for (const [one, other] of Map.groupBy(documents, ({ name }) => name).values())
    if (one !== undefined && other !== undefined)
      throw new UsageError(`${one.origin} and ${other.origin} feed the same packages; rename one of them`);
  requireApart(root, documents);
  const applied = new Set(documents.flatMap(({ overlays }) => overlays));
  for (const [{ path, origin }, kind] of kinds) {
    if (kind !== "overlay" || applied.has(path)) continue;
    const advice = "name it in the `overlays` of earmark.config.ts, or move it to another folder";
    throw new UsageError(`${origin} is an overlay that is applied to no document; ${advice}`);
  }
  return documents;
}

/** A folder of generated files has no others: what is generated for one document would be deleted for the other. */
function requireApart(root: string, documents: readonly WorkspaceDocument[]): void {
  const folders = documents.flatMap(({ name, outputs }) => outputs.map(({ folder }) => ({ name, folder })));
  for (const outer of folders)
    for (const inner of folders)
      if (inner !== outer && `${inner.folder}${sep}`.startsWith(`${outer.folder}${sep}`))
        throw new UsageError(
          `${pathBetween(root, inner.folder)}, for ${inner.name}, is in the folder that is generated for ${outer.name}; set another \`into\` in earmark.config.ts`,
        );
}

/** The documents of {@link namedDocuments}, for all of which there is a package to generate into. */
export async function workspaceDocuments(root: string): Promise<readonly WorkspaceDocument[]> {
  const documents = await namedDocuments(root);
  for (const { path, origin, outputs, source, name } of documents) {
    if (source !== undefined && !existsSync(path))
      throw new UsageError(`${origin} was never pulled; run \`${codegenCall(root, `pull ${name}`)}\``);
    for (const { owner } of outputs) {
      if (existsSync(join(owner, "package.json"))) continue;
      // A document that nothing can be made of is the first thing to correct.
      const { diagnostics } = await readSource(path, { file: "put it there", root: "an OpenAPI document" });
      if (diagnostics.length > 0) throw new DocumentError(diagnostics);
      throw new UsageError(
        `${origin} feeds ${relative(root, owner)}, which does not exist; run \`${codegenCall(root, `add ${origin}`)}\``,
      );
    }
  }
  return documents;
}

/** A document at a path and what it feeds, whether or not that exists. */
export function describeDocument(
  root: string,
  path: string,
  config: Config,
  name: string = documentName(path),
): WorkspaceDocument {
  const origin = pathBetween(root, path);
  const ofName = config.documents?.[name];
  const settings = ofName === undefined ? {} : settingsOf(ofName);
  const isWorkspace = packageGlobs(root) !== undefined;
  const layout = settings.layout ?? config.layout ?? (isWorkspace ? "packages" : "folder");
  const standard = layout === "folder" ? "src/generated" : packagesFolder(root);
  const { url, headers = {}, include = [], exclude = [], keepUnused = false } = settings;
  // Of a new file without a path, the content decides on the extension.
  const isSettled = settings.path !== undefined || existsSync(path);
  const chosen = config.emitters ?? Object.values(emitters);
  return {
    path,
    name,
    origin,
    source: url === undefined ? undefined : { url, headers, path: isSettled ? path : undefined },
    overlays: (new Map(Object.entries(config.overlays ?? {})).get(name) ?? []).map((overlay) => resolve(root, overlay)),
    filter: { include, exclude, keepUnused },
    rules: config.rules ?? {},
    emitters: chosen,
    outputs: outputsOf(name, {
      root,
      layout,
      into: settings.into ?? config.into ?? standard,
      scopes: { declared: config.scope, conventional: scopeOf(root) },
      kinds: kindsOf(chosen),
    }),
  };
}

/** @throws {UsageError} when a document is outside the workspace: it would be another one on each machine. */
function requireInside(root: string, path: string): void {
  if (isInside(root, path)) return;
  const advice = `copy it to ${DOCUMENTS}/, or name its URL in earmark.config.ts and run \`codegen pull\``;
  throw new UsageError(`${path} is outside of the workspace ${root}; ${advice}`);
}

export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** `NAME` of a file `NAME.yaml`. */
export function documentName(path: string): string {
  return path.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
}

/** Reads a document as it is generated: after its overlays and its filter, under its name. */
export async function readWorkspaceDocument(owner: WorkspaceDocument): Promise<Reading> {
  const { path, overlays, filter, origin, name } = owner;
  const { document, diagnostics } = filterDocument(await readOverlaid(path, overlays, origin), filter);
  return { document: document && { ...document, name }, diagnostics };
}

/** The document of the workspace around it that a file is; undefined for any other file. It need not exist. */
export async function documentAt(path: string): Promise<WorkspaceDocument | undefined> {
  const root = await findWorkspace(dirname(path)).catch(() => undefined);
  if (root === undefined) return undefined;
  const { config } = await loadConfig(root);
  const named = nameInConfig(config, isAt(root, resolve(path)));
  return named === undefined && !isConventional(root, path) ? undefined : describeDocument(root, path, config, named);
}

/** The name of the document that a config has with such settings; undefined where it has none. */
export function nameInConfig(
  { documents = {} }: Config,
  has: (settings: DocumentSettings) => boolean,
): string | undefined {
  return Object.entries(documents).find(([, settings]) => has(settingsOf(settings)))?.[0];
}

/** Tells the settings of the document that is the file at an absolute path. */
export function isAt(root: string, path: string): (settings: DocumentSettings) => boolean {
  return ({ path: configured }) => configured !== undefined && resolve(root, configured) === path;
}

/** Whether a file is directly in `openapi/`. Compared as the system does: on Windows, capitals make no difference. */
export function isConventional(root: string, path: string): boolean {
  return relative(join(root, DOCUMENTS), dirname(path)) === "";
}

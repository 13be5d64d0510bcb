import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import {
  DocumentError,
  didYouMean,
  displayPath,
  fileKind,
  isJsonObject,
  type JsonObject,
  type RuleSettings,
  readSource,
} from "@earmark/openapi";
import type { Config } from "./config.ts";
import { findConfig, loadConfig } from "./load-config.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The nearest folder upwards that has a `pnpm-workspace.yaml`.
 *
 * @param otherwise what else the caller could do than to run inside one.
 */
export async function findWorkspace(start: string, otherwise = ""): Promise<string> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
    if (folder === dirname(folder)) {
      throw new UsageError(`not in a pnpm workspace; run this inside one${otherwise}`);
    }
  }
}

/**
 * A document of the workspace and the three packages that it feeds, by convention: `openapi/NAME.yaml`, `packages/NAME-*`.
 * What the config says of it is part of it.
 */
export interface WorkspaceDocument {
  readonly path: string;
  /** `NAME`. */
  readonly name: string;
  /** Path from the root of the workspace, with forward slashes. */
  readonly origin: string;
  /** Overlays that are applied to it, in this order: absolute paths. */
  readonly overlays: readonly string[];
  readonly rules: RuleSettings;
  readonly folders: { readonly types: string; readonly validators: string; readonly client: string };
}

/**
 * The documents directly in `openapi/`, sorted by name, whether or not their packages exist. Files of shared schemas
 * beside them are parts of documents, and none themselves.
 */
export async function namedDocuments(root: string): Promise<readonly WorkspaceDocument[]> {
  const folder = join(root, "openapi");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name)).map(({ name }) => name);
  if (names.length === 0) throw new UsageError(`there is no document in ${folder}; put one there as NAME.yaml`);
  const { config, file: configFile } = await loadConfig(root);
  const files = names.sort().map((name) => describeDocument(root, join(folder, name), config));
  const kinds = new Map(await Promise.all(files.map(async (file) => [file, await fileKind(file.path)] as const)));
  const hasApi = [...kinds.values()].includes("api");
  const documents: WorkspaceDocument[] = [];
  for (const [file, kind] of kinds) {
    // Components alone are shared by the documents beside them, unless packages are made of them.
    const isApi = kind === "components" ? !hasApi || existsSync(ownerOf(file.folders.types)) : kind === "api";
    if (isApi) documents.push(file);
  }
  if (documents.length === 0)
    throw new UsageError(`${folder} has files of shared schemas only; put a document there as NAME.yaml`);
  // `a.yaml` and `a.json` would overwrite what the other one is generated into.
  for (const [one, other] of Map.groupBy(documents, ({ name }) => name).values())
    if (one !== undefined && other !== undefined)
      throw new UsageError(`${one.origin} and ${other.origin} feed the same packages; rename one of them`);
  const applied = new Set(documents.flatMap(({ overlays }) => overlays));
  for (const [{ path, origin }, kind] of kinds) {
    if (kind !== "overlay" || applied.has(path)) continue;
    const advice = "name it in the `overlays` of earmark.config.ts, or move it to another folder";
    throw new UsageError(`${origin} is an overlay that is applied to no document; ${advice}`);
  }
  const known = documents.map(({ name }) => name);
  for (const name of Object.keys(config.overlays ?? {}).filter((each) => !known.includes(each))) {
    const advice = didYouMean(name, known) || `; there are ${known.join(", ")}`;
    throw new UsageError(`${displayPath(configFile ?? root)}: overlays.${name}: there is no such document${advice}`);
  }
  return documents;
}

/** The documents of {@link namedDocuments}, all of whose packages exist. */
export async function workspaceDocuments(root: string): Promise<readonly WorkspaceDocument[]> {
  const documents = await namedDocuments(root);
  for (const { path, origin, folders } of documents) {
    for (const generated of Object.values(folders)) {
      const owner = ownerOf(generated);
      if (!existsSync(join(owner, "package.json"))) {
        // A document that nothing can be made of is the first thing to correct.
        const { diagnostics } = await readSource(path, { file: "put it there", root: "an OpenAPI document" });
        if (diagnostics.length > 0) throw new DocumentError(diagnostics);
        throw new UsageError(
          `${origin} feeds ${relative(root, owner)}, which does not exist; run \`pnpm codegen add ${origin}\``,
        );
      }
    }
  }
  return documents;
}

/** What a document at a path feeds, whether or not the packages exist. */
export function describeDocument(root: string, path: string, { overlays, rules = {} }: Config): WorkspaceDocument {
  const name = documentName(path);
  const generated = (kind: string): string => join(root, "packages", `${name}-${kind}`, "src", "generated");
  return {
    path,
    name,
    origin: relative(root, path).replaceAll("\\", "/"),
    overlays: (new Map(Object.entries(overlays ?? {})).get(name) ?? []).map((overlay) => resolve(root, overlay)),
    rules,
    folders: { types: generated("types"), validators: generated("validators"), client: generated("client") },
  };
}

/** `NAME` of a file `NAME.yaml`. */
export function documentName(path: string): string {
  return path.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
}

/** The overlays of a document; none for a file that is no document of a workspace. */
export async function overlaysOf(path: string): Promise<readonly string[]> {
  const { config, file } = await findConfig(dirname(path));
  if (file === undefined || relative(join(dirname(file), "openapi"), dirname(path)) !== "") return [];
  return describeDocument(dirname(file), path, config).overlays;
}

/** The package that a folder of generated files is in. */
function ownerOf(folder: string): string {
  return dirname(dirname(folder));
}

/** A JSON object from its text; undefined for any other text. */
export function jsonObject(text: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJsonObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

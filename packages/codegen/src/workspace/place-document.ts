import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { buildModel, bundledText, expectDocument, fileKind, readDocument } from "@earmark/openapi";
import type { Config, DocumentSettings } from "./config.ts";
import {
  DOCUMENTS,
  describeDocument,
  documentName,
  isAt,
  isConventional,
  isInside,
  nameInConfig,
  presentDocuments,
  type WorkspaceDocument,
} from "./documents.ts";
import { isSameText, pathBetween, textOf } from "./files.ts";
import { isPackageNamePart } from "./load-config.ts";
import { type Comparison, compareWithPublished, isPublished, type PublishedDocument } from "./published-document.ts";
import { isUrl } from "./remote/document-url.ts";
import type { NewContent } from "./staged-file.ts";
import { UsageError } from "./usage-error.ts";

/** A document that a workspace is about to have. */
export interface PlacedDocument {
  /** As it will be. */
  readonly document: WorkspaceDocument;
  /** Where its content is now. */
  readonly readFrom: string;
  /** What has to be written for it: itself, and the record of what was pulled. */
  readonly files: readonly NewContent[];
  /** What the config has to say of it; undefined where convention does. */
  readonly settings: DocumentSettings | undefined;
}

/** A document as `init` is given it, and what it is to be called. */
interface Wanted {
  /** A file, or a URL. */
  readonly spec: string;
  /** Undefined where it follows from the file, or from its title. */
  readonly name: string | undefined;
}

/** What a document is fetched with. */
export interface Surroundings {
  /** Headers and proxies are taken from it. */
  readonly env: NodeJS.ProcessEnv;
  /** A folder for what is not in its place yet. */
  readonly scratch: string;
}

/**
 * Finds the place of a document in a workspace. One that is in the workspace stays where it is. Others are copied to
 * `openapi/NAME.yaml`, as one file with all that they refer to; what has a URL is fetched.
 *
 * @param cwd The folder that the path of a file is relative to.
 * @throws {UsageError} where there is no such document, or another one has its place.
 * @throws {DocumentError} where it is no document.
 * @throws {RemoteDocumentError} where it cannot be fetched.
 */
export async function placeDocument(
  { spec, name }: Wanted,
  cwd: string,
  root: string,
  config: Config,
  surroundings: Surroundings,
): Promise<PlacedDocument> {
  if (isUrl(spec)) return fetched({ spec, name }, root, config, surroundings);
  const path = resolve(cwd, spec);
  if (!existsSync(path)) throw new UsageError(`--spec ${spec}: there is no such file; check the path`);
  const kind = await fileKind(path);
  if (kind !== "api" && kind !== "components")
    throw new UsageError(`--spec ${spec} is no OpenAPI document; expected openapi: 3.1.0 or the like, and paths`);
  if (!isInside(root, path)) return copied(path, name ?? (await nameFor(path)), root, config);
  const known = nameInConfig(config, isAt(root, path));
  const nameOfFile = isConventional(root, path) ? documentName(path) : undefined;
  const called = name ?? known ?? nameOfFile ?? (await nameFor(path));
  requireName(called);
  const settings = called === known || called === nameOfFile ? undefined : { path: pathBetween(root, path) };
  if (settings !== undefined) requireUnnamed(called, config);
  return {
    document: describeDocument(root, path, withSettings(config, called, settings), called),
    readFrom: path,
    files: [],
    settings,
  };
}

async function copied(path: string, name: string, root: string, config: Config): Promise<PlacedDocument> {
  requireName(name);
  const document = expectDocument(await readDocument(path));
  const isWhole = document.parts.length === 0;
  const extension = isWhole && path.endsWith(".json") ? "json" : "yaml";
  const content = isWhole ? (textOf(path) ?? "") : await bundledText(path, document);
  const place = join(root, DOCUMENTS, `${name}.${extension}`);
  return {
    document: describeDocument(root, place, config, name),
    readFrom: path,
    files: isThere(place, content, name) ? [] : [{ path: place, content }],
    settings: undefined,
  };
}

async function fetched(
  { spec: url, name }: Wanted,
  root: string,
  config: Config,
  surroundings: Surroundings,
): Promise<PlacedDocument> {
  const known = nameInConfig(config, (settings) => settings.url === url);
  const called = name ?? known ?? (await publishedName(url, root, surroundings));
  requireName(called);
  const settings = known === called ? undefined : { url };
  if (settings !== undefined) requireUnnamed(called, config);
  const extended = withSettings(config, called, settings);
  const document = (await presentDocuments(root, extended)).find((one) => one.name === called);
  if (document === undefined || !isPublished(document))
    throw new UsageError(`--spec ${url}: ${called} is another document; pass --name`);
  const placed = await pulled(document, root, extended, surroundings);
  if (settings !== undefined && placed.kind === "foreign")
    throw new UsageError(
      `${document.path} is there, and different from what is published at ${url}; remove one of them, or pass --name`,
    );
  return { ...placed, settings };
}

/**
 * A document that the config names by a URL, and what has to be written to have it. One that is there already stays: a
 * later edition is the business of `pull`.
 */
export async function pulled(
  document: PublishedDocument,
  root: string,
  config: Config,
  { env, scratch }: Surroundings,
): Promise<PlacedDocument & Pick<Comparison, "kind">> {
  const { kind, path, files } = await compareWithPublished(document, env);
  const [file] = files;
  if (kind !== "missing" || file === undefined)
    return { kind, document, readFrom: document.path, files: kind === "unrecorded" ? files : [], settings: undefined };
  const readFrom = join(scratch, basename(path));
  await writeFile(readFrom, file.content);
  return { kind, document: describeDocument(root, path, config, document.name), readFrom, files, settings: undefined };
}

/** What a document is called that is fetched: only its content says so. */
async function publishedName(url: string, root: string, { env, scratch }: Surroundings): Promise<string> {
  const name = "document";
  const unnamed = describeDocument(root, join(scratch, name), { documents: { [name]: { url } } }, name);
  const source = { url, headers: {}, path: undefined };
  const { files } = await compareWithPublished({ ...unnamed, source }, env);
  const path = join(scratch, "document.yaml");
  await writeFile(path, files[0]?.content ?? "");
  return nameFor(path);
}

/** A config that says this of a document, too. */
function withSettings(config: Config, name: string, settings: DocumentSettings | undefined): Config {
  return settings === undefined ? config : { ...config, documents: { ...config.documents, [name]: settings } };
}

/** Names that say nothing about the API: it is called by its title then. */
const GENERIC = /^(api|document|openapi|swagger|spec|schema|index|v?\d+)([.-]?v?\d+)*$/i;

async function nameFor(path: string): Promise<string> {
  const base = slug(basename(path, extname(path)).replace(/\.(openapi|swagger|spec)$/i, ""));
  if (base !== "" && !GENERIC.test(base)) return base;
  const { title } = buildModel(expectDocument(await readDocument(path))).model;
  return slug(title.replace(/\bapi\b/gi, "")) || base || "api";
}

/** `order-service` of `Order Service`; names of packages begin with a letter. */
function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
}

function requireName(name: string): void {
  if (isPackageNamePart(name)) return;
  throw new UsageError(
    `${JSON.stringify(name)} cannot be part of a package's name; pass --name with small letters, digits and dashes`,
  );
}

/** @throws {UsageError} where the config names another document so. */
function requireUnnamed(name: string, config: Config): void {
  if (config.documents?.[name] === undefined) return;
  throw new UsageError(`${name} is another document of earmark.config.ts; pass another name by --name`);
}

/** @throws {UsageError} where another document is there. */
function isThere(place: string, content: string, name: string): boolean {
  const found = textOf(place);
  if (found === undefined || isSameText(found, content.replaceAll("\r\n", "\n"))) return found !== undefined;
  throw new UsageError(
    `${place} is another document than the one of --spec; remove one of them, or pass another --name than ${name}`,
  );
}

import { existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { buildModel, bundledText, expectDocument, fileKind, otherFiles, readDocument } from "@earmark/openapi";
import type { Config, DocumentSettings } from "./config.ts";
import { DOCUMENTS, describeDocument, documentName, type WorkspaceDocument } from "./documents.ts";
import { slashed, textOf } from "./files.ts";
import { compareWithPublished } from "./published-document.ts";
import { isUrl } from "./remote/document-url.ts";
import type { NewContent } from "./staged-file.ts";
import { isSameText } from "./target.ts";
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

/** How a document is given to `init`, and what it is to be called. */
export interface Wanted {
  /** A file, or a URL. */
  readonly spec: string;
  /** Undefined where it follows from the file, or from its title. */
  readonly name: string | undefined;
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
  env: NodeJS.ProcessEnv,
): Promise<PlacedDocument> {
  if (isUrl(spec)) return fetched({ spec, name }, root, config, env);
  const path = resolve(cwd, spec);
  if (!existsSync(path)) throw new UsageError(`--spec ${spec}: there is no such file; check the path`);
  const kind = await fileKind(path);
  if (kind !== "api" && kind !== "components")
    throw new UsageError(`--spec ${spec} is no OpenAPI document; expected openapi: 3.1.0 or the like, and paths`);
  const origin = relative(root, path);
  const isInside = !origin.startsWith("..") && !resolve(origin).startsWith("..") && origin !== path;
  if (!isInside) return copied(path, name ?? (await nameFor(path)), root, config);
  const isConventional = relative(join(root, DOCUMENTS), dirname(path)) === "";
  const called = name ?? (isConventional ? documentName(path) : await nameFor(path));
  requireName(called);
  const settings = isConventional && documentName(path) === called ? undefined : { path: slashed(origin) };
  return { document: describe(root, path, config, called, settings), readFrom: path, files: [], settings };
}

async function copied(path: string, name: string, root: string, config: Config): Promise<PlacedDocument> {
  requireName(name);
  const document = expectDocument(await readDocument(path));
  const isWhole = otherFiles(document.written.root).length === 0;
  const extension = isWhole && path.endsWith(".json") ? "json" : "yaml";
  const content = isWhole ? (textOf(path) ?? "") : await bundledText(path, document);
  const place = join(root, DOCUMENTS, `${name}.${extension}`);
  requireFree(place, content, name);
  return {
    document: describe(root, place, config, name, undefined),
    readFrom: path,
    files: [{ path: place, content }],
    settings: undefined,
  };
}

async function fetched(
  { spec: url, name }: Wanted,
  root: string,
  config: Config,
  env: NodeJS.ProcessEnv,
): Promise<PlacedDocument> {
  const known = Object.entries(config.documents ?? {}).find(
    ([, one]) => one === url || (typeof one === "object" && one.url === url),
  );
  const called = name ?? known?.[0];
  const settings = { url };
  const guess = describe(
    root,
    join(root, DOCUMENTS, `${called ?? "document"}.yaml`),
    config,
    called ?? "document",
    settings,
  );
  const { path, files, kind } = await compareWithPublished(
    {
      ...guess,
      source: {
        ...settings,
        headers: {},
        ...guess.source,
        path: called === undefined ? undefined : guess.source?.path,
      },
    },
    env,
  );
  const [file] = files;
  if (file === undefined) {
    // It is there already, as it is published or with edits.
    if (kind !== "current")
      throw new UsageError(
        `${path} is there, and different from what is published at ${url}; remove one of them, or pass --name`,
      );
    return {
      document: describe(root, path, config, called ?? documentName(path), settings),
      readFrom: path,
      files: [],
      settings: known === undefined ? settings : undefined,
    };
  }
  const folder = await mkdtemp(join(tmpdir(), "codegen-"));
  const readFrom = join(folder, basename(path));
  await writeFile(readFrom, file.content);
  const chosen = called ?? (await nameFor(readFrom));
  requireName(chosen);
  const moved = files.map((one) => ({
    ...one,
    path: one.path.replace(/[^/\\]*$/, (base) => base.replace(/^document(?=\.)/, chosen)),
  }));
  const place = moved[0]?.path ?? path;
  return {
    document: describe(root, place, config, chosen, settings),
    readFrom,
    files: called === undefined ? moved : files,
    settings: known === undefined ? settings : undefined,
  };
}

function describe(
  root: string,
  path: string,
  config: Config,
  name: string,
  settings: DocumentSettings | undefined,
): WorkspaceDocument {
  const documents = settings === undefined ? config.documents : { ...config.documents, [name]: settings };
  return describeDocument(root, path, { ...config, ...(documents !== undefined && { documents }) }, name);
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
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
}

function requireName(name: string): void {
  if (/^[a-z][a-z0-9-]*$/.test(name)) return;
  throw new UsageError(
    `${JSON.stringify(name)} cannot be part of a package's name; pass --name with small letters, digits and dashes`,
  );
}

function requireFree(place: string, content: string, name: string): void {
  const found = textOf(place);
  if (found === undefined || isSameText(found, content.replaceAll("\r\n", "\n"))) return;
  throw new UsageError(
    `${place} is another document than the one of --spec; remove one of them, or pass another --name than ${name}`,
  );
}

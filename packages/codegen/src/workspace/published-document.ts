import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { didYouMean, displayPath } from "@earmark/openapi";
import { namedDocuments, recordName, type WorkspaceDocument } from "./documents.ts";
import { jsonObject, readText } from "./files.ts";
import { documentRequest } from "./remote/document-request.ts";
import { publicUrl } from "./remote/document-url.ts";
import { fetchDocument, type RemoteDocument } from "./remote/remote-document.ts";
import type { NewContent } from "./staged-file.ts";
import { UsageError } from "./usage-error.ts";

/** A document that the config names by a URL. */
export interface PublishedDocument extends WorkspaceDocument {
  readonly source: NonNullable<WorkspaceDocument["source"]>;
}

export function isPublished(document: WorkspaceDocument): document is PublishedDocument {
  return document.source !== undefined;
}

/**
 * The documents of these names, all of which have a URL in the config; without a name, all that have one.
 *
 * @throws {UsageError} where one has none.
 */
export async function publishedDocuments(
  root: string,
  names: readonly string[],
): Promise<readonly PublishedDocument[]> {
  const documents = (await namedDocuments(root)).filter(isPublished);
  const known = documents.map(({ name }) => name);
  if (known.length === 0)
    throw new UsageError('no document has a URL; set one in earmark.config.ts: documents: { NAME: "https://…" }');
  for (const name of names) {
    if (known.includes(name)) continue;
    const advice = didYouMean(name, known) || `; there are ${known.join(", ")}`;
    throw new UsageError(`the config names no document ${name} with a URL${advice}`);
  }
  return documents.filter(({ name }) => names.length === 0 || names.includes(name));
}

/**
 * How the file of a document compares with what is published.
 *
 * - `current`: it is that.
 * - `missing`: it was never pulled, or removed.
 * - `outdated`: it is what was pulled, and another edition has been published since, or another URL is named.
 * - `unrecorded`: it is what is published, and not recorded so.
 * - `edited`: it was edited since it was pulled.
 * - `foreign`: it is not known to have been pulled at all.
 */
export interface Comparison {
  readonly kind: "current" | "missing" | "outdated" | "unrecorded" | "edited" | "foreign";
  readonly path: string;
  /** What brings it to what is published, in the order in which it is to be written; nothing where edits would be lost. */
  readonly files: readonly NewContent[];
}

/**
 * Fetches a document and compares its file; changes nothing.
 *
 * @throws {RemoteDocumentError} where it could not be fetched.
 * @throws {UsageError} where the record of what was pulled cannot be read.
 */
export async function compareWithPublished(
  { name, path: usual, source }: PublishedDocument,
  env: NodeJS.ProcessEnv,
): Promise<Comparison> {
  const request = documentRequest(source, env);
  const url = request.redact(publicUrl(request.url));
  const recordPath = join(dirname(usual), recordName(name));
  const record = await readRecord(recordPath);
  const found = source.path === undefined ? undefined : await readText(source.path);
  const isAsPulled = found !== undefined && record !== undefined && hasHash(found, record.sha256);
  // Where the file has been edited, the published one has to be seen: it may say the same by now.
  const remote = await fetchDocument(request, isAsPulled && record.url === url ? record : {}, env);
  if (remote === "unchanged") return { kind: "current", path: usual, files: [] };
  const path = source.path ?? join(dirname(usual), `${name}.${extensionOf(remote.text)}`);
  const sha256 = hash(remote.text);
  const recorded = { path: recordPath, content: recordText(url, remote, sha256) };
  if (found === undefined) return { kind: "missing", path, files: [{ path, content: remote.text }, recorded] };
  if (hasHash(found, sha256)) {
    const isRecorded = record?.url === url && record.sha256 === sha256;
    return isRecorded ? { kind: "current", path, files: [] } : { kind: "unrecorded", path, files: [recorded] };
  }
  if (!isAsPulled) return { kind: record === undefined ? "foreign" : "edited", path, files: [] };
  // The document first: what is interrupted between them is seen as unrecorded the next time.
  return { kind: "outdated", path, files: [{ path, content: remote.text }, recorded] };
}

function extensionOf(text: string): "json" | "yaml" {
  return jsonObject(text) === undefined ? "yaml" : "json";
}

/** What was pulled, and from where: `NAME.source.json`, beside the document. */
interface PullRecord {
  /** Without credentials. */
  readonly url: string;
  /** One of these, where the server sent one: by it, the server is asked whether there is another edition. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Of the document, in hex. */
  readonly sha256: string;
}

async function readRecord(path: string): Promise<PullRecord | undefined> {
  const text = await readText(path);
  if (text === undefined) return undefined;
  const { url, etag, lastModified, sha256 } = jsonObject(text) ?? {};
  const isOptional = (value: unknown): value is string | undefined => value === undefined || typeof value === "string";
  if (typeof url !== "string" || typeof sha256 !== "string" || !isOptional(etag) || !isOptional(lastModified))
    throw new UsageError(
      `${displayPath(path)}: expected { url, sha256 } as \`codegen pull\` writes it, received something else; remove it and pull again`,
    );
  return { url, etag, lastModified, sha256 };
}

function recordText(url: string, { etag, lastModified }: RemoteDocument, sha256: string): string {
  const edition = etag === undefined ? { lastModified } : { etag };
  return `${JSON.stringify({ url, ...edition, sha256 } satisfies PullRecord, null, 2)}\n`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Whether a hash is that of a file. Git may have changed how its lines end. */
function hasHash(text: string, sha256: string): boolean {
  const lf = text.replaceAll("\r\n", "\n");
  return [text, lf, lf.replaceAll("\n", "\r\n")].some((each) => hash(each) === sha256);
}

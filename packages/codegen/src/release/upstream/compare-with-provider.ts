import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { buildModel, type Document, erasedTemplate, expectDocument, type Model } from "@earmark/openapi";
import { pairOperations } from "@earmark/openapi-diff";
import { readWorkspaceDocument, type WorkspaceDocument } from "../../workspace/documents.ts";
import { UsageError } from "../../workspace/usage-error.ts";
import { addressOf, addressText, type Comparison, type Report } from "./comparison.ts";
import { judgeRepairs } from "./judge-repairs.ts";
import { readRepairs } from "./repairs.ts";

/** What to compare with what. */
export interface Request {
  readonly root: string;
  /** Of the workspace. */
  readonly documents: readonly WorkspaceDocument[];
  /** What the provider publishes. */
  readonly provider: Document;
  /** The one document to compare; those that have operations of the provider otherwise. */
  readonly only: string | undefined;
}

/**
 * Compares the documents of a workspace with what a provider publishes about the same operations, known repairs applied.
 *
 * @throws {DocumentError} when a document or an overlay cannot be read.
 * @throws {UsageError} when no document is about any operation of the provider.
 */
export async function compareWithProvider({ root, documents, provider, only }: Request): Promise<Report> {
  const theirs = buildModel(provider).model;
  const overlays = await overlayFiles(
    root,
    documents.map(({ name }) => name),
  );
  const read = await Promise.all(
    documents.map(async (one) =>
      matched(one, buildModel(expectDocument(await readWorkspaceDocument(one))).model, theirs),
    ),
  );
  const chosen = chooseDocuments(read, only, provider);
  const comparisons: Comparison[] = [];
  for (const one of chosen) {
    // Every document has one, existing or not.
    const overlay = overlays.get(one.document.name) as OverlayFile;
    comparisons.push(await compareOne(one, theirs, root, overlay));
  }
  const taken = new Set(read.flatMap(({ pairs }) => pairs.map(({ before }) => before)));
  return {
    provider: provider.file,
    comparisons,
    notTakenOver: theirs.operations.filter((operation) => !taken.has(operation)).map(addressOf),
  };
}

/** A document of ours, and which operations of the provider it is about. */
interface Matched {
  readonly document: WorkspaceDocument;
  readonly ours: Model;
  readonly pairs: ReturnType<typeof pairOperations>["pairs"];
  /** Whether a method and path are the same; an operationId alone may be a coincidence. */
  readonly isSure: boolean;
}

function matched(document: WorkspaceDocument, ours: Model, theirs: Model): Matched {
  const { pairs } = pairOperations(theirs.operations, ours.operations);
  const isSure = pairs.some(
    ({ before, after }) => before.method === after.method && erasedTemplate(before.path) === erasedTemplate(after.path),
  );
  return { document, ours, pairs, isSure };
}

function chooseDocuments(read: readonly Matched[], only: string | undefined, provider: Document): readonly Matched[] {
  const named = only === undefined ? read : read.filter(({ document: { name } }) => name === only);
  if (named.length === 0) {
    const names = read.map(({ document: { name } }) => name).join(", ");
    throw new UsageError(`there is no document ${only}; --document takes one of ${names}`);
  }
  const chosen = named.filter(({ isSure, pairs }) => isSure || (only !== undefined && pairs.length > 0));
  if (chosen.length > 0) return chosen;
  const looked = named.flatMap(({ document: { origin }, ours }) =>
    ours.operations.map((operation) => `\n  ${addressText(addressOf(operation))}  (${origin})`),
  );
  throw new UsageError(`${provider.file} has none of our operations; looked for${looked.join("")}`);
}

async function compareOne(
  { document, ours, pairs }: Matched,
  provider: Model,
  root: string,
  overlay: OverlayFile,
): Promise<Comparison> {
  const repairs = overlay.exists ? await readRepairs(join(root, overlay.path)) : undefined;
  return {
    document: document.name,
    file: document.origin,
    overlay: overlay.path,
    operations: pairs.map(({ after }) => addressOf(after)),
    ...judgeRepairs(provider, ours, repairs),
  };
}

/** Where the overlays are, from the root of the workspace. */
const FOLDER = "openapi/upstream";
const ENDING = /\.overlay\.(ya?ml|json)$/;

/** The path of the overlay for a document, from the root of the workspace; where there is none, where it should be. */
interface OverlayFile {
  readonly path: string;
  readonly exists: boolean;
}

/**
 * The overlay of each document: `openapi/upstream/NAME.overlay.yaml`.
 *
 * @throws {UsageError} at an overlay that belongs to no document, or a second one for the same: it would be overlooked.
 */
async function overlayFiles(root: string, names: readonly string[]): Promise<ReadonlyMap<string, OverlayFile>> {
  const found = (await readdir(join(root, FOLDER)).catch(() => [])).filter((file) => ENDING.test(file)).sort();
  const files = new Map<string, OverlayFile>();
  for (const file of found) {
    const [name, path] = [file.replace(ENDING, ""), `${FOLDER}/${file}`];
    if (!names.includes(name))
      throw new UsageError(`${path} belongs to no document: there is no openapi/${name}.yaml; rename or remove it`);
    const other = files.get(name);
    if (other !== undefined)
      throw new UsageError(`${other.path} and ${path} are both for ${name}; put the repairs into one of them`);
    files.set(name, { path, exists: true });
  }
  for (const name of names)
    if (!files.has(name)) files.set(name, { path: `${FOLDER}/${name}.overlay.yaml`, exists: false });
  return files;
}

import { BaseResolver, type Document, ResolveError, Source, YamlParseError } from "@redocly/openapi-core";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { decoded, pointerSegments, valueAt } from "../json/json-pointer.ts";
import { versionOf } from "./document.ts";
import type { Files } from "./files.ts";
import { readableText, refuseComments, shareAliases } from "./parse.ts";
import { shortenRows, visitReferences } from "./references.ts";
import { SyntaxProblem } from "./syntax-problem.ts";

/** A reference that is left out: of which file, and where. */
export type Cut = readonly [path: string, pointer: string];

/** Resolves references to files, never to the network: what is generated must not depend on what a server says today. */
export class LocalResolver extends BaseResolver {
  readonly #files: Files;
  readonly #cutCycles: boolean;
  readonly #asked = new Set<string>();
  /** Whether references lead to the end of a long row of others instead of through all of them. */
  isShortened = false;

  /**
   * @param cutCycles Whether references that lead back to themselves within a file are left out; otherwise Redocly gives
   * up at them.
   */
  constructor(files: Files, cutCycles = false) {
    super();
    this.#files = files;
    this.#cutCycles = cutCycles;
  }

  override async loadExternalRef(reference: string): Promise<Source> {
    if (/^https?:/i.test(reference))
      throw new Error(`${reference} is on the network; save it beside the document and refer to the file`);
    try {
      const text = await this.#files.read(reference).catch((error: unknown) => {
        // A reference is a URI, in which a space has to be encoded.
        const path = decoded(reference);
        if (path === reference) throw error;
        return this.#files.read(path);
      });
      return new Source(reference, text.replaceAll("\r\n", "\n"));
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      throw Object.assign(new ResolveError(reason), {
        message: `${this.#files.display(reference)}: ${reason.message}`,
      });
    }
  }

  /** What our own parser reads can be read here, too. */
  override parseDocument(source: Source, isRoot = false): Document {
    const document = this.#parse(source, isRoot);
    if (isRoot && isJsonObject(document.parsed)) nameVersion(document.parsed);
    if (shortenRows(document.parsed as Json, this.#cutCycles)) this.isShortened = true;
    return document;
  }

  #parse(source: Source, isRoot: boolean): Document {
    try {
      refuseComments(source.body);
      const document = super.parseDocument(source, isRoot);
      shareAliases(document.parsed as Json, source.body);
      return document;
    } catch (error) {
      if (error instanceof SyntaxProblem) throw unparsed(error, source);
      if (!(error instanceof YamlParseError)) throw error;
      const readable = readableText(source.body);
      if (readable === source.body) throw error;
      return super.parseDocument(new Source(source.absoluteRef, readable), isRoot);
    }
  }

  override resolveDocument<T>(
    base: string | null,
    ref: string,
    isRoot = false,
  ): Promise<Document<T> | ResolveError | YamlParseError> {
    this.#asked.add(this.resolveExternalRef(base, ref));
    return super.resolveDocument<T>(base, ref, isRoot);
  }

  /**
   * Reads a document and all files that it refers to, those of them that can be read. Redocly gives up at the first cycle
   * of references, and lets errors of a second one go unhandled, so cycles have to be known before it begins.
   */
  async readAll(path: string): Promise<readonly Document[]> {
    const paths = new Set([path]);
    const documents: Document[] = [];
    // A set may grow while it is walked.
    for (const file of paths) {
      const document = await super.resolveDocument(null, file, file === path).catch(() => undefined);
      if (document === undefined || document instanceof Error) continue;
      documents.push(document);
      visitReferences(document.parsed as Json, (ref) => {
        const [other = ""] = ref.split("#");
        if (other !== "" && !/^\w[\w+.-]*:/.test(other)) paths.add(this.resolveExternalRef(file, other));
      });
    }
    return documents;
  }

  /** Leaves references out, each given by its file and the pointer to its object. */
  async cut(cuts: readonly Cut[]): Promise<void> {
    for (const [path, pointer] of cuts) {
      const document = await this.cache.get(path);
      if (document === undefined || document instanceof Error) continue;
      const owner = valueAt(document.parsed as Json, pointerSegments(pointer));
      if (isJsonObject(owner)) Reflect.deleteProperty(owner, "$ref");
    }
  }

  /** Every document that was asked for: the root, then the others by their paths. */
  async documents(): Promise<readonly Document[]> {
    const asked = [...this.cache].filter(([path]) => this.#asked.has(path));
    const [root, ...others] = asked.map(async ([path, loading]) => ({
      path,
      // What could not be read has been reported.
      document: await loading.catch((error: unknown) => new Error(String(error))),
    }));
    const loaded = await Promise.all([root, ...others]);
    const [first, ...rest] = loaded.flatMap((entry) =>
      entry === undefined || entry.document instanceof Error ? [] : [entry],
    );
    const sorted = rest.sort((a, b) => (a.path < b.path ? -1 : 1));
    return [first, ...sorted].flatMap((entry) => (entry?.document as Document | undefined) ?? []);
  }
}

/** A problem as Redocly's own parser says it, from which the place is read. */
function unparsed({ message, line, column }: SyntaxProblem, source: Source): YamlParseError {
  return new YamlParseError(new Error(`${message} in "${source.absoluteRef}" (${line}:${column})`), source);
}

/** Redocly reads no version without all of its parts, and none that is a number, as `3.1` is without quotation marks. */
function nameVersion(root: JsonObject): void {
  const version = versionOf(root);
  if (version === "2.0") Reflect.set(root, "swagger", version);
  else if (version !== undefined && !/^3\.\d\../.test(String(root.openapi)))
    Reflect.set(root, "openapi", `${version}.0`);
}

import { BaseResolver, type Document, ResolveError, Source, YamlParseError } from "@redocly/openapi-core";
import { isJsonObject, type Json } from "../json/json.ts";
import { decoded, pointerSegments, valueAt } from "../json/json-pointer.ts";
import type { Files } from "./files.ts";
import { readableText } from "./parse.ts";
import { shortenRows } from "./references.ts";

/** Resolves references to files, never to the network: what is generated must not depend on what a server says today. */
export class LocalResolver extends BaseResolver {
  readonly #files: Files;
  readonly #cutCycles: boolean;
  readonly #cuts: readonly (readonly [path: string, pointer: string])[];
  /** Whether references lead to the end of a long row of others instead of through all of them. */
  isShortened = false;

  /**
   * @param cutCycles Whether references that lead back to themselves within a file are left out; otherwise Redocly gives
   * up at them.
   * @param cuts Other references that are left out, each by its file and the pointer to its object.
   */
  constructor(files: Files, cutCycles = false, cuts: readonly (readonly [path: string, pointer: string])[] = []) {
    super();
    this.#cuts = cuts;
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
    for (const [path, pointer] of this.#cuts) {
      const owner =
        path === source.absoluteRef ? valueAt(document.parsed as Json, pointerSegments(pointer)) : undefined;
      if (isJsonObject(owner)) Reflect.deleteProperty(owner, "$ref");
    }
    if (shortenRows(document.parsed as Json, this.#cutCycles)) this.isShortened = true;
    return document;
  }

  #parse(source: Source, isRoot: boolean): Document {
    try {
      return super.parseDocument(source, isRoot);
    } catch (error) {
      if (!(error instanceof YamlParseError)) throw error;
      const readable = readableText(source.body);
      if (readable === source.body) throw error;
      return super.parseDocument(new Source(source.absoluteRef, readable), isRoot);
    }
  }

  /** Every document that was read: the root, then the others by their paths. */
  async documents(): Promise<readonly Document[]> {
    const [root, ...others] = [...this.cache].map(async ([path, loading]) => ({
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

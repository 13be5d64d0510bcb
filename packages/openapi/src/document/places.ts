import type { Document as RedoclyDocument } from "@redocly/openapi-core";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../json/json.ts";
import { pointerSegments, pointerTo } from "../json/json-pointer.ts";
import type { Files } from "./files.ts";
import { Positions } from "./position.ts";

interface Anchor {
  readonly document: RedoclyDocument;
  readonly pointer: string;
}

/** Where the parts of a bundled document come from: bundling moves parts of other files into it, as the objects that they are. */
export class Places {
  readonly #root: Json;
  readonly #documents: readonly RedoclyDocument[];
  readonly #files: Files;
  readonly #positions = new Map<string, Positions>();
  #origins: ReadonlyMap<unknown, Anchor> | undefined;

  /** @param documents What was read, the root first. */
  constructor(root: Json, documents: readonly RedoclyDocument[], files: Files) {
    this.#root = root;
    this.#documents = documents;
    this.#files = files;
  }

  /** Where a JSON Pointer into the bundled document is; the nearest thing around it where nothing is there. */
  at(pointer: string): Place {
    const { document, pointer: inFile } = this.#anchor(pointer);
    if (document === undefined) return { file: "", line: 1, column: 1 };
    const { absoluteRef, body } = document.source;
    const positions = this.#positions.get(absoluteRef) ?? new Positions(body);
    this.#positions.set(absoluteRef, positions);
    return { file: this.#files.display(absoluteRef), ...positions.at(inFile) };
  }

  #anchor(pointer: string): { readonly document: RedoclyDocument | undefined; readonly pointer: string } {
    const [root, ...others] = this.#documents;
    if (others.length === 0) return { document: root, pointer };
    this.#origins ??= originsOf(others);
    let value: Json | undefined = this.#root;
    let anchor: { readonly document: RedoclyDocument | undefined; readonly pointer: string } = {
      document: root,
      pointer: "#",
    };
    for (const segment of pointerSegments(pointer)) {
      // Lists have their entries under the index, as objects have them under the name.
      value = typeof value === "object" && value !== null ? (value as JsonObject)[segment] : undefined;
      anchor = this.#origins.get(value) ?? { ...anchor, pointer: pointerTo(anchor.pointer, segment) };
    }
    return anchor;
  }
}

/** Every object and list of the documents, with the place where it was written. */
function originsOf(documents: readonly RedoclyDocument[]): ReadonlyMap<unknown, Anchor> {
  const origins = new Map<unknown, Anchor>();
  const visit = (value: unknown, document: RedoclyDocument, pointer: string): void => {
    if (typeof value !== "object" || value === null || origins.has(value)) return;
    origins.set(value, { document, pointer });
    for (const [key, member] of Object.entries(value)) visit(member, document, pointerTo(pointer, key));
  };
  for (const document of documents) visit(document.parsed, document, "#");
  return origins;
}

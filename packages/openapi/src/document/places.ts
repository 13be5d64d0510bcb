import type { HasPlaces, Place } from "../diagnostics/diagnostic.ts";
import { type Json, type JsonObject, walkJson } from "../json/json.ts";
import { pointerSegments, pointerTo } from "../json/json-pointer.ts";
import type { Files } from "./files.ts";
import { Positions } from "./position.ts";

/** A file that has been read. */
export interface ReadFile {
  readonly source: { readonly absoluteRef: string; readonly body: string };
  readonly parsed: Json;
}

interface Anchor {
  readonly document: ReadFile;
  readonly pointer: string;
}

/** Where the parts of a bundled document come from: bundling moves parts of other files into it, as the objects that they are. */
export class Places {
  readonly #root: Json;
  readonly #documents: readonly ReadFile[];
  readonly #files: Files;
  readonly #places = new Map<string, HasPlaces>();
  #origins: ReadonlyMap<unknown, Anchor> | undefined;

  /** @param documents What was read, the root first. */
  constructor(root: Json, documents: readonly ReadFile[], files: Files) {
    this.#root = root;
    this.#documents = documents;
    this.#files = files;
  }

  /** Where a JSON Pointer into the bundled document is; the nearest thing around it where nothing is there. */
  at(pointer: string): Place {
    const { document, pointer: inFile } = this.#anchor(pointer);
    if (document === undefined) return { file: "", line: 1, column: 1 };
    const { absoluteRef } = document.source;
    const places = this.#places.get(absoluteRef) ?? placesIn(document, this.#files);
    this.#places.set(absoluteRef, places);
    return places.placeOf(inFile);
  }

  #anchor(pointer: string): { readonly document: ReadFile | undefined; readonly pointer: string } {
    const [root, ...others] = this.#documents;
    if (others.length === 0) return { document: root, pointer };
    this.#origins ??= originsOf(others);
    let value: Json | undefined = this.#root;
    let anchor: { readonly document: ReadFile | undefined; readonly pointer: string } = {
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

/** Where the parts of a file were written. */
export function placesIn({ source: { absoluteRef, body } }: ReadFile, files: Files): HasPlaces {
  const edited = files.edited?.(absoluteRef);
  if (edited !== undefined) return edited;
  const [file, positions] = [files.display(absoluteRef), new Positions(body)];
  return { placeOf: (pointer) => ({ file, ...positions.at(pointer) }) };
}

/** Every object and list of the documents, with the place where it was written. */
function originsOf(documents: readonly ReadFile[]): ReadonlyMap<unknown, Anchor> {
  const origins = new Map<unknown, Anchor>();
  for (const document of documents) {
    const add = (value: object, path: readonly string[]): void => {
      origins.set(value, { document, pointer: pointerTo("#", ...path) });
    };
    const isNew = (key: string, value: object): true | undefined =>
      origins.has(Reflect.get(value, key)) ? undefined : true;
    if (!origins.has(document.parsed)) walkJson(document.parsed, true, add, isNew);
  }
  return origins;
}

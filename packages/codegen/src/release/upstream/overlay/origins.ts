import { createHash } from "node:crypto";
import { type Document, isJsonObject, type Json, type Place, pointerSegments, pointerTo } from "@earmark/openapi";

/** Where something was written: a JSON Pointer into a file. */
export interface Origin {
  readonly pointer: string;
  placeOf(pointer: string): Place;
}

/** The origin of a member. */
export function memberOrigin({ pointer, placeOf }: Origin, key: string | number): Origin {
  return { pointer: pointerTo(pointer, key), placeOf };
}

/** Where a member was written: elsewhere, or in the same object or list under another key. */
type Move = Origin | string;

/** Remembers where each part of an edited document was written, so that places lead to the files that people edit. */
export class Origins {
  readonly #moves = new WeakMap<object, ReadonlyMap<string, Move>>();

  /** Records that an object or list was made from another one, of which these members come from elsewhere. */
  record<T extends object>(made: T, former: object | undefined, moves: Iterable<readonly [string, Move]>): T {
    const inherited = former === undefined ? [] : (this.#moves.get(former) ?? []);
    this.#moves.set(made, new Map([...inherited, ...moves]));
    return made;
  }

  /** Where the member of an object or list was written, from its point of view. */
  moveOf(owner: object, key: string): Move {
    return this.#moves.get(owner)?.get(key) ?? key;
  }

  /** Where a JSON Pointer into the edited document was written. */
  of(root: Json, pointer: string, origin: Origin): Origin {
    let [value, found]: [Json | undefined, Origin] = [root, origin];
    for (const segment of pointerSegments(pointer)) {
      const owner: Json | undefined = typeof value === "object" && value !== null ? value : undefined;
      const move = owner === undefined ? segment : this.moveOf(owner, segment);
      found = typeof move === "string" ? memberOrigin(found, move) : move;
      value = Array.isArray(owner) ? owner[Number(segment)] : isJsonObject(owner) ? owner[segment] : undefined;
    }
    return found;
  }
}

/** Where the parts of a document are. */
export function documentOrigin(document: Document): Origin {
  return { pointer: "#", placeOf: document.placeOf };
}

/**
 * The document with another content, each part of which is found where it was written.
 *
 * @param edit What has been done to it: the same edit of the same document gives the same hash.
 */
export function editedDocument(document: Document, root: Document["root"], origins: Origins, edit: string): Document {
  const origin = documentOrigin(document);
  return {
    ...document,
    root,
    sha256: createHash("sha256").update(`${document.sha256}\0${edit}`).digest("hex"),
    placeOf: (pointer) => {
      const { pointer: written, placeOf } = origins.of(root, pointer, origin);
      return placeOf(written);
    },
  };
}

import type { HasPlaces, Place } from "../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../json/json.ts";
import { pointerSegments, pointerTo } from "../json/json-pointer.ts";

/** Where something was written: a JSON Pointer into a file. */
export interface Origin extends HasPlaces {
  readonly pointer: string;
}

/** The origin of a member. */
function memberOrigin({ pointer, placeOf }: Origin, key: string | number): Origin {
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

  /** Where the member of a value was written that was written at an origin itself. */
  ofMember(owner: Json | undefined, key: string, origin: Origin): Origin {
    const move = typeof owner === "object" && owner !== null ? this.moveOf(owner, key) : key;
    return typeof move === "string" ? memberOrigin(origin, move) : move;
  }

  /** Where a JSON Pointer into the edited document was written. */
  of(root: Json, pointer: string, origin: Origin): Origin {
    let [value, found]: [Json | undefined, Origin] = [root, origin];
    for (const segment of pointerSegments(pointer)) {
      found = this.ofMember(value, segment, found);
      // Lists have their entries under the index, as objects have them under the name.
      value = typeof value === "object" && value !== null ? (value as JsonObject)[segment] : undefined;
    }
    return found;
  }

  /** The places of an edited document. */
  placesIn(root: Json, origin: Origin): HasPlaces {
    return {
      placeOf: (pointer): Place => {
        const { pointer: written, placeOf } = this.of(root, pointer, origin);
        return placeOf(written);
      },
    };
  }
}

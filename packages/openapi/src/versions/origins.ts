import type { Json } from "../json/json.ts";
import { pointerSegments, pointerTo, valueAt } from "../json/json-pointer.ts";

/** Where an object or list of an upgraded document stood. */
interface Origin {
  readonly pointer: string;
  /** Members that stand somewhere else below the pointer than their keys say: their keys there, or "" for the pointer itself. */
  readonly renamed: Readonly<Record<string, string>>;
}

const NOTHING = {};

/** Where the parts of an upgraded document stood in the one that its author wrote. What is not noted stands where its parent says. */
export class Origins {
  readonly #noted = new Map<Json | undefined, Origin>();

  /** Notes where an object or list stood, and returns it; of any other value, nothing. */
  note<Value extends Json>(value: Value, pointer: string, renamed: Readonly<Record<string, string>> = NOTHING): Value {
    if (typeof value === "object") this.#noted.set(value, { pointer, renamed });
    return value;
  }

  /** Whether the members of a list or an object stood under other names, or none. */
  isRenamed(value: Json | undefined): boolean {
    return Object.keys(this.#noted.get(value)?.renamed ?? {}).length > 0;
  }

  /** What leads to the same in the document that was written, from a pointer into the upgraded one. */
  asWritten(root: Json, pointer: string): string {
    const start = this.#noted.get(root);
    let value: Json | undefined = root;
    let origin: Origin = start ?? { pointer: "#", renamed: {} };
    for (const segment of pointerSegments(pointer)) {
      value = valueAt(value, [segment]);
      const name = Object.hasOwn(origin.renamed, segment) ? origin.renamed[segment] : segment;
      origin = this.#noted.get(value) ?? {
        pointer: name === "" ? origin.pointer : pointerTo(origin.pointer, name ?? segment),
        renamed: {},
      };
    }
    return origin.pointer;
  }
}

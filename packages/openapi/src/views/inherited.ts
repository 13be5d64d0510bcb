import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import type { Schema } from "../schema/schema.ts";

/** Names, each a bit: where thousands of schemas build on each other, each has the names of thousands. */
export type NameSet = bigint;

/** What bit each name is. */
export class NameSets {
  readonly #bits = new Map<string, NameSet>();

  of(names: readonly string[]): NameSet {
    let set = 0n;
    for (const name of names) {
      const bit = this.#bits.get(name) ?? 1n << BigInt(this.#bits.size);
      this.#bits.set(name, bit);
      set |= bit;
    }
    return set;
  }
}

/** Names that schemas have, each its own and those of all that it takes over by `$ref` and `allOf`. */
export class Inherited {
  readonly #names: NameSets;
  readonly #resolve: (ref: string) => Schema | undefined;
  readonly #own: (schema: JsonObject) => readonly string[];
  readonly #known = new Map<JsonObject, NameSet>();

  constructor(
    names: NameSets,
    resolve: (ref: string) => Schema | undefined,
    own: (schema: JsonObject) => readonly string[],
  ) {
    this.#names = names;
    this.#resolve = resolve;
    this.#own = own;
  }

  of(schema: Json): NameSet {
    if (!isJsonObject(schema)) return 0n;
    if (schema.$ref === undefined && schema.allOf === undefined) return this.#names.of(this.#own(schema));
    const entered = new Set<JsonObject>();
    const open = [schema];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const bases = this.#known.has(top) ? [] : this.#basesOf(top);
      const unknown = entered.has(top) ? [] : bases.filter((base) => !this.#known.has(base));
      entered.add(top);
      if (unknown.length > 0) {
        open.push(...unknown);
        continue;
      }
      open.pop();
      if (this.#known.has(top)) continue;
      const own = this.#names.of(this.#own(top));
      this.#known.set(
        top,
        bases.reduce((names, base) => names | (this.#known.get(base) ?? 0n), own),
      );
    }
    return this.#known.get(schema) ?? 0n;
  }

  #basesOf({ $ref: ref, allOf }: JsonObject): readonly JsonObject[] {
    const target = typeof ref === "string" ? this.#resolve(ref) : undefined;
    return [...(target === undefined ? [] : [target]), ...(Array.isArray(allOf) ? allOf : [])].filter(isJsonObject);
  }
}

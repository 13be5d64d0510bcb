import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { type Schema, typesOf } from "../schema/schema.ts";
import { Dice, seeded } from "./dice.ts";
import { Grower, type Resolve } from "./grower.ts";
import { KEYWORD_VALUES, type Part, type Site, typeOf, without } from "./keyword-values.ts";

/** Compiles a schema to a function that decides whether a value matches: that of a validator that is trusted. */
export type Judge = (schema: Schema) => (value: Json) => boolean;

/** A value that is right or wrong by one keyword. */
export interface KeywordValue {
  readonly keyword: string;
  /** The schema that has the keyword. */
  readonly schema: JsonObject;
  /** What in the value the keyword is about. */
  readonly path: readonly (string | number)[];
  readonly value: Json;
  /** What a validator may call it, if it is wrong: a wrong type is no listed value either. */
  readonly codes: readonly string[];
}

/** How often another value is tried before a keyword, or a schema, is taken for one without such values. */
const ATTEMPTS = 40;
/** Of recursive schemas, values as deep as this are looked at, schemas so far in place, and no more once so much has grown. */
const DEEPEST = 8;
const LONGEST_CHAIN = 32;
const MOST_GROWN = 200_000;

/**
 * Makes values for schemas: right ones by chance, those at the limit of a keyword, and those just outside of it. They
 * are the same for the same schema, and all of them are judged.
 */
export class ValueMaker {
  readonly #grower: Grower;
  readonly #resolve: Resolve;
  readonly #judge: Judge;

  constructor(resolve: Resolve, judge: Judge) {
    this.#grower = new Grower(resolve);
    this.#resolve = resolve;
    this.#judge = judge;
  }

  /**
   * A right value, for each of a stream of choices.
   *
   * @throws {Error} when none of 40 values that grow is right.
   */
  right(schema: Schema): (dice: Dice) => Json {
    const accepts = this.#judge(schema);
    return (dice) => {
      const found = firstOf(() => this.#grower.grow([schema], dice), accepts);
      if (found === undefined) throw new Error(`No value is known that is right by ${JSON.stringify(schema)}.`);
      return found;
    };
  }

  /** For each keyword, and each limit that it has, a value that is only just right. Their parts are of an example. */
  rightValues(schema: Schema, example?: Json): readonly KeywordValue[] {
    return distinct(this.#values("right", schema, example), ({ value }) => value);
  }

  /** For each keyword one value or more that are wrong because of it. Their other parts are of an example. */
  wrongValues(schema: Schema, example?: Json): readonly KeywordValue[] {
    return distinct(this.#values("wrong", schema, example), ({ path, value }) => [path, value]);
  }

  #values(wanted: Kind, root: Schema, example: Json | undefined): readonly KeywordValue[] {
    const dice = new Dice(seeded(1));
    const before = this.#grower.grown;
    const found: KeywordValue[] = [];
    const open: Place[] = [{ ...START, schema: root, example, accepts: this.#judge(root) }];
    // A list may grow while it is walked.
    for (const place of open) {
      const site = isJsonObject(place.schema) ? this.#site(place, place.schema, dice) : undefined;
      if (site === undefined) continue;
      const places = Object.entries(site.schema).flatMap(([keyword, value]) => {
        const parts = KEYWORD_VALUES[keyword]?.parts?.(site, value) ?? [];
        return parts.flatMap((part) => below(place, site.schema, keyword, part));
      });
      for (const { keyword, grows, path = [], codes = [keyword] } of candidatesOf(wanted, place, site, places)) {
        const schema = wanted === "right" || place.isNegated ? site.schema : without(site.schema, keyword);
        const make = (): Json => this.#grower.growLeast([grows, ...place.beside, schema], dice);
        const value = firstOf(make, (each) => place.accepts(each) === (wanted === "right"));
        if (value === undefined) continue;
        found.push({
          keyword,
          schema: site.schema,
          path: [...place.path, ...path],
          value: place.whole(value),
          codes: [...codes, ...place.codes],
        });
      }
      if (this.#grower.grown - before > MOST_GROWN) break;
      open.push(...places);
    }
    return found;
  }

  /** Undefined where nothing is right that the schema applies to. */
  #site(place: Place, schema: JsonObject, dice: Dice): Site | undefined {
    const { beside, example, accepts, isNegated, otherTypes } = place;
    const grow = (more: Json): Json => this.#grower.growLeast([more, ...beside, schema], dice);
    const types = typesOf(schema);
    const isExample = example !== undefined && (types.length === 0 || types.some((type) => isOf(type, example)));
    const make = (attempt: number): Json => {
      const least = grow(true);
      if (!isExample || attempt > 0) return least;
      if (!isJsonObject(example) || !isJsonObject(least)) return example;
      return Object.fromEntries(Object.entries(least).map(([name, value]) => [name, example[name] ?? value]));
    };
    const right = isNegated ? grow(true) : firstOf(make, accepts);
    if (right === undefined) return undefined;
    const of = (type: string): Json => {
      const make = (attempt: number): Json => (attempt === 0 ? right : grow({ type }));
      return firstOf(make, (value) => isOf(type, value)) ?? EMPTY[type] ?? null;
    };
    return {
      schema,
      all: [...beside.filter(isJsonObject), schema],
      otherTypes,
      example: isExample ? example : undefined,
      right,
      of: of as Site["of"], // of the type that its argument names
      grow,
      accepts,
      target: (reference) => this.#resolve(reference) ?? true,
      matching: (pattern) => this.#grower.strings.matching(pattern, dice),
    };
  }
}

type Kind = "right" | "wrong";

/** What each keyword of a schema has at its limits, or outside of them; where there is no limit, any right value. */
function candidatesOf(wanted: Kind, place: Place, { schema, ...site }: Site, places: readonly Place[]) {
  const kind = place.isNegated === (wanted === "right") ? "wrong" : "right";
  const found = Object.entries(schema).flatMap(([keyword, value]) =>
    (KEYWORD_VALUES[keyword]?.[kind]?.({ schema, ...site }, value) ?? []).map((each) => ({ ...each, keyword })),
  );
  const isBounded = places.some(({ chain }) => chain > 0) || found.some(({ grows }) => grows.const !== null);
  const isAny = kind === "right" && !isBounded && site.right !== null && schema.type !== undefined;
  return isAny ? [...found, { keyword: "type", grows: { const: site.right } }] : found;
}

const EMPTY: Readonly<Record<string, Json>> = { array: [], number: 0, object: {}, string: "" };

function isOf(type: string, value: Json): boolean {
  return type === typeOf(value) || (type === "integer" && typeof value === "number");
}

/** A schema that is to be looked at, with its place in the values of the whole. */
interface Place extends Required<Omit<Part, "inside">> {
  readonly example: Json | undefined;
  readonly path: readonly (string | number)[];
  /** How many values are around it, and how many schemas of the same value. */
  readonly depth: number;
  readonly chain: number;
  /** The references on the way to it, which are not followed again. */
  readonly references: readonly Json[];
  /** What a validator may report instead, since it does not say which alternative is meant. */
  readonly codes: readonly string[];
  readonly whole: (part: Json) => Json;
  readonly accepts: (part: Json) => boolean;
}

const START = {
  ...{ beside: [], otherTypes: [], path: [], references: [], codes: [] },
  ...{ isNegated: false, depth: 0, chain: 0 },
  whole: (value: Json) => value,
};

/** The place of a part; none where that would be too deep, or lead in a cycle. */
function below(around: Place, schema: JsonObject, keyword: string, part: Part): readonly Place[] {
  const { beside = [], inside, otherTypes = [], isNegated = false } = part;
  const reference = keyword === "$ref" ? [schema.$ref ?? null] : [];
  const isCycle = reference.some((each) => around.references.includes(each));
  if (isCycle || around.depth > DEEPEST || around.chain > LONGEST_CHAIN) return [];
  const place = {
    ...around,
    schema: part.schema,
    otherTypes,
    isNegated: isNegated !== around.isNegated,
    codes: keyword === "anyOf" || keyword === "oneOf" ? [...around.codes, keyword] : around.codes,
    references: [...around.references, ...reference],
  };
  if (inside === undefined) {
    const rest = [...around.beside, without(schema, keyword), ...beside].filter(isJsonObject);
    return [{ ...place, chain: around.chain + 1, beside: rest.filter((each) => Object.keys(each).length > 0) }];
  }
  const { key, put, example } = inside;
  return [
    {
      ...place,
      beside,
      example,
      path: [...around.path, key],
      depth: around.depth + 1,
      chain: 0,
      whole: (each) => around.whole(put(each)),
      accepts: (each) => around.accepts(put(each)),
    },
  ];
}

/** The first of some values that passes a test. */
function firstOf(make: (attempt: number) => Json, test: (value: Json) => boolean): Json | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const value = make(attempt);
    if (test(value)) return value;
  }
  return undefined;
}

/** One of those that are the same, which may be called what any of them may. */
function distinct(values: readonly KeywordValue[], key: (value: KeywordValue) => unknown): readonly KeywordValue[] {
  const alike = Map.groupBy(values, (each) => JSON.stringify(key(each)));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, codes: [...new Set([first, ...others].flatMap(({ codes }) => codes))] }],
  );
}

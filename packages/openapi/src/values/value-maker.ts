import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import type { Schema } from "../schema/schema.ts";
import { Dice, seeded } from "./dice.ts";
import { Grower, type Resolve } from "./grower.ts";
import { type Candidate, KEYWORD_VALUES, type Part, type Site } from "./keyword-values.ts";

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
/** Of recursive schemas, values as deep as this are looked at, schemas so far in place, and so many in all. */
const DEEPEST = 8;
const LONGEST_CHAIN = 32;
const MOST_PLACES = 10_000;

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
      return found.value;
    };
  }

  /**
   * One right value, always the same: the example where there is one, and else one without what may be left out, but not
   * empty.
   *
   * @throws {Error} when none of 40 values that grow is right.
   */
  sample(schema: Schema, example?: Json): Json {
    if (example !== undefined) return example;
    const dice = new Dice(seeded(1));
    const found = firstOf(() => this.#grower.growLeast([schema, NOT_EMPTY], dice), this.#judge(schema));
    return found === undefined ? this.right(schema)(dice) : found.value;
  }

  /** For each keyword, and each limit that it has, a value that is only just right. Their parts are of an example. */
  rightValues(schema: Schema, example?: Json): readonly KeywordValue[] {
    return distinct(this.#values("right", schema, example), ({ value }) => value);
  }

  /** For each keyword one value or more that are wrong because of it. Their other parts are of an example. */
  wrongValues(schema: Schema, example?: Json): readonly KeywordValue[] {
    return distinct(this.#values("wrong", schema, example), ({ path, value }) => [path, value]);
  }

  #values(wanted: "right" | "wrong", root: Schema, example: Json | undefined): readonly KeywordValue[] {
    const dice = new Dice(seeded(1));
    const found: KeywordValue[] = [];
    const open: Place[] = [{ ...START, schema: root, example, accepts: this.#judge(root) }];
    // A list may grow while it is walked.
    for (const place of open) {
      const { schema } = place;
      const site = isJsonObject(schema) ? this.#site(place, schema, dice) : undefined;
      if (site === undefined) continue;
      const { candidates, places } = this.#candidates(wanted, place, site, dice);
      for (const candidate of candidates) {
        const made = firstOf(candidate.make, (value) => place.accepts(value) === (wanted === "right"));
        if (made !== undefined) found.push(keywordValue(candidate, made.value, place, site.schema));
      }
      open.push(...places.slice(0, MOST_PLACES - open.length));
    }
    return found;
  }

  /** What each keyword of a schema has at its limits, or outside of them, and what there is below. */
  #candidates(wanted: "right" | "wrong", place: Place, site: Site, dice: Dice) {
    const kind = place.isNegated === (wanted === "right") ? "wrong" : "right";
    const candidates: NamedCandidate[] = [];
    const places: Place[] = [];
    let isBounded = kind === "wrong" || site.right === null || site.schema.type === undefined;
    for (const [keyword, value] of Object.entries(site.schema)) {
      const values = Object.hasOwn(KEYWORD_VALUES, keyword) ? KEYWORD_VALUES[keyword] : undefined;
      if (values === undefined) continue;
      const own = { ...site, growWithout: this.#growing(place, omit(site.schema, keyword), dice) };
      const parts = values.parts?.(own, value, keyword) ?? [];
      const found = values[kind]?.(own, value) ?? [];
      isBounded ||= found.some(({ make }) => make(0) !== null) || parts.some(({ inside }) => inside === undefined);
      candidates.push(...found.map((candidate) => ({ ...candidate, keyword })));
      places.push(...parts.flatMap((part) => below(place, keyword, value, part)));
    }
    // Where nothing is at a limit, any value is one.
    if (!isBounded) candidates.push({ make: () => site.right, keyword: "type" });
    return { candidates, places };
  }

  /** Undefined where nothing is right that the schema applies to. */
  #site(place: Place, schema: JsonObject, dice: Dice): Site | undefined {
    const grow = this.#growing(place, schema, dice);
    const { example, accepts } = place;
    const make = (attempt: number): Json => {
      if (example === undefined) return this.#grower.growLeast([...place.context, schema], dice);
      if (attempt > 0 || !isJsonObject(example)) return attempt > 0 ? grow() : example;
      const least = this.#grower.growLeast([...place.context, schema], dice);
      if (!isJsonObject(least)) return example;
      return Object.fromEntries(Object.entries(least).map(([name, value]) => [name, example[name] ?? value]));
    };
    const found = place.isNegated ? { value: grow() } : firstOf(make, accepts);
    if (found === undefined) return undefined;
    const right = found.value;
    const isOf = (type: string, value: Json): boolean =>
      type === "array" ? Array.isArray(value) : type === "object" ? isJsonObject(value) : typeof value === type;
    const of = (type: string): Json =>
      isOf(type, right)
        ? right
        : (firstOf(
            () => grow({ type }),
            (value) => isOf(type, value),
          )?.value ??
          EMPTY[type] ??
          null);
    return {
      schema,
      all: [...place.context.filter(isJsonObject), schema],
      otherTypes: place.otherTypes,
      example,
      right,
      of: of as Site["of"], // of the type that its argument names
      grow,
      growWithout: grow,
      accepts,
      target: (reference) => this.#resolve(reference) ?? true,
      matching: (pattern) => this.#grower.strings.matching(pattern, dice),
    };
  }

  #growing({ context }: Place, schema: JsonObject, dice: Dice): Site["grow"] {
    return (...more) => this.#grower.growLeast([...context, schema, ...more], dice);
  }
}

const NOT_EMPTY = { minLength: 1, minItems: 1, minimum: 1 };
const EMPTY: Readonly<Record<string, Json>> = { array: [], number: 0, object: {}, string: "" };

interface NamedCandidate extends Candidate {
  readonly keyword: string;
}

/** A schema that is to be looked at, with its place in the values of the whole. */
interface Place extends Required<Omit<Part, "inside" | "example">> {
  readonly example: Json | undefined;
  readonly path: readonly (string | number)[];
  /** Around it, and those of them that are in place. */
  readonly depth: number;
  readonly chain: number;
  /** The references on the way to it, which are not followed again. */
  readonly references: readonly string[];
  /** What a validator may report instead, since it does not say which alternative is meant. */
  readonly codes: readonly string[];
  readonly whole: (part: Json) => Json;
  readonly accepts: (part: Json) => boolean;
}

const START = {
  context: [],
  otherTypes: [],
  isNegated: false,
  path: [],
  depth: 0,
  chain: 0,
  references: [],
  codes: [],
  whole: (value: Json) => value,
};

function keywordValue(candidate: NamedCandidate, value: Json, place: Place, schema: JsonObject): KeywordValue {
  const { keyword, path = [], codes = [keyword] } = candidate;
  return {
    keyword,
    schema,
    path: [...place.path, ...path],
    value: place.whole(value),
    codes: [...codes, ...place.codes],
  };
}

/** The place of a part; none where that would be too deep, or lead in a cycle. */
function below(around: Place, keyword: string, value: Json, part: Part): readonly Place[] {
  const { inside, otherTypes = [], isNegated = false } = part;
  const isCycle = keyword === "$ref" && around.references.includes(String(value));
  if (isCycle || around.depth > DEEPEST || around.chain > LONGEST_CHAIN) return [];
  const isUnion = keyword === "anyOf" || keyword === "oneOf";
  const shared = {
    schema: part.schema,
    otherTypes,
    isNegated: isNegated !== around.isNegated,
    example: part.example,
    codes: isUnion ? [...around.codes, keyword] : around.codes,
    references: keyword === "$ref" ? [...around.references, String(value)] : around.references,
  };
  if (inside === undefined)
    return [{ ...around, ...shared, chain: around.chain + 1, context: [...around.context, ...part.context] }];
  const { key, put } = inside;
  return [
    {
      ...shared,
      context: part.context,
      path: [...around.path, key],
      depth: around.depth + 1,
      chain: 0,
      whole: (each) => around.whole(put(each)),
      accepts: (each) => around.accepts(put(each)),
    },
  ];
}

/** The first of some values that passes a test. */
function firstOf(
  make: (attempt: number) => Json,
  test: (value: Json) => boolean,
): { readonly value: Json } | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const value = make(attempt);
    if (test(value)) return { value };
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

function omit(schema: JsonObject, keyword: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}

import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { isAnnotation, KEYWORDS } from "../schema/keywords.ts";
import { regularExpression } from "../schema/regular-expression.ts";
import { typesOf } from "../schema/schema.ts";
import type { Dice } from "./dice.ts";
import { KEYS, ODDMENTS, withMistake } from "./mistakes.ts";
import { numberSatisfying } from "./numbers.ts";
import { Strings } from "./strings.ts";

/** From here on only what is required grows, so that values of recursive schemas end. */
const SHALLOW = 4;
/** A recursive schema may leave no way out: so deep values grow at most, and of so many parts. */
const DEEPEST = 24;
const MOST_PARTS = 10_000;
/** References in place that may lead in a cycle. */
const LONGEST_CHAIN = 32;
/** From mistakes nearly everywhere to one in a large value. */
const RATES: readonly number[] = [2, 6, 20];

/** Finds the schema that a `$ref` points to; undefined where there is none. */
export type Resolve = (reference: string) => Json | undefined;

interface Growth {
  readonly dice: Dice;
  /** One in how many values and parts of values is changed after it has grown; none by default. */
  readonly mistakes?: number | undefined;
  /** Whether nothing grows that may be left out. */
  readonly isLeast?: boolean;
  /** How many have grown. */
  readonly parts: { count: number };
}

/**
 * Grows values out of schemas. All that applies to one value, by `allOf`, `$ref` and one alternative of each union, is
 * taken together, so that most values are right; nothing depends on that all are.
 */
export class Grower {
  readonly #resolve: Resolve;
  /** How many values and parts of values have grown so far. */
  grown = 0;
  readonly strings: Strings = new Strings();

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  /** A value to try a validator with: one of two is as right as is known, the other has mistakes. */
  near(schema: Json, dice: Dice): Json {
    return this.#grow(
      [schema],
      { dice, mistakes: dice.oneIn(2) ? undefined : dice.pick(RATES), parts: { count: 0 } },
      0,
    );
  }

  /** A value that is right as far as is known, with all schemas in one. */
  grow(schemas: readonly Json[], dice: Dice): Json {
    return this.#grow(schemas, { dice, parts: { count: 0 } }, 0);
  }

  /** The same with nothing in it that may be left out. */
  growLeast(schemas: readonly Json[], dice: Dice): Json {
    return this.#grow(schemas, { dice, isLeast: true, parts: { count: 0 } }, SHALLOW);
  }

  #grow(schemas: readonly Json[], growth: Growth, depth: number): Json {
    const { dice, mistakes } = growth;
    const value = this.#growRight(schemas, growth, depth);
    return mistakes !== undefined && dice.oneIn(mistakes) ? withMistake(value, dice) : value;
  }

  #growRight(schemas: readonly Json[], growth: Growth, depth: number): Json {
    if (depth > DEEPEST || growth.parts.count++ > MOST_PARTS) return null;
    this.grown++;
    const { dice } = growth;
    const parts = schemas.flatMap((schema) => this.#parts(schema, dice, depth, 0));
    const constant = parts.find((part) => part.const !== undefined)?.const;
    if (constant !== undefined) return constant;
    // Kept as one list for each part.
    const listed = parts.flatMap((part) => (Array.isArray(part.enum) ? [part.enum as readonly Json[]] : []));
    const [values = [], ...others] = listed;
    const common = values.filter((value) => others.every((list) => list.includes(value)));
    if (common.length > 0) return dice.pick(common);
    return this.#growType(dice.pick(possibleTypes(parts)), parts, growth, depth);
  }

  #growType(type: string, parts: readonly JsonObject[], growth: Growth, depth: number): Json {
    const { dice } = growth;
    if (type === "null") return null;
    if (type === "boolean") return dice.oneIn(2);
    if (type === "integer" || type === "number") return numberSatisfying(parts, type, dice);
    if (type === "string") return this.strings.satisfying(parts, dice);
    if (type === "array") return this.#list(parts, growth, depth);
    return type === "object" ? this.#object(parts, growth, depth) : dice.pick(ODDMENTS);
  }

  /** Everything that a schema says about the value itself, one alternative of each union chosen. */
  #parts(schema: Json, dice: Dice, depth: number, chain: number): JsonObject[] {
    if (!isJsonObject(schema) || chain > LONGEST_CHAIN) return [];
    const more = (next: Json): JsonObject[] => this.#parts(next, dice, depth, chain + 1);
    const { $ref: ref, allOf, if: condition, then: positive = true, else: negative = true } = schema;
    const unions = [schema.anyOf, schema.oneOf].filter((union) => Array.isArray(union) && union.length > 0);
    return [
      schema,
      ...(typeof ref === "string" ? more(this.#resolve(ref) ?? true) : []),
      ...listOf(allOf).flatMap(more),
      ...unions.flatMap((union) => more(alternative(listOf(union), dice, depth))),
      ...(condition === undefined ? [] : dice.oneIn(2) ? [...more(condition), ...more(positive)] : more(negative)),
    ];
  }

  #list(parts: readonly JsonObject[], growth: Growth, depth: number): Json[] {
    const { dice } = growth;
    const least = Math.max(0, ...numbersOf(parts, "minItems"));
    const most = Math.min(depth >= SHALLOW ? least : least + 4, ...numbersOf(parts, "maxItems"));
    const prefix = Math.max(0, ...parts.map((part) => listOf(part.prefixItems).length));
    const length = dice.oneIn(3) ? Math.max(least, Math.min(most, prefix)) : dice.between(least, most);
    const grown = (index: number): Json => this.#grow(itemSchemas(parts, index), growth, depth + 1);
    const list = Array.from({ length }, (_, index) => grown(index));
    for (const { contains, minContains } of parts.filter((part) => part.contains !== undefined)) {
      const times = typeof minContains === "number" ? minContains : 1;
      const first = dice.below(Math.max(1, list.length - times + 1));
      for (let index = first; index < first + times; index++)
        list[index] = this.#grow([contains ?? true, ...itemSchemas(parts, index)], growth, depth + 1);
    }
    if (!parts.some((part) => part.uniqueItems === true)) return list;
    const distinct = new Map(list.map((item) => [JSON.stringify(item), item]));
    for (let tries = 0; distinct.size < least && tries < DEEPEST; tries++) {
      const item = grown(distinct.size);
      distinct.set(JSON.stringify(item), item);
    }
    return [...distinct.values()];
  }

  #object(parts: readonly JsonObject[], growth: Growth, depth: number): JsonObject {
    const { dice, isLeast = false } = growth;
    const required = new Set(parts.flatMap((part) => listOf(part.required).map(String)));
    const described = [...new Set(parts.flatMap((part) => keysOf(part.properties)))];
    const possible = described.filter((name) => !required.has(name) && !memberSchemas(parts, name).includes(false));
    const rare = depth >= SHALLOW;
    const least = Math.max(0, ...numbersOf(parts, "minProperties"));
    const most = Math.min(Infinity, ...numbersOf(parts, "maxProperties"));
    const names = new Set([...required, ...possible.filter(() => !isLeast && (rare ? dice.oneIn(8) : !dice.oneIn(3)))]);
    for (const name of possible) if (names.size < least) names.add(name);
    for (let more = rare ? 0 : dice.below(3); more > 0 || names.size < least; more--) {
      if (more < -DEEPEST) break;
      const name = this.#newName(parts, dice);
      if (!memberSchemas(parts, name).includes(false)) names.add(name);
    }
    for (const part of parts)
      for (const name of names)
        for (const other of listOf(objectOf(part.dependentRequired)[name])) names.add(String(other));
    const kept = [...names].slice(0, Math.max(most, required.size));
    // Not by assignment: `__proto__` is a name like any other.
    return Object.fromEntries(kept.map((name) => [name, this.#grow(memberSchemas(parts, name), growth, depth + 1)]));
  }

  #newName(parts: readonly JsonObject[], dice: Dice): string {
    const patterns = parts.flatMap((part) => keysOf(part.patternProperties));
    const matching =
      patterns.length > 0 && dice.oneIn(2) ? this.strings.matching(dice.pick(patterns), dice) : undefined;
    if (matching !== undefined) return matching;
    const rules = parts.flatMap((part) => (part.propertyNames === undefined ? [] : [part.propertyNames]));
    return rules.length > 0
      ? String(this.#grow([{ type: "string" }, ...rules], { dice, parts: { count: 0 } }, DEEPEST))
      : dice.pick(KEYS);
  }
}

/** What several schemas say about an item of a list. */
function itemSchemas(parts: readonly JsonObject[], index: number): Json[] {
  const found = parts.map((part) => listOf(part.prefixItems)[index] ?? part.items);
  return found.every((each) => each === undefined) ? parts.map((part) => part.unevaluatedItems ?? true) : given(found);
}

/** What several schemas say about one property: by name, by pattern, or about all others. */
export function memberSchemas(parts: readonly JsonObject[], name: string): Json[] {
  const found = parts.map(({ properties, patternProperties, additionalProperties }) => {
    const named = Object.hasOwn(objectOf(properties), name) ? [objectOf(properties)[name] ?? true] : [];
    const patterned = Object.entries(objectOf(patternProperties))
      .filter(([pattern]) => regularExpression(pattern).test(name))
      .map(([, schema]) => schema);
    const described = [...named, ...patterned];
    return described.length > 0 ? described : given([additionalProperties]);
  });
  return found.every((each) => each.length === 0)
    ? parts.map((part) => part.unevaluatedProperties ?? true)
    : found.flat();
}

function given(values: readonly (Json | undefined)[]): Json[] {
  return values.filter((value) => value !== undefined);
}

/** One alternative; deep down one that ends, where there is any. */
function alternative(union: readonly Json[], dice: Dice, depth: number): Json {
  const ending = union.filter((schema) => isJsonObject(schema) && schema.$ref === undefined && schema.type !== "array");
  return dice.pick(depth >= SHALLOW && ending.length > 0 ? ending : union);
}

/** The types that a value may have by all schemas; where none says one, those that their keywords are about. */
function possibleTypes(parts: readonly JsonObject[]): readonly string[] {
  const declared = parts.map(typesOf).filter((types) => types.length > 0);
  const [types = [], ...others] = declared;
  const common = types.filter((type) =>
    others.every((list) => list.includes(type) || (type === "integer" && list.includes("number"))),
  );
  if (common.length > 0) return common;
  const narrower = others.flat().filter((type) => type === "integer" && types.includes("number"));
  if (narrower.length > 0) return narrower;
  const implied = parts.flatMap((part) => Object.keys(part).flatMap((keyword) => impliedType(keyword) ?? []));
  if (implied.length > 0) return implied;
  return parts.every((part) => Object.keys(part).every(isAnnotation)) ? ["any"] : ["object", "any"];
}

/** The type that a keyword is about. */
function impliedType(keyword: string): string | undefined {
  return keyword === "format" ? "string" : KEYWORDS.get(keyword)?.types?.at(-1);
}

function numbersOf(parts: readonly JsonObject[], keyword: string): number[] {
  return parts.map((part) => part[keyword]).filter((value) => typeof value === "number");
}

/** The value of a keyword that is a list, or an empty one. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The value of a keyword that is an object, or an empty one. */
export function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function keysOf(value: Json | undefined): string[] {
  return Object.keys(objectOf(value));
}

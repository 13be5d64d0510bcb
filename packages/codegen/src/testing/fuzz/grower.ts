import {
  decoded,
  isAnnotation,
  isJsonObject,
  type Json,
  type JsonObject,
  KEYWORDS,
  pointerSegments,
  typesOf,
  valueAt,
} from "@earmark/openapi";
import type { Dice } from "./dice.ts";
import { mutate } from "./mutate.ts";
import { numberSatisfying } from "./numbers.ts";
import { KEYS, ODDMENTS } from "./oddments.ts";
import { Texts } from "./texts.ts";

/** From here on only what is required grows, so that values of recursive schemas end. */
const SHALLOW = 4;
/** A recursive schema may leave no way out. */
const DEEPEST = 24;
/** References in place that may lead in a circle. */
const LONGEST_CHAIN = 32;

/** The keywords that values are grown to keep to. */
export const GROWN: readonly string[] = (
  "$ref allOf anyOf oneOf if then else type enum const format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf " +
  "minLength maxLength pattern items prefixItems contains minItems maxItems minContains uniqueItems properties " +
  "patternProperties additionalProperties unevaluatedProperties propertyNames required dependentRequired minProperties maxProperties"
).split(" ");

/** The others, by why values are not. */
export const NOT_GROWN: Readonly<Record<string, string>> = {
  "Values keep to it by chance, often enough.": "not dependentSchemas maxContains unevaluatedItems",
  "The schemas that are compared say it in other keywords.": "$dynamicRef discriminator nullable",
};

interface Way {
  readonly dice: Dice;
  readonly mistakes: number | undefined;
}

/**
 * Grows values out of schemas. All that applies to one value, by `allOf`, `$ref` and one alternative of each union, is
 * taken together, so that most values are valid; nothing depends on that all are.
 */
export class Grower {
  readonly #root: JsonObject;
  readonly #texts = new Texts();

  /** @param root What JSON Pointers of references start from. */
  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** @param mistakes One in how many values and parts of values is to be changed after it has grown; none by default. */
  grow(schema: Json, dice: Dice, mistakes?: number): Json {
    return this.#growAll([schema], { dice, mistakes }, 0);
  }

  #growAll(schemas: readonly Json[], way: Way, depth: number): Json {
    const { dice, mistakes } = way;
    const value = this.#growRight(schemas, way, depth);
    return mistakes !== undefined && dice.oneIn(mistakes) ? mutate(value, dice) : value;
  }

  #growRight(schemas: readonly Json[], way: Way, depth: number): Json {
    if (depth > DEEPEST) return null;
    const { dice } = way;
    const parts = schemas.flatMap((schema) => this.#parts(schema, dice, depth, 0));
    const constant = parts.find((part) => part.const !== undefined)?.const;
    if (constant !== undefined) return constant;
    const listed = parts.flatMap((part) => (Array.isArray(part.enum) ? [part.enum as readonly Json[]] : []));
    const [values = [], ...others] = listed;
    const common = values.filter((value) => others.every((list) => list.includes(value)));
    if (common.length > 0) return dice.pick(common);
    return this.#growType(dice.pick(possibleTypes(parts)), parts, way, depth);
  }

  #growType(type: string, parts: readonly JsonObject[], way: Way, depth: number): Json {
    const { dice } = way;
    if (type === "null") return null;
    if (type === "boolean") return dice.oneIn(2);
    if (type === "integer" || type === "number") return numberSatisfying(parts, type, dice);
    if (type === "string") return this.#texts.satisfying(parts, dice);
    if (type === "array") return this.#list(parts, way, depth);
    return type === "object" ? this.#object(parts, way, depth) : dice.pick(ODDMENTS);
  }

  /** Everything that a schema says about the value itself, one alternative of each union chosen. */
  #parts(schema: Json, dice: Dice, depth: number, chain: number): JsonObject[] {
    if (!isJsonObject(schema) || chain > LONGEST_CHAIN) return [];
    const more = (next: Json): JsonObject[] => this.#parts(next, dice, depth, chain + 1);
    const { $ref: ref, allOf, if: condition, then: positive = true, else: negative = true } = schema;
    const unions = [schema.anyOf, schema.oneOf].filter((union) => Array.isArray(union) && union.length > 0);
    return [
      schema,
      ...(typeof ref === "string" ? more(this.#target(ref)) : []),
      ...listOf(allOf).flatMap(more),
      ...unions.flatMap((union) => more(alternative(listOf(union), dice, depth))),
      ...(condition === undefined ? [] : dice.oneIn(2) ? [...more(condition), ...more(positive)] : more(negative)),
    ];
  }

  #target(ref: string): Json {
    return valueAt(this.#root, pointerSegments(decoded(ref))) ?? true;
  }

  #list(parts: readonly JsonObject[], way: Way, depth: number): Json[] {
    const { dice } = way;
    const least = Math.max(0, ...numbersOf(parts, "minItems"));
    const most = Math.min(depth >= SHALLOW ? least : least + 4, ...numbersOf(parts, "maxItems"));
    const prefix = Math.max(0, ...parts.map((part) => listOf(part.prefixItems).length));
    const length = dice.oneIn(3) ? Math.max(least, Math.min(most, prefix)) : dice.between(least, most);
    const list = Array.from({ length }, (_, index) =>
      this.#growAll(
        parts.map((part) => listOf(part.prefixItems)[index] ?? part.items ?? true),
        way,
        depth + 1,
      ),
    );
    for (const { contains, minContains } of parts.filter((part) => part.contains !== undefined)) {
      const times = typeof minContains === "number" ? minContains : 1;
      for (let time = 0; time < times; time++)
        list[dice.below(list.length + 1)] = this.#growAll([contains ?? true], way, depth + 1);
    }
    if (!parts.some((part) => part.uniqueItems === true) || dice.oneIn(8)) return list;
    return [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
  }

  #object(parts: readonly JsonObject[], way: Way, depth: number): JsonObject {
    const { dice } = way;
    const required = new Set(parts.flatMap((part) => listOf(part.required).map(String)));
    const described = [...new Set(parts.flatMap((part) => keysOf(part.properties)))];
    const rare = depth >= SHALLOW;
    const names = new Set([
      ...required,
      ...described.filter((name) => !required.has(name) && (rare ? dice.oneIn(8) : !dice.oneIn(3))),
    ]);
    const least = Math.max(0, ...numbersOf(parts, "minProperties"));
    for (let more = rare ? 0 : dice.below(3); more > 0 || names.size < least; more--) {
      if (more < -DEEPEST) break;
      names.add(this.#newName(parts, dice));
    }
    for (const part of parts)
      for (const name of names)
        for (const other of listOf(objectOf(part.dependentRequired)[name])) names.add(String(other));
    const most = Math.min(Infinity, ...numbersOf(parts, "maxProperties"));
    const kept = [...names].slice(0, dice.oneIn(8) ? names.size : most);
    // Not by assignment: `__proto__` is a name like any other.
    return Object.fromEntries(kept.map((name) => [name, this.#growAll(this.#member(parts, name), way, depth + 1)]));
  }

  #newName(parts: readonly JsonObject[], dice: Dice): string {
    const patterns = parts.flatMap((part) => keysOf(part.patternProperties));
    const source = patterns.length > 0 && dice.oneIn(2) ? this.#texts.matching(dice.pick(patterns)) : undefined;
    if (source !== undefined) return source(dice);
    const rules = parts.flatMap((part) => (part.propertyNames === undefined ? [] : [part.propertyNames]));
    return rules.length > 0 && !dice.oneIn(8)
      ? String(this.#growAll([{ type: "string" }, ...rules], { dice, mistakes: undefined }, DEEPEST))
      : dice.pick(KEYS);
  }

  /** What is said about one property: by name, by pattern, or about all others. */
  #member(parts: readonly JsonObject[], name: string): Json[] {
    return parts.flatMap((part) => {
      const named = Object.hasOwn(objectOf(part.properties), name) ? [objectOf(part.properties)[name] ?? true] : [];
      const patterned = Object.entries(objectOf(part.patternProperties)).flatMap(([pattern, schema]) =>
        new RegExp(pattern).test(name) ? [schema] : [],
      );
      const said = [...named, ...patterned];
      return said.length > 0 ? said : [part.additionalProperties ?? part.unevaluatedProperties ?? true];
    });
  }
}

/** One alternative; deep down one that ends, where there is any. */
function alternative(union: readonly Json[], dice: Dice, depth: number): Json {
  const ending = union.filter((schema) => isJsonObject(schema) && schema.$ref === undefined && schema.type !== "array");
  return dice.pick(depth >= SHALLOW && ending.length > 0 ? ending : union);
}

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

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function keysOf(value: Json | undefined): string[] {
  return Object.keys(objectOf(value));
}

import type { Json, JsonObject } from "../document/index.ts";
import { isJsonObject } from "../document/index.ts";
import { type Schema, typesOf } from "../model/index.ts";

const ODDMENTS: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  2,
  1.5,
  100,
  1e21,
  "",
  "a",
  "ab",
  "x",
  "😀",
  "a".repeat(101),
  [],
  [1],
  [1, 1],
  ["x"],
  {},
  { a: 1 },
  { a: "a", b: 1, c: 1 },
];
const KEYS = ["a", "b", "c", "n", "next", "ab", "long", "constructor", "isPrototypeOf"];

/** Values that come close to a schema: grown from it, then changed here and there. The same seed gives the same values. */
export function* mutations(schema: Schema, seed: number, count: number): Generator<Json> {
  const random = generator(seed);
  const root = isJsonObject(schema) ? schema : {};
  for (let index = 0; index < count; index++) {
    let value = grow(schema, root, random, 0);
    for (let changes = random(3); changes > 0; changes--) value = mutate(value, random);
    yield value;
  }
}

type Random = (below: number) => number;

/** Mulberry32: small, seeded, the same everywhere. */
function generator(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[random(list.length || 1)];
}

/** A value in the shape of a schema; it need not match. */
function grow(schema: Json, root: JsonObject, random: Random, depth: number): Json {
  if (!isJsonObject(schema) || depth > 5) return pick(ODDMENTS, random) ?? null;
  if (typeof schema.$ref === "string") return grow(target(schema.$ref, root), root, random, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return pick<Json>(schema.enum, random) ?? null;
  const branches = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const branch = pick<Json>(branches, random);
  if (branch !== undefined && random(2) === 0) return grow(branch, root, random, depth + 1);
  return growType(schema, root, random, depth);
}

function growType(schema: JsonObject, root: JsonObject, random: Random, depth: number): Json {
  const type = pick(typesOf(schema), random) ?? impliedType(schema);
  if (type === "array") return growList(schema, root, random, depth);
  if (type === "object") return growObject(schema, root, random, depth);
  if (type === "string") return growText(schema, random);
  if (type === "integer") return random(12) - 2 + (typeof schema.minimum === "number" ? schema.minimum : 0);
  if (type === "number") return (random(24) - 4) / 2;
  if (type === "boolean") return random(2) === 0;
  return type === "null" ? null : (pick(ODDMENTS, random) ?? null);
}

function impliedType(schema: JsonObject): string | undefined {
  if (schema.items !== undefined || schema.prefixItems !== undefined) return "array";
  return isJsonObject(schema.properties) ? "object" : undefined;
}

function growList(schema: JsonObject, root: JsonObject, random: Random, depth: number): Json {
  const prefix: readonly Json[] = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  return Array.from({ length: random(5) }, (_, index) =>
    grow(prefix[index] ?? schema.items ?? true, root, random, depth + 1),
  );
}

function growObject(schema: JsonObject, root: JsonObject, random: Random, depth: number): Json {
  const properties = Object.entries(isJsonObject(schema.properties) ? schema.properties : {});
  const kept = properties.filter(
    ([name]) => random(3) > 0 || (Array.isArray(schema.required) && schema.required.includes(name) && random(8) > 0),
  );
  return Object.fromEntries(kept.map(([name, property]) => [name, grow(property, root, random, depth + 1)]));
}

/** Texts in the shape of the patterns that documents use: a prefix and a fixed length. */
function growText({ pattern, minLength }: JsonObject, random: Random): string {
  const prefix = /^\^([A-Z]+)/.exec(typeof pattern === "string" ? pattern : "")?.[1] ?? "";
  const length = typeof minLength === "number" && random(4) > 0 ? minLength : random(6);
  return prefix + "abc012".repeat(20).slice(0, Math.max(0, length - prefix.length));
}

function mutate(value: Json, random: Random): Json {
  const choice = random(4);
  if (choice === 0) return pick(ODDMENTS, random) ?? null;
  if (Array.isArray(value)) {
    const list: Json[] = [...value];
    const at = random(list.length + 1);
    if (choice === 1) list.splice(at, 1);
    else list.splice(at, choice === 2 ? 1 : 0, mutate(list[at] ?? null, random));
    return list;
  }
  if (isJsonObject(value)) {
    const key = pick([...Object.keys(value), ...KEYS], random) ?? "a";
    const { [key]: found = null, ...rest } = value;
    return choice === 1 ? rest : { ...rest, [key]: mutate(found, random) };
  }
  if (typeof value === "string") return choice === 1 ? value.slice(1) : `${value}a`;
  return typeof value === "number" ? value + random(3) - 1.5 : (pick(ODDMENTS, random) ?? null);
}

function target(ref: string, root: JsonObject): Schema {
  const found = isJsonObject(root.$defs) ? root.$defs[ref.slice("#/$defs/".length)] : undefined;
  return isJsonObject(found) ? found : true;
}

import { isJsonObject, type Json, type JsonObject, remade } from "../json/json.ts";
import { isInPlace } from "./keywords.ts";
import { componentName, isSchema, type Schema } from "./schema.ts";
import { addTo, referencesOf } from "./walk.ts";

/** Schemas by name, none of which is about the same value as itself, and the names of those that were, sorted. */
export interface WithoutCycles {
  readonly schemas: ReadonlyMap<string, Schema>;
  /** Variants that take over what the schema that lists them says apart from the list. */
  readonly variants: readonly string[];
  /** Schemas without what makes them about themselves, which nothing is meant by. */
  readonly cut: readonly string[];
}

/** Schemas with the cycles broken in which checking a value would never end (JSON Schema Core 9.4.1). */
export function withoutCycles(schemas: ReadonlyMap<string, Schema>): WithoutCycles {
  const graph = new InPlaceGraph(schemas);
  const variants = breakVariantCycles(graph);
  const cycles = variants === undefined ? new Map<string, ReadonlySet<string>>() : graph.cycles();
  for (const [name, cycle] of cycles) graph.schemas.set(name, cut(graph.schemas.get(name) ?? true, cycle));
  return { schemas: graph.schemas, variants: variants ?? [], cut: [...cycles.keys()].sort() };
}

/**
 * Breaks the cycles that come from a habit: a schema lists its variants by `oneOf`, and each of them builds on it by
 * `allOf`. Gives the names of the variants; undefined where there is no cycle at all.
 */
function breakVariantCycles(graph: InPlaceGraph): readonly string[] | undefined {
  const cycles = graph.cycles();
  if (cycles.size === 0) return undefined;
  const variants = new Map<string, string[]>();
  const addVariant = (name: string): void => {
    for (const base of basesOf(graph.schemas.get(name))) addTo(variants, base, name);
  };
  for (const name of cycles.keys()) addVariant(name);
  const changed = new Set<string>();
  for (const [name, schema] of [...graph.schemas]) {
    const builtOnIt = (variants.get(name) ?? []).filter((variant) => variant !== name);
    if (builtOnIt.length === 0 || !isJsonObject(schema)) continue;
    const { oneOf = [], anyOf = [], discriminator: _, ...base } = schema;
    const listed = graph.reachable(targetsOf({ oneOf, anyOf }));
    for (const variant of builtOnIt) {
      const before = graph.schemas.get(variant) ?? true;
      const after = listed.has(variant) ? withBase(before, name, base) : before;
      if (after === before) continue;
      graph.schemas.set(variant, after);
      addVariant(variant);
      changed.add(variant);
    }
  }
  return [...changed].sort();
}

function cut(schema: Schema, cycle: ReadonlySet<string>): Schema {
  if (!isJsonObject(schema)) return schema;
  const kept = Object.entries(schema).filter(
    ([keyword, value]) => !targetsOf({ [keyword]: value }).some((target) => cycle.has(target)),
  );
  return remade(schema, kept);
}

/** Which schema is about the same value as which (JSON Schema Core 10.2). */
class InPlaceGraph {
  readonly schemas: Map<string, Schema>;
  readonly #targets = new Map<JsonObject, readonly string[]>();

  constructor(schemas: ReadonlyMap<string, Schema>) {
    this.schemas = new Map(schemas);
  }

  reachable(names: readonly string[]): ReadonlySet<string> {
    const found = new Set(names);
    // A set may grow while it is walked.
    for (const name of found) for (const target of this.#targetsOf(name)) found.add(target);
    return found;
  }

  /** The names that lead back to themselves, each with all of its cycle (Kosaraju and Sharir, 1981). */
  cycles(): ReadonlyMap<string, ReadonlySet<string>> {
    const leading = this.#reversed();
    const cycles = new Map<string, ReadonlySet<string>>();
    for (const name of this.#inOrder()) {
      if (cycles.has(name)) continue;
      const members = new Set([name]);
      // A set may grow while it is walked.
      for (const member of members)
        for (const other of leading.get(member) ?? []) if (!cycles.has(other)) members.add(other);
      for (const member of members) cycles.set(member, members);
    }
    return new Map([...cycles].filter(([name, members]) => members.size > 1 || this.#targetsOf(name).includes(name)));
  }

  /** By name, those that lead to it. */
  #reversed(): ReadonlyMap<string, readonly string[]> {
    const leading = new Map<string, string[]>();
    for (const name of this.schemas.keys()) for (const target of this.#targetsOf(name)) addTo(leading, target, name);
    return leading;
  }

  /** All names that lead anywhere, each before those that it leads to where these do not lead back. */
  #inOrder(): readonly string[] {
    const entered = new Set<string>();
    const left: string[] = [];
    const leading = [...this.schemas.keys()].filter((name) => this.#targetsOf(name).length > 0);
    const open = leading.map((name) => ({ name, isLeaving: false }));
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { name, isLeaving } = next;
      if (isLeaving) left.push(name);
      if (isLeaving || entered.has(name)) continue;
      entered.add(name);
      open.push(
        { name, isLeaving: true },
        ...this.#targetsOf(name).map((target) => ({ name: target, isLeaving: false })),
      );
    }
    return left.reverse();
  }

  #targetsOf(name: string): readonly string[] {
    const schema = this.schemas.get(name) ?? true;
    if (typeof schema === "boolean") return [];
    const targets = this.#targets.get(schema) ?? targetsOf(schema);
    this.#targets.set(schema, targets);
    return targets;
  }
}

/** Names of the schemas that a schema applies to the very value. */
function targetsOf(schema: JsonObject): readonly string[] {
  return referencesOf(schema, isInPlace);
}

/** Names of the schemas that one builds on by `$ref` or `allOf`. */
function basesOf(schema: Json | undefined): readonly string[] {
  if (!isJsonObject(schema)) return [];
  const name = typeof schema.$ref === "string" ? componentName(schema.$ref) : undefined;
  return [...(name === undefined ? [] : [name]), ...listOf(schema.allOf).flatMap(basesOf)];
}

/** A schema that builds on another by `$ref` or `allOf`, with that replaced. */
function withBase(schema: Schema, name: string, base: Schema): Schema {
  if (!isJsonObject(schema)) return schema;
  const { $ref: ref, allOf, ...rest } = schema;
  if (typeof ref === "string" && componentName(ref) === name)
    return Object.keys(schema).length === 1 ? base : { ...rest, allOf: [base, ...listOf(allOf)] };
  const parts = listOf(allOf);
  const replaced = parts.map((part) => (isSchema(part) ? withBase(part, name, base) : part));
  return parts.every((part, index) => part === replaced[index]) ? schema : { ...schema, allOf: replaced };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

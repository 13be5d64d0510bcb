import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { isInPlace } from "./keywords.ts";
import { componentName, isSchema, type Schema } from "./schema.ts";
import { referencesOf } from "./walk.ts";

/**
 * Schemas by name, with the cycles broken that come from a habit: a schema lists its variants by `oneOf`, and each of
 * them builds on it by `allOf`. Read to the letter, checking a value would never end (JSON Schema Core 9.4.1), so a
 * variant takes over what the schema says apart from the list. `changed` are the names of these variants, sorted.
 */
export function withoutVariantCycles(schemas: ReadonlyMap<string, Schema>): {
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly changed: readonly string[];
} {
  const graph = new InPlaceGraph(schemas);
  const cycles = graph.cycles();
  if (cycles.size === 0) return { schemas, changed: [] };
  const variants = new Map<string, Set<string>>();
  const addVariant = (name: string): void => {
    for (const base of basesOf(graph.schemas.get(name)))
      variants.set(base, (variants.get(base) ?? new Set()).add(name));
  };
  for (const name of cycles.keys()) addVariant(name);
  const changed = new Set<string>();
  for (const [name, schema] of schemas) {
    const builtOnIt = [...(variants.get(name) ?? [])].filter((variant) => variant !== name);
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
  return { schemas: graph.schemas, changed: [...changed].sort() };
}

/** The schemas that are about the same value as themselves, directly or by way of others, without what makes them so. */
export function cutCycles(schemas: ReadonlyMap<string, Schema>): ReadonlyMap<string, Schema> {
  const cycles = new InPlaceGraph(schemas).cycles();
  return new Map(
    [...cycles].map(([name, cycle]) => [name, cut(schemas.get(name) ?? true, (to) => cycles.get(to) === cycle)]),
  );
}

function cut(schema: Schema, isInCycle: (name: string) => boolean): Schema {
  if (!isJsonObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([keyword, value]) => !targetsOf({ [keyword]: value }).some(isInCycle));
  return Object.fromEntries(kept);
}

/** Which schema is about the same value as which (JSON Schema Core 10.2). */
class InPlaceGraph {
  readonly schemas: Map<string, Schema>;
  readonly #targets = new WeakMap<JsonObject, readonly string[]>();

  constructor(schemas: ReadonlyMap<string, Schema>) {
    this.schemas = new Map(schemas);
  }

  reachable(names: readonly string[]): ReadonlySet<string> {
    const found = new Set(names);
    // A set may grow while it is walked.
    for (const name of found) for (const target of this.#targetsOf(name)) found.add(target);
    return found;
  }

  /** The names that lead back to themselves, each with a number that those of one cycle have in common (Tarjan, 1972). */
  cycles(): ReadonlyMap<string, number> {
    const order = new Map<string, number>();
    const lowest = new Map<string, number>();
    const open: string[] = [];
    const isOpen = new Set<string>();
    const cycles = new Map<string, number>();
    const lower = (name: string, number: number | undefined): unknown =>
      lowest.set(name, Math.min(lowest.get(name) ?? 0, number ?? 0));
    for (const start of this.schemas.keys()) {
      const path: { readonly name: string; readonly targets: readonly string[]; next: number }[] = [];
      const enter = (name: string): void => {
        order.set(name, order.size);
        lowest.set(name, order.size - 1);
        open.push(name);
        isOpen.add(name);
        path.push({ name, targets: this.#targetsOf(name), next: 0 });
      };
      if (!order.has(start)) enter(start);
      for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
        const target = top.targets[top.next++];
        if (target !== undefined) {
          if (!order.has(target)) enter(target);
          else if (isOpen.has(target)) lower(top.name, order.get(target));
          continue;
        }
        const { name, targets } = top;
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.name, lowest.get(name));
        if (lowest.get(name) !== order.get(name)) continue;
        const members = open.splice(open.lastIndexOf(name));
        for (const member of members) {
          isOpen.delete(member);
          if (members.length > 1 || targets.includes(name)) cycles.set(member, order.get(name) ?? 0);
        }
      }
    }
    return cycles;
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

import { isJsonObject, type Json, type JsonObject, remade } from "../json/json.ts";
import { isAnnotation, isInPlace } from "./keywords.ts";
import { componentName, isSchema, type Schema } from "./schema.ts";
import { addTo, referencesOf } from "./walk.ts";

/** Schemas by name, none of which is about the same value as itself, and the names of those that were, sorted. */
export interface WithoutCycles {
  readonly schemas: ReadonlyMap<string, Schema>;
  /** Unions without the members that are the union itself. */
  readonly unions: readonly string[];
  /** Variants that take over what the schema that lists them says apart from the list. */
  readonly variants: readonly string[];
  /** Schemas without what makes them about themselves, which nothing is meant by. */
  readonly cut: readonly string[];
}

/** Schemas with the cycles broken in which checking a value would never end (JSON Schema Core 9.4.1). */
export function withoutCycles(schemas: ReadonlyMap<string, Schema>): WithoutCycles {
  const graph = new InPlaceGraph(schemas);
  const unions = dropOwnMembers(graph);
  const variants = breakVariantCycles(graph);
  const cycles = variants === undefined ? new Map<string, ReadonlySet<string>>() : graph.cycles();
  for (const [name, cycle] of cycles) graph.schemas.set(name, cut(graph.schemas.get(name) ?? true, cycle));
  return { schemas: graph.schemas, unions, variants: variants ?? [], cut: [...cycles.keys()].sort() };
}

/** Drops the members of unions that are the union itself, by way of other unions too: they add nothing to it. */
function dropOwnMembers(graph: InPlaceGraph): readonly string[] {
  const changed = new Map<string, Schema>();
  for (const [name, cycle] of graph.cycles()) {
    const schema = graph.schemas.get(name) ?? true;
    const keyword = ["anyOf", "oneOf"].find((one) => isJsonObject(schema) && Array.isArray(schema[one]));
    if (!isJsonObject(schema) || keyword === undefined) continue;
    const others = otherMembers(graph, schema, keyword, cycle);
    if (others.length > 0) changed.set(name, { ...schema, [keyword]: others });
  }
  for (const [name, schema] of changed) graph.schemas.set(name, schema);
  return [...changed.keys()].sort();
}

/** The members of a union, and of unions that are its members, that are not that union itself; none where none is. */
function otherMembers(
  graph: InPlaceGraph,
  schema: JsonObject,
  keyword: string,
  cycle: ReadonlySet<string>,
): readonly Json[] {
  const others: Json[] = [];
  const unions = new Map<Schema, string>([[schema, keyword]]);
  let isOwn = false;
  // A map may grow while it is walked.
  for (const [union, list] of unions) {
    for (const member of isJsonObject(union) ? listOf(union[list]) : []) {
      const target = graph.standsFor(member);
      const leadsBack = targetsOf({ anyOf: [member] }).some((name) => cycle.has(name));
      const own = unions.get(target) ?? keywordOf(target);
      isOwn ||= leadsBack && unions.has(target);
      if (leadsBack && own !== "") unions.set(target, own);
      else others.push(member);
    }
  }
  return isOwn ? others : [];
}

/** The keyword by which a schema is nothing but a union; an empty string for any other schema. */
function keywordOf(schema: Schema): string {
  const [keyword = "", ...others] = Object.keys(schema).filter((name) => !isAnnotation(name));
  return others.length === 0 && /^(anyOf|oneOf)$/.test(keyword) ? keyword : "";
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
  const leadsBack = (keyword: string, value: Json): boolean =>
    targetsOf({ [keyword]: value }).some((target) => cycle.has(target));
  const kept = Object.entries(schema).flatMap(([keyword, value]): [string, Json][] => {
    if (!leadsBack(keyword, value)) return [[keyword, value]];
    const parts = keyword === "allOf" ? listOf(value).filter((part) => !leadsBack("allOf", [part])) : [];
    return parts.length === 0 ? [] : [[keyword, parts]];
  });
  return remade(schema, kept);
}

/** Which schema is about the same value as which (JSON Schema Core 10.2). */
class InPlaceGraph {
  readonly schemas: Map<string, Schema>;
  readonly #targets = new Map<JsonObject, readonly string[]>();

  constructor(schemas: ReadonlyMap<string, Schema>) {
    this.schemas = new Map(schemas);
  }

  /** What a schema that is nothing but a reference leads to in the end; any other schema itself. */
  standsFor(member: Json): Schema {
    const seen = new Set<Schema>();
    let next: Schema = isJsonObject(member) ? member : true;
    while (isJsonObject(next) && typeof next.$ref === "string" && !seen.has(next)) {
      if (Object.keys(next).some((name) => name !== "$ref" && !isAnnotation(name))) break;
      seen.add(next);
      next = this.schemas.get(componentName(next.$ref) ?? "") ?? true;
    }
    return next;
  }

  reachable(names: readonly string[]): ReadonlySet<string> {
    const found = new Set(names);
    // A set may grow while it is walked.
    for (const name of found) for (const target of this.#targetsOf(name)) found.add(target);
    return found;
  }

  /** The names that lead back to themselves, each with all of its cycle. */
  cycles(): ReadonlyMap<string, ReadonlySet<string>> {
    return cyclesIn(this.schemas.keys(), (name) => this.#targetsOf(name));
  }

  #targetsOf(name: string): readonly string[] {
    const schema = this.schemas.get(name) ?? true;
    if (typeof schema === "boolean") return [];
    const targets = this.#targets.get(schema) ?? targetsOf(schema);
    this.#targets.set(schema, targets);
    return targets;
  }
}

/** The nodes of a graph that lead back to themselves, each with all of its cycle (Kosaraju and Sharir, 1981). */
export function cyclesIn<Node>(
  nodes: Iterable<Node>,
  targetsOf: (node: Node) => readonly Node[],
): ReadonlyMap<Node, ReadonlySet<Node>> {
  const leading = new Map<Node, Node[]>();
  const cycles = new Map<Node, ReadonlySet<Node>>();
  const order = inOrder(nodes, targetsOf);
  for (const node of order) for (const target of targetsOf(node)) addTo(leading, target, node);
  for (const node of order) {
    if (cycles.has(node)) continue;
    const members = new Set([node]);
    // A set may grow while it is walked.
    for (const member of members)
      for (const other of leading.get(member) ?? []) if (!cycles.has(other)) members.add(other);
    for (const member of members) cycles.set(member, members);
  }
  return new Map([...cycles].filter(([node, members]) => members.size > 1 || targetsOf(node).includes(node)));
}

/** All nodes that lead anywhere, each before those that it leads to where these do not lead back. */
export function inOrder<Node>(nodes: Iterable<Node>, targetsOf: (node: Node) => readonly Node[]): readonly Node[] {
  const entered = new Set<Node>();
  const left: Node[] = [];
  const open = [...nodes].filter((node) => targetsOf(node).length > 0).map((node) => ({ node, isLeaving: false }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, isLeaving } = next;
    if (isLeaving) left.push(node);
    if (isLeaving || entered.has(node)) continue;
    entered.add(node);
    open.push({ node, isLeaving: true }, ...targetsOf(node).map((target) => ({ node: target, isLeaving: false })));
  }
  return left.reverse();
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

import {
  cyclesIn,
  discriminatorOf,
  inOrder,
  isInPlace,
  type JsonObject,
  type Schema,
  visitSubschemas,
} from "@earmark/openapi";
import { type Part, type SchemaRegistry, schemasIn } from "./schema-registry.ts";
import { chosenByTag, tellingProperty, typesIn } from "./tags.ts";

/**
 * The schemas that check a part of a value more than once, at each of its levels, so that their results must be kept: those
 * of children of members of a union that nothing tells apart, of parts of an `allOf`, and the like, where that is recursive
 * or there are many such levels.
 */
export function repeatedChecks(registry: SchemaRegistry, entries: readonly Part[]): ReadonlySet<Schema> {
  const targets = new Map<Schema, readonly Part[]>();
  const found = [...entries];
  for (const { schema, base } of found) {
    if (targets.has(schema)) continue;
    targets.set(schema, referencesIn(schema, base, registry));
    found.push(...(targets.get(schema) ?? []));
  }
  const targetsOf = (schema: Schema): readonly Schema[] => (targets.get(schema) ?? []).map((target) => target.schema);
  const cycles = cyclesIn(targets.keys(), targetsOf);
  const parts = new Map(found.map((part) => [part.schema, part]));
  const order = inOrder(targets.keys(), targetsOf).flatMap((schema) => parts.get(schema) ?? []);
  const repeated = repeatedBelow(order, (schema) => cycles.get(schema) ?? schema, registry);
  for (const { schema, base } of parts.values()) {
    const cycle = cycles.get(schema);
    const visits = cycle && new Visits(registry, cycle);
    for (const target of visits?.repeatedIn(schema, base) ?? []) repeated.add(target);
  }
  return repeated;
}

/** So many levels may each double the time, before results are kept: few documents have more, and none of them allocates. */
const MOST_DOUBLED = 3;

/**
 * The schemas at every third level that doubles the time, without those of cycles.
 *
 * @param order Each schema before those that it refers to.
 * @param groupOf A schema's cycle, or itself.
 */
function repeatedBelow(
  order: readonly Part[],
  groupOf: (schema: Schema) => unknown,
  registry: SchemaRegistry,
): Set<Schema> {
  const ways = new Ways(registry);
  for (const { schema, base } of order.toReversed()) ways.add(schema, base);
  const levels = new Map<unknown, number>();
  const levelOf = (schema: Schema): number => levels.get(groupOf(schema)) ?? 0;
  const edges = order.flatMap(({ schema }) => {
    const { refers, doubled } = ways.of(schema);
    const targets = [...new Set([...refers, ...doubled])].filter((each) => groupOf(each) !== groupOf(schema));
    return targets.map((target) => ({ schema, target, cost: doubled.has(target) ? 1 : 0 }));
  });
  for (const { schema, target, cost } of edges)
    levels.set(groupOf(target), Math.max(levelOf(target), levelOf(schema) + cost));
  const step = (schema: Schema): number => Math.floor(levelOf(schema) / MOST_DOUBLED);
  return new Set(edges.flatMap(({ schema, target }) => (step(target) > step(schema) ? [target] : [])));
}

/** The schemas that one checks a value and its parts with. */
interface Checked {
  /** Those that it, or a schema in it, refers to. */
  readonly refers: ReadonlySet<Schema>;
  /** How often each checks a part of the value. */
  readonly children: ReadonlyMap<Schema, number>;
  /** Those that check the same part, at any depth, more than once. */
  readonly doubled: ReadonlySet<Schema>;
}

const NOTHING: Checked = { refers: new Set(), children: new Map(), doubled: new Set() };

/** What refers to more schemas than this is not looked into where it is referred to, so that the work stays in proportion. */
const MOST_FOLLOWED = 250;

/** By how many ways schemas that are referred to come to check a part of a value. */
class Ways {
  readonly #registry: SchemaRegistry;
  readonly #known = new Map<Schema, Checked>();

  constructor(registry: SchemaRegistry) {
    this.#registry = registry;
  }

  of(schema: Schema): Checked {
    return this.#known.get(schema) ?? NOTHING;
  }

  /** What it refers to has been added, but for its own cycle. */
  add(schema: Schema, base: string): void {
    this.#known.set(schema, this.#in(schema, base));
  }

  #in(schema: Schema, inherited: string): Checked {
    if (typeof schema === "boolean") return NOTHING;
    const base = this.#registry.baseOf(schema, inherited);
    const inside: { readonly keyword: string; readonly checked: Checked }[] = [];
    visitSubschemas(schema, (subschema, keyword) => {
      inside.push({ keyword, checked: this.#in(subschema, base) });
    });
    const refs = [schema.$ref, schema.$dynamicRef].filter((ref) => typeof ref === "string");
    if (refs.length === 0 && inside.every(({ checked }) => checked === NOTHING)) return NOTHING;
    const targets = refs.map((ref) => this.#registry.resolve(ref, base).schema);
    const children = new Map<Schema, number>();
    const count = (schemas: Iterable<readonly [Schema, number]>): void => {
      for (const [each, times] of schemas) children.set(each, (children.get(each) ?? 0) + times);
    };
    for (const followed of targets.map((target) => this.of(target).children))
      if (followed.size <= MOST_FOLLOWED) count(followed);
    for (const { keyword, checked } of inside)
      if (isInPlace(keyword) && keyword !== "anyOf" && keyword !== "oneOf") count(checked.children);
    for (const keyword of ["anyOf", "oneOf"] as const) {
      const members = inside.flatMap((each) => (each.keyword === keyword ? [each.checked] : []));
      count(this.#ofUnion(schema, keyword, base, members));
    }
    const parts = inside.filter(({ keyword }) => !isInPlace(keyword));
    for (const often of [undefined, ...OFTEN]) {
      const same = parts.filter(({ keyword }) => OFTEN.find((each) => each === keyword) === often);
      count([...new Set(same.flatMap(({ checked }) => [...checked.refers]))].map((each) => [each, 1]));
    }
    return {
      refers: new Set([...targets, ...inside.flatMap(({ checked }) => [...checked.refers])]),
      children,
      doubled: new Set([
        ...inside.flatMap(({ checked }) => [...checked.doubled]),
        ...[...children].flatMap(([each, times]) => (times > 1 ? [each] : [])),
      ]),
    };
  }

  #ofUnion(
    schema: JsonObject,
    keyword: "anyOf" | "oneOf",
    base: string,
    members: readonly Checked[],
  ): Iterable<readonly [Schema, number]> {
    const counts = members.map(({ children }) => children.size);
    const total = new Map<Schema, number>();
    const most = new Map<Schema, number>();
    for (const { children } of members)
      for (const [each, times] of children) {
        total.set(each, (total.get(each) ?? 0) + times);
        most.set(each, Math.max(most.get(each) ?? 0, times));
      }
    const isSame = [...total].every(([each, times]) => most.get(each) === times);
    return isSame || isToldApart(schema, keyword, base, counts, this.#registry) ? most : total;
  }
}

/** The schemas that one and those in it refer to. */
function referencesIn(schema: Schema, base: string, registry: SchemaRegistry): readonly Part[] {
  if (typeof schema === "boolean") return [];
  const own = registry.baseOf(schema, base);
  const references = [schema.$ref, schema.$dynamicRef].flatMap((ref) =>
    typeof ref === "string" ? [registry.resolve(ref, own)] : [],
  );
  visitSubschemas(schema, (subschema) =>
    references.push(
      ...referencesIn(subschema, own, registry).map((part) => ({ dynamicAnchor: undefined, ref: "", ...part })),
    ),
  );
  return references;
}

/** How often parts of a value are checked by schemas of one cycle. */
class Visits {
  readonly #registry: SchemaRegistry;
  readonly #cycle: ReadonlySet<Schema>;

  constructor(registry: SchemaRegistry, cycle: ReadonlySet<Schema>) {
    this.#registry = registry;
    this.#cycle = cycle;
  }

  /** The schemas of the cycle that check children more than once, anywhere in a schema. */
  repeatedIn(schema: Schema, inherited: string): readonly Schema[] {
    if (typeof schema === "boolean") return [];
    const base = this.#registry.baseOf(schema, inherited);
    const repeated = this.#of(schema, base) > 1 ? [...this.#ofChildren(schema, base)] : [];
    visitSubschemas(schema, (subschema) => repeated.push(...this.repeatedIn(subschema, base)));
    return repeated;
  }

  /** The schemas of the cycle for children of a value that a schema applies to. */
  #ofChildren(schema: Schema, base: string): ReadonlySet<Schema> {
    const targets = new Set<Schema>();
    const applied = new Map([[schema, base]]);
    const apply = (part: Part): unknown => applied.has(part.schema) || applied.set(part.schema, part.base);
    // A map may grow while it is walked.
    for (const [part, inherited] of applied) {
      if (typeof part === "boolean") continue;
      const own = this.#registry.baseOf(part, inherited);
      if (typeof part.$ref === "string") apply(this.#registry.resolve(part.$ref, own));
      visitSubschemas(part, (subschema, keyword) => {
        if (isInPlace(keyword)) apply({ schema: subschema, base: own });
        else for (const target of this.#cycleIn(subschema, own)) targets.add(target);
      });
    }
    return targets;
  }

  /** At the place of the schema, by itself and by all that it applies to the same value. */
  #of(schema: Schema, inherited: string): number {
    if (typeof schema === "boolean") return 0;
    const base = this.#registry.baseOf(schema, inherited);
    const { $ref: ref } = schema;
    let visits = typeof ref === "string" && this.#cycle.has(this.#registry.resolve(ref, base).schema) ? 1 : 0;
    const children = new Set<string>();
    visitSubschemas(schema, (subschema, keyword) => {
      if (keyword === "anyOf" || keyword === "oneOf") return;
      if (isInPlace(keyword)) visits += this.#of(subschema, base);
      else if (this.#cycleIn(subschema, base).length > 0) children.add(OFTEN.includes(keyword) ? keyword : "once");
    });
    return visits + children.size + this.#ofUnion(schema, "anyOf", base) + this.#ofUnion(schema, "oneOf", base);
  }

  #ofUnion(schema: JsonObject, keyword: "anyOf" | "oneOf", base: string): number {
    const members = schemasIn(schema[keyword], base);
    const counts = members.map((member) => this.#of(member.schema, base));
    return isToldApart(schema, keyword, base, counts, this.#registry)
      ? Math.max(0, ...counts)
      : counts.reduce((sum, count) => sum + count, 0);
  }

  /** The schemas of the cycle that one refers to. */
  #cycleIn(schema: Schema, base: string): readonly Schema[] {
    return referencesIn(schema, base, this.#registry)
      .map((target) => target.schema)
      .filter((target) => this.#cycle.has(target));
  }
}

/**
 * Whether at most one member of a union is tried, of those that count.
 *
 * @param counts By member.
 */
function isToldApart(
  schema: JsonObject,
  keyword: "anyOf" | "oneOf",
  base: string,
  counts: readonly number[],
  registry: SchemaRegistry,
): boolean {
  const members = schemasIn(schema[keyword], base);
  const discriminator = discriminatorOf(schema, keyword);
  const telling = tellingProperty(members, registry);
  const others = members.filter((_, index) => counts[index] !== 0 && telling?.tags[index] === undefined);
  return (
    (discriminator !== undefined && chosenByTag(discriminator, keyword, registry, base).isComplete) ||
    areOfOtherTypes(others, registry, telling === undefined ? [] : ["object"])
  );
}

/** Keywords for parts of a value that others look at, too. */
const OFTEN = ["patternProperties", "contains"];

/** Whether no two schemas allow values of the same type, nor any of them one of those that are taken. */
function areOfOtherTypes(members: readonly Part[], registry: SchemaRegistry, taken: readonly string[]): boolean {
  const types = members.flatMap((member) => {
    const named = typesIn(member, registry);
    return named === undefined ? ["any", "any"] : [...new Set(named.map((type) => type.replace("integer", "number")))];
  });
  return new Set([...types, ...taken]).size === types.length + taken.length;
}

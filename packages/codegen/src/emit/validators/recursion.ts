import {
  cyclesIn,
  discriminatorOf,
  isInPlace,
  type JsonObject,
  type Schema,
  typesOf,
  visitSubschemas,
} from "@earmark/openapi";
import { type Part, type SchemaRegistry, schemasIn } from "./schema-registry.ts";
import { chosenByTag } from "./tags.ts";

/**
 * The schemas that refer to themselves and may check a part of a value more than once, by members of a union that nothing
 * tells apart, or by several parts of an `allOf`: twice for each level of the value, so that its results must be kept.
 */
export function branchingCycles(registry: SchemaRegistry, entries: readonly Part[]): ReadonlySet<Schema> {
  const targets = new Map<Schema, readonly Part[]>();
  const found = [...entries];
  for (const { schema, base } of found) {
    if (targets.has(schema)) continue;
    targets.set(schema, referencesIn(schema, base, registry));
    found.push(...(targets.get(schema) ?? []));
  }
  const bases = new Map(found.map(({ schema, base }) => [schema, base]));
  const cycles = cyclesIn(targets.keys(), (schema) => (targets.get(schema) ?? []).map((target) => target.schema));
  const branching = new Set<Schema>();
  for (const cycle of new Set(cycles.values())) {
    const visits = new Visits(registry, cycle);
    const isBranching = [...cycle].some((schema) => visits.most(schema, bases.get(schema) ?? "") > 1);
    if (isBranching) for (const schema of cycle) branching.add(schema);
  }
  return branching;
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

  /** The most at any place of a schema. */
  most(schema: Schema, base: string): number {
    if (typeof schema === "boolean") return 0;
    let most = this.#of(schema, base);
    visitSubschemas(schema, (subschema) => {
      most = Math.max(most, this.most(subschema, this.#registry.baseOf(schema, base)));
    });
    return most;
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
      else if (this.#leadsBack(subschema, base)) children.add(OFTEN.includes(keyword) ? keyword : "once");
    });
    return visits + children.size + this.#ofUnion(schema, "anyOf", base) + this.#ofUnion(schema, "oneOf", base);
  }

  #ofUnion(schema: JsonObject, keyword: "anyOf" | "oneOf", base: string): number {
    const members = schemasIn(schema[keyword], base);
    const counts = members.map((member) => this.#of(member.schema, base));
    const discriminator = discriminatorOf(schema, keyword);
    const isToldApart =
      (discriminator !== undefined && chosenByTag(discriminator, keyword, this.#registry, base).isComplete) ||
      areOfOtherTypes(
        members.filter((_, index) => counts[index] !== 0),
        this.#registry,
      );
    return isToldApart ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0);
  }

  #leadsBack(schema: Schema, base: string): boolean {
    return referencesIn(schema, base, this.#registry).some((target) => this.#cycle.has(target.schema));
  }
}

/** Keywords for parts of a value that others look at, too. */
const OFTEN = ["patternProperties", "contains"];

/** Whether no two schemas allow values of the same type. */
function areOfOtherTypes(members: readonly Part[], registry: SchemaRegistry): boolean {
  const types = members.flatMap((member) => {
    const named = registry
      .partsOf([member])
      .map(({ schema }) => typesOf(schema))
      .find((list) => list.length > 0);
    return named === undefined ? ["any", "any"] : [...new Set(named.map((type) => type.replace("integer", "number")))];
  });
  return new Set(types).size === types.length;
}

import { cyclesIn, discriminatorOf, isInPlace, type JsonObject, type Schema, visitSubschemas } from "@earmark/openapi";
import { type Part, type SchemaRegistry, schemasIn } from "./schema-registry.ts";
import { chosenByTag, tellingProperty, typesIn } from "./tags.ts";

/**
 * The schemas that check a part of a value more than once, at each of its levels, so that their results must be kept: those
 * of children of members of a recursive union that nothing tells apart, of parts of an `allOf`, and the like.
 */
export function repeatedChecks(registry: SchemaRegistry, entries: readonly Part[]): ReadonlySet<Schema> {
  const targets = new Map<Schema, readonly Part[]>();
  const found = [...entries];
  for (const { schema, base } of found) {
    if (targets.has(schema)) continue;
    targets.set(schema, referencesIn(schema, base, registry));
    found.push(...(targets.get(schema) ?? []));
  }
  const cycles = cyclesIn(targets.keys(), (schema) => (targets.get(schema) ?? []).map((target) => target.schema));
  const repeated = new Set<Schema>();
  for (const { schema, base } of new Map(found.map((part) => [part.schema, part])).values()) {
    const cycle = cycles.get(schema);
    const visits = cycle && new Visits(registry, cycle);
    for (const target of visits?.repeatedIn(schema, base) ?? []) repeated.add(target);
  }
  return repeated;
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
    const discriminator = discriminatorOf(schema, keyword);
    const telling = tellingProperty(members, this.#registry);
    const others = members.filter((_, index) => counts[index] !== 0 && telling?.tags[index] === undefined);
    const isToldApart =
      (discriminator !== undefined && chosenByTag(discriminator, keyword, this.#registry, base).isComplete) ||
      areOfOtherTypes(others, this.#registry, telling === undefined ? [] : ["object"]);
    return isToldApart ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0);
  }

  /** The schemas of the cycle that one refers to. */
  #cycleIn(schema: Schema, base: string): readonly Schema[] {
    return referencesIn(schema, base, this.#registry)
      .map((target) => target.schema)
      .filter((target) => this.#cycle.has(target));
  }
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

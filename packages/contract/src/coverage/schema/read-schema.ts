import { below, type CoverageItem, itemsAt, type MakeItem } from "../coverage-item.ts";
import type { Cursor } from "../document/cursor.ts";
import { compileSchema, type Observe } from "./evaluate.ts";
import { keywords } from "./keywords/index.ts";
import { isAnnotation, type KeywordSite, type Rule, type SchemaContext, type SchemaPart } from "./keywords/keyword.ts";
import { breach, type InstancePath, type Outcome } from "./outcome.ts";

/** A schema of a document, ready to be held against values. */
export interface SchemaProbe {
  /** Every coverage item of it and of all that is below it. */
  readonly items: readonly CoverageItem[];
  /** Holds it against the value at a place. */
  observe(value: unknown, at: InstancePath): Outcome;
}

/**
 * Finds every coverage item of a schema, and prepares it for the evaluator.
 *
 * @throws at a keyword that it does not know: skipping one would look like having measured it.
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 */
export async function readSchema(schema: Cursor, context: SchemaContext): Promise<SchemaProbe> {
  const definitions = new Map<string, object>();
  const observers = new Map<string, Observe>();

  const read = (schema: Cursor, context: SchemaContext, ancestors: ReadonlyMap<string, SchemaPart>): SchemaPart => {
    if (schema.value === true || schema.value === undefined) return { items: [], schema: true };
    const known = ancestors.get(schema.pointer);
    if (known !== undefined) return known;
    const name = `s${definitions.size}`;
    const definition: Record<string, unknown> = {};
    definitions.set(name, definition);
    let reference = { $ref: `#/$defs/${name}` };
    if (schema.at("nullable").value === true) {
      definitions.set(`${name}-or-null`, { anyOf: [{ type: "null" }, reference] });
      reference = { $ref: `#/$defs/${name}-or-null` };
    }
    // A schema that refers to itself ends where it began, and so do its coverage items.
    const inside = new Map(ancestors).set(schema.pointer, { items: [], schema: reference });
    const rules = rulesOf(schema, context, (part, { segment, ...step } = {}) => {
      const site = segment === undefined ? context.site : below(context.site, segment);
      return read(part, { ...context, ...step, site }, inside);
    });
    for (const { schema, observe } of rules) {
      Object.assign(definition, schema);
      if (observe !== undefined) for (const key of Object.keys(schema)) observers.set(`${name}/${key}`, observe);
    }
    return { items: rules.flatMap(({ items }) => items), schema: reference };
  };

  const { items, schema: root } = read(schema, context, new Map());
  return { items, observe: await compileSchema({ root: root === true ? {} : root, definitions, observers }) };
}

function rulesOf(schema: Cursor, context: SchemaContext, part: KeywordSite["part"]): readonly Rule[] {
  if (schema.value === false) return [nothingAllowed(schema, context)];
  // In 3.0, what stands beside a reference is ignored.
  const all = context.version === "3.0" && schema.has("$ref") ? [schema.at("$ref")] : schema.children();
  const constraints = all.filter(({ key }) => !isAnnotation(key));
  return constraints.flatMap((value) => {
    const keyword = keywords.get(value.key);
    if (keyword === undefined)
      throw value.problem("is a keyword that the measurement does not know; add it to keywords/");
    const allowed = itemsAt(context.site, value, "keywords", value.key);
    const forbidden: MakeItem = (key, label, says, more) => allowed(key, label, says, { ...more, forbidden: true });
    return keyword({ ...context, schema, value, part, allowed, forbidden }) ?? [];
  });
}

function nothingAllowed(schema: Cursor, { site, subject }: SchemaContext): Rule {
  const item = itemsAt(site, schema, "keywords", "false")("present", "present", subject, { forbidden: true });
  return { items: [item], schema: { not: {} }, observe: ({ at }) => breach(at, item) };
}

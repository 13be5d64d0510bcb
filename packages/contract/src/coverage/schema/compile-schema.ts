import type { Cursor } from "../document/cursor.ts";
import { below, pointAt } from "../points/claim.ts";
import { keywords } from "./keywords/index.ts";
import { isAnnotation } from "./keywords/is-annotation.ts";
import { breach, type InstancePath, merge, NOTHING, type Outcome } from "./outcome.ts";
import type { Keyword, Rule, SchemaContext, SchemaNode, Step } from "./schema-node.ts";

/**
 * Prepares a schema for being held against values, and finds every point that there is in it.
 *
 * @throws at a keyword that it does not know: skipping one would look like having measured it.
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 */
export function compileSchema(schema: Cursor, context: SchemaContext): SchemaNode {
  if (schema.value === true || schema.value === undefined) return { points: [], observe: () => NOTHING };
  if (schema.value === false) return nothingAllowed(schema, context);

  const known = context.ancestors.get(schema.pointer);
  // Its points are those of the place where it began.
  if (known !== undefined) return { points: [], observe: (value, at) => known().observe(value, at) };
  const ancestors = new Map(context.ancestors).set(schema.pointer, () => node);
  const rules = compileRules(schema, { ...context, ancestors });
  const nullable = schema.at("nullable").value === true;
  const node: SchemaNode = {
    points: rules.flatMap(({ points }) => points),
    observe: (value, at) => (nullable && value === null ? NOTHING : observeAll(rules, value, at)),
  };
  return node;
}

function compileRules(schema: Cursor, context: SchemaContext): readonly Rule[] {
  const { site, subject, medium, version } = context;
  // In 3.0, what stands beside a reference is ignored.
  const all = version === "3.0" && schema.has("$ref") ? [schema.at("$ref")] : schema.children();
  const constraints = all.filter(({ key }) => !isAnnotation(key));
  return constraints.flatMap((value) => {
    const keyword = findKeyword(value);
    const compile = (inner: Cursor, { segment, ...step }: Step = {}): SchemaNode => {
      if (segment === undefined) return compileSchema(inner, { ...context, ...step });
      return compileSchema(inner, { ...context, ...step, site: below(site, segment) });
    };
    const rule = keyword({
      schema,
      value,
      site,
      subject,
      medium,
      version,
      compile,
      point: (claim) => pointAt(site, { dimension: "keywords", keyword: value.key, ...claim }, value),
    });
    return rule === undefined ? [] : [rule];
  });
}

function findKeyword(value: Cursor): Keyword {
  const keyword = keywords.get(value.key);
  if (keyword === undefined)
    throw value.problem("is a keyword that the measurement does not know; add it to keywords/");
  return keyword;
}

function observeAll(rules: readonly Rule[], value: unknown, at: InstancePath): Outcome {
  const early = merge(rules.filter(({ late }) => !late).map((rule) => rule.observe(value, at, [])));
  return merge([early, ...rules.filter(({ late }) => late).map((rule) => rule.observe(value, at, early.evaluated))]);
}

function nothingAllowed(schema: Cursor, { site, subject }: SchemaContext): SchemaNode {
  const point = pointAt(
    site,
    { key: "present", dimension: "keywords", keyword: "false", label: "present", says: subject, forbidden: true },
    schema,
  );
  return { points: [point], observe: (_, at) => breach(at, point) };
}

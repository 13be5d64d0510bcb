import type { JsonSchema } from "@earmark/validation";
import { type LeftOut, NOT_YET, REFUSED, WITHIN_IF } from "./left-out.ts";
import type { Resolve } from "./references.ts";
import { fullest, sample, show } from "./sample.ts";
import { type Site as AnySite, byKeyword, knownCondition } from "./wrong-values.ts";

interface RightValuesOptions {
  /**
   * Has several properties of an object at a boundary at once: fewer values, of which none says which property it is
   * about.
   *
   * @default false
   */
  readonly together?: boolean;
}

/**
 * Values that are only just allowed: one or more for each boundary that a schema has.
 *
 * @param example a value that matches; needed where a pattern or a format leaves no other way to find one.
 * @throws at a keyword that it does not know.
 */
export function rightValues(
  schema: JsonSchema,
  resolve: Resolve,
  example?: unknown,
  { together = false }: RightValuesOptions = {},
): readonly RightValue[] {
  const site = {
    schema,
    example,
    right: () => sample(schema, resolve, example ?? undefined),
    resolve,
    walk: (inner: JsonSchema, innerExample?: unknown) => rightValues(inner, resolve, innerExample, { together }),
    together,
  };
  const found = byKeyword(keywords, site, "No right value is known for");
  // Where nothing is forbidden, nothing is at a boundary; whether any value is accepted must not be left to chance.
  const isBounded = found.some(({ value }) => value !== null) || [schema.type].flat().every(isNothing);
  const all = isBounded ? found : [...found, ...at("type", site.right())];
  // Several keywords may have the same boundary.
  return [...new Map(all.map((each) => [JSON.stringify(each.value), each])).values()];
}

/** Neither of these leaves a choice of values. */
function isNothing(type: string | undefined): boolean {
  return type === undefined || type === "null";
}

/** A value that is only just allowed by one keyword of a schema. */
export interface RightValue {
  readonly rule: string;
  /** Where in `value` it is. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** Values that are at a boundary as a whole. */
function at(rule: string, ...values: readonly unknown[]): readonly RightValue[] {
  return values.map((value) => ({ rule, path: [], value }));
}

/** A value in the name of a test: `Comment maxLength "xx…"`. */
export function describe({ rule, path, value }: RightValue): string {
  const part = path.reduce<unknown>((inner, key) => Object(inner)[key], value);
  return [path.join("/"), rule, show(part)].filter((word) => word !== "").join(" ");
}

/** As few objects as have every value of every property. */
export function atOnce(
  found: readonly { readonly name: string; readonly values: readonly RightValue[] }[],
): readonly object[] {
  const most = Math.max(0, ...found.map(({ values }) => values.length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(
      found.flatMap(({ name, values }) => {
        const value = values[index % Math.max(1, values.length)];
        return value === undefined ? [] : [[name, value.value]];
      }),
    ),
  );
}

interface Site extends AnySite<RightValue> {
  /** Several properties of an object may be at a boundary at once. */
  readonly together: boolean;
}

/** Values at the boundary of one keyword. */
type Keyword = (site: Site) => readonly RightValue[];

/** Values at the boundary of each keyword. Nothing for those that only exclude. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.entries<Keyword>({
    type: typed,
    enum: ({ schema: { enum: values = [] } }) => at("enum", ...values),
    const: ({ schema }) => at("const", schema.const),
    minimum: ({ schema }) => at("minimum", schema.minimum),
    maximum: ({ schema }) => at("maximum", schema.maximum),
    minLength: (site) => at("minLength", ofLength(site, site.schema.minLength ?? 0)),
    maxLength: (site) => at("maxLength", ofLength(site, site.schema.maxLength ?? 0), ...asWritten(site)),
    pattern: ({ right }) => at("pattern", right()),
    format: ({ right }) => at("format", right()),
    minItems: (site) => at("minItems", listOf(site, site.schema.minItems ?? 0)),
    maxItems: (site) => at("maxItems", listOf(site, site.schema.maxItems ?? 0)),
    items: (site) => site.walk(site.schema.items ?? {}, exampleItem(site)).map((inner) => within(site, inner)),
    if: condition,
    // biome-ignore lint/suspicious/noThenProperty: a keyword, of a table that nobody awaits. `if` looks at it.
    then: () => [],
    discriminator: () => [],
    properties,
    required: () => [],
    additionalProperties: (site) => {
      if (site.schema.additionalProperties !== true) return [];
      return at("additionalProperties", { ...Object(site.right()), Unlisted: "text" });
    },
    $ref: ({ schema, example, resolve, walk }) => walk(resolve(schema.$ref ?? ""), example),
    anyOf: (site) => (site.schema.anyOf ?? []).flatMap((branch) => site.walk(branch, exampleFor(branch, site))),
  }),
);

export const LEFT_OUT: LeftOut = {
  ...NOT_YET,
  [REFUSED]: "uniqueItems allOf oneOf else",
  [WITHIN_IF]: "contains",
};

/** Both booleans, and `null`, unless the values are listed. */
function typed({ schema }: Site): readonly RightValue[] {
  const types = [schema.type].flat();
  if (schema.enum !== undefined || schema.const !== undefined) return [];
  return [
    ...(types.includes("boolean") ? at("type", true, false) : []),
    ...(types.includes("null") ? at("type", null) : []),
  ];
}

/** So many characters, made by making the text longer or shorter at its end. */
function ofLength({ schema, right }: Site, length: number): string {
  const text = Array.from(String(right()));
  const fitted = [...text.slice(0, length), ...Array.from({ length: length - text.length }, () => "x")].join("");
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(fitted)) {
    throw new Error(`No text of ${length} characters is known that matches ${schema.pattern}.`);
  }
  return fitted;
}

/** As many characters, of which a server that tidies strings would lose some: spaces around them, a capital, an accent. */
function asWritten({ schema: { pattern, format, enum: listed, maxLength = 0 } }: Site): readonly string[] {
  const [before, after] = [" E\u0301", " "];
  const room = maxLength - before.length - after.length;
  return room < 0 || (pattern ?? format ?? listed) !== undefined ? [] : [`${before}${"x".repeat(room)}${after}`];
}

function listOf({ right }: Site, length: number): readonly unknown[] {
  const items = [right()].flat();
  return Array.from({ length }, (_, index) => items[index % items.length]);
}

/** An item in as short a list as is allowed. */
function within(site: Site, { rule, path, value }: RightValue): RightValue {
  const others = listOf(site, Math.max(1, site.schema.minItems ?? 1)).slice(1);
  return { rule, path: [0, ...path], value: [value, ...others] };
}

/** An item of the example; of objects, one with as much in it as all of them have. */
function exampleItem({ example }: Site): unknown {
  const items: readonly unknown[] = Array.isArray(example) ? example : [];
  return items.some((item) => typeof item !== "object") ? items[0] : items.length > 0 ? fullest(items) : undefined;
}

/** Values for which the condition holds, and for which it does not. */
function condition(site: Site): readonly RightValue[] {
  const { wanted, others, most } = knownCondition(site);
  return [...at("then", Array(most).fill(wanted)), ...at("if", others.slice(0, most + 1))];
}

/** What must be there, all that is known, and each property at each of its boundaries: one at a time, or together. */
function properties({ schema, example, walk, together }: Site): readonly RightValue[] {
  const { properties: listed = {}, required = [] } = schema;
  const known = Object.fromEntries(Object.entries(Object(example)));
  const needed = Object.fromEntries(Object.entries(known).filter(([name]) => required.includes(name)));
  const found = Object.entries(listed).map(([name, property]) => ({ name, values: walk(property, known[name]) }));
  if (together) return at("properties", needed, known, ...atOnce(found).map((values) => ({ ...known, ...values })));
  const alone = found.flatMap(({ name, values }) =>
    values.map(({ rule, path, value }) => ({ rule, path: [name, ...path], value: { ...needed, [name]: value } })),
  );
  return [...at("properties", needed, known), ...alone];
}

/** The example, for the branch that it is an example of. */
function exampleFor({ type }: JsonSchema, { example }: Site): unknown {
  return type === "null" || example === null ? undefined : example;
}

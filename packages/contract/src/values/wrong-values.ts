import { isAnnotation } from "@earmark/openapi";
import type { JsonSchema } from "@earmark/validation";
import { accepts } from "./accepts.ts";
import { type LeftOut, NOT_YET, REFUSED, WITHIN_IF } from "./left-out.ts";
import { dereferenced, type Resolve } from "./references.ts";
import { sample } from "./sample.ts";

/**
 * One value or more per constraint of a schema, each of which breaks that constraint.
 *
 * @param example a value that matches; needed where a pattern leaves no other way to find one.
 * @throws at a keyword that it does not know.
 */
export function wrongValues(schema: JsonSchema, resolve: Resolve, example?: unknown): readonly WrongValue[] {
  const site = {
    schema,
    example,
    right: () => sample(schema, resolve, example),
    resolve,
    walk: (inner: JsonSchema, innerExample?: unknown) => wrongValues(inner, resolve, innerExample),
  };
  return byKeyword(keywords, site, "No wrong value is known for");
}

/** A value that breaks one keyword of a schema. */
export interface WrongValue {
  readonly rule: string;
  /** Where in `value` it is broken. */
  readonly path: readonly (string | number)[];
  readonly codes: readonly string[];
  readonly value: unknown;
  /** False when the value becomes a right one on its way through text: there, `7` is a string. */
  readonly survivesText: boolean;
}

/** A place in a schema, and what a keyword needs to know about it. */
export interface Site<Value> {
  readonly schema: JsonSchema;
  /** A value that matches, where the document gives one. */
  readonly example: unknown;
  /** A value that matches. */
  readonly right: () => unknown;
  readonly resolve: Resolve;
  readonly walk: (schema: JsonSchema, example?: unknown) => readonly Value[];
}

/** Values that break one keyword. */
type Keyword = (site: Site<WrongValue>) => readonly WrongValue[];

/** How each keyword is broken. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.entries<Keyword>({
    type: wrongTypes,
    enum: unlisted,
    minimum: ({ schema: { minimum = 0 } }) => wrong("minimum", minimum - 1),
    maximum: ({ schema: { maximum = 0 } }) => wrong("maximum", maximum + 1),
    minLength: ({ schema: { minLength = 0 }, right }) =>
      minLength > 0 ? wrong("minLength", String(right()).slice(0, minLength - 1)) : [],
    maxLength: ({ schema: { maxLength = 0 }, right }) => wrong("maxLength", String(right()).padEnd(maxLength + 1, "a")),
    pattern: ({ schema: { pattern = "" }, right }) => wrong("pattern", mismatch(pattern, String(right()))),
    // No format that this project checks has a space at its end.
    format: ({ right }) => wrong("format", `${right()} `),
    minItems: ({ schema: { minItems = 0 }, right }) =>
      minItems > 0 ? wrong("minItems", [right()].flat().slice(0, minItems - 1)) : [],
    maxItems: ({ schema: { maxItems = 0 }, right }) => wrong("maxItems", Array(maxItems + 1).fill([right()].flat()[0])),
    items,
    properties,
    required: ({ schema: { required = [] }, example }) =>
      required.flatMap((name) => {
        const { [name]: missing, ...rest } = Object(example);
        if (missing === undefined) throw new Error(`The example has no ${name} that could be left out.`);
        return wrong("required", rest, name);
      }),
    additionalProperties: ({ schema: { additionalProperties, required = [] }, example }) => {
      if (additionalProperties === true) return [];
      if (additionalProperties !== false)
        throw new Error("No wrong additional property is known where they have a schema.");
      return wrong("additionalProperties", { ...pick(example, required), Unlisted: "text" }, "Unlisted");
    },
    $ref: ({ schema, example, resolve, walk }) => walk(resolve(schema.$ref ?? ""), example),
    anyOf,
    if: (site) => {
      const { wanted, others, most } = knownCondition(site);
      return wrong("if", [wanted, ...others.slice(0, most)]).map((value) => ({ ...value, codes: ["maxItems"] }));
    },
    // biome-ignore lint/suspicious/noThenProperty: a keyword, of a table that nobody awaits. `if` looks at it.
    then: () => [],
    // It never changes what is valid.
    discriminator: () => [],
  }),
);

export const LEFT_OUT: LeftOut = {
  ...NOT_YET,
  [REFUSED]: "const uniqueItems allOf oneOf else",
  [WITHIN_IF]: "contains",
};

/**
 * What each keyword of a schema yields, in the order in which they stand.
 *
 * Throws at one that there is no code for: skipping it would look like having tried it.
 */
export function byKeyword<Value, Place extends Site<Value>>(
  code: ReadonlyMap<string, (site: Place) => readonly Value[]>,
  site: Place,
  refusal: string,
): readonly Value[] {
  const names = Object.keys(site.schema).filter((name) => !isAnnotation(name));
  return names.flatMap((name) => {
    const keyword = code.get(name);
    if (keyword === undefined) throw new Error(`${refusal} the keyword ${name}; add it to values/.`);
    return keyword(site);
  });
}

/** A value that breaks a keyword as a whole, or in one of its properties, in JSON and in text. */
function wrong(rule: string, value: unknown, ...path: readonly string[]): readonly WrongValue[] {
  return [{ rule, path, codes: [rule], value, survivesText: true }];
}

/** One value of each JSON type, and what a type is called. An integer is a number too. */
const SAMPLES: readonly (readonly [value: unknown, types: readonly string[]])[] = [
  ["text", ["string"]],
  [7, ["integer", "number"]],
  [1.5, ["number"]],
  [true, ["boolean"]],
  [null, ["null"]],
  [[], ["array"]],
  [{}, ["object"]],
];

/** A value of every type that is not allowed. */
function wrongTypes({ schema }: Site<WrongValue>): readonly WrongValue[] {
  const allowed = [schema.type ?? []].flat();
  const listed = schema.enum !== undefined;
  return SAMPLES.filter(([, types]) => !types.some((type) => allowed.includes(type))).map(([value]) => ({
    rule: "type",
    path: [],
    codes: listed ? ["type", "enum"] : ["type"],
    value,
    survivesText: survivesText(value, allowed, listed),
  }));
}

/** Text is all that a form or a path has: any scalar is a string there, one item is an array, and `null` is nothing. */
function survivesText(value: unknown, allowed: readonly string[], listed: boolean): boolean {
  if (allowed.includes("array") || allowed.includes("object")) return false;
  if (value !== null && typeof value === "object") return false;
  return !allowed.includes("string") || (value === null && listed);
}

/** Just outside the list: numbers at both ends, strings by a suffix and by their case. */
function unlisted({ schema: { enum: values = [] } }: Site<WrongValue>): readonly WrongValue[] {
  const numbers = values.filter((value) => typeof value === "number");
  const [text] = values.filter((value) => typeof value === "string");
  const outside: unknown[] = text === undefined ? [] : [`${text}_unlisted`, swapCase(String(text))];
  if (numbers.length > 0) outside.push(Math.min(...numbers) - 1, Math.max(...numbers) + 1);
  if (outside.length === 0) throw new Error(`No value outside of ${JSON.stringify(values)} is known.`);
  return outside.filter((value) => !values.includes(value)).flatMap((value) => wrong("enum", value));
}

function swapCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}

/** The value with one character replaced, so that its length stays right. */
function mismatch(pattern: string, right: string): string {
  const expression = new RegExp(pattern, "u");
  const candidates = Array.from(right, (_, index) => `${right.slice(0, index)}!${right.slice(index + 1)}`);
  const found = candidates.find((candidate) => !expression.test(candidate));
  if (found === undefined) throw new Error(`No value like ${right} is known to break ${pattern}.`);
  return found;
}

/** A wrong item alone, and after a right one. */
function items({ schema, right, walk }: Site<WrongValue>): readonly WrongValue[] {
  return [[], [right()].flat().slice(0, 1)].flatMap((before) =>
    walk(schema.items ?? {}).map((inner) => ({
      ...inner,
      path: [before.length, ...inner.path],
      value: [...before, inner.value],
      // An item that is nothing is no item.
      survivesText: inner.survivesText && inner.value !== null,
    })),
  );
}

/** The other properties are those that must be there, with the values of the example. */
function properties({ schema, example, walk }: Site<WrongValue>): readonly WrongValue[] {
  const needed = pick(example, schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    walk(property, Object(example)[name]).map((inner) => ({
      ...inner,
      path: [name, ...inner.path],
      value: { ...needed, [name]: inner.value },
    })),
  );
}

function pick(example: unknown, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(Object(example)).filter(([name]) => names.includes(name)));
}

/** What breaks a branch of `anyOf` and fits into no other. A validator may report the branch, or that none fits. */
function anyOf({ schema, example, resolve, walk }: Site<WrongValue>): readonly WrongValue[] {
  const { anyOf: branches = [] } = schema;
  const fits = accepts({ anyOf: branches }, resolve);
  const types = branches.flatMap((branch) => dereferenced(branch, resolve).type ?? []);
  const hasType = accepts({ type: [...new Set(types)] }, resolve);
  const broken = branches
    .flatMap((branch) => walk(branch, example))
    // Of a type that another branch has, it is that branch's affair.
    .filter(({ rule, path, value }) => !fits(value) && !(rule === "type" && path.length === 0 && hasType(value)));
  const alike = Map.groupBy(broken, ({ path, value }) => JSON.stringify([path, value]));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, codes: [first, ...others].flatMap(({ codes }) => codes).concat("anyOf") }],
  );
}

interface Condition {
  readonly wanted: unknown;
  /** What else may be in the list. */
  readonly others: readonly unknown[];
  readonly most: number;
}

/**
 * A condition. To know what makes one hold, each form of it has to be known: so far that a list which contains a
 * constant has at most so many items.
 */
export function knownCondition({ schema, resolve }: Pick<Site<unknown>, "schema" | "resolve">): Condition {
  // `if` and `then` are schemas, which the type of a schema does not list.
  const { if: condition, then } = schema as { readonly if?: JsonSchema; readonly then?: JsonSchema };
  const { contains, ...unknownCondition } = (condition ?? {}) as { readonly contains?: JsonSchema };
  const { maxItems: most, ...unknownConsequence } = then ?? {};
  const unknown = [...Object.keys(unknownCondition), ...Object.keys(unknownConsequence)];
  const wanted = contains?.const;
  if (unknown.length > 0 || "else" in schema || wanted === undefined || most === undefined) {
    throw new Error(`No value is known for ${JSON.stringify({ if: condition, then })}.`);
  }
  const { enum: values = [] } = dereferenced(schema.items ?? {}, resolve);
  return { wanted, most, others: values.filter((value) => value !== wanted) };
}

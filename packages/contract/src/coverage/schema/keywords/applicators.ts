import { below, itemsAt, named } from "../../coverage-item.ts";
import type { Cursor } from "../../document/cursor.ts";
import { type Evaluation, showApplied } from "../evaluate.ts";
import { breach, merge, NOTHING, type Outcome, reach } from "../outcome.ts";
import { typesOf } from "../types.ts";
import { isAnnotation, type Keyword, type KeywordSite, type SchemaPart } from "./keyword.ts";

/** What it refers to stands in its place; apart only where both have the same keyword. */
const reference: Keyword = ({ schema, value, part }) => {
  const target = schema.resolve(String(value.value));
  const own = schema.children().map(({ key }) => key);
  const clash = target.children().some(({ key }) => !isAnnotation(key) && own.includes(key));
  const { items, schema: inner } = part(target, clash ? { segment: "&ref" } : {});
  return { items, schema: inner === true ? {} : inner };
};

const allOf: Keyword = ({ value, part }) => {
  const parts = value.children().map((schema, index) => part(schema, { segment: `&${index}` }));
  return { items: itemsIn(parts), schema: { allOf: parts.map(({ schema }) => schema) } };
};

function itemsIn(parts: readonly SchemaPart[]) {
  return parts.flatMap(({ items }) => items);
}

/** `anyOf` and `oneOf`. */
const options: Keyword = (site) => {
  const { schema, value, subject, forbidden, part } = site;
  const all = value.children();
  const branches = all.filter((each) => !isNull(each));
  const isNullable = branches.length < all.length;
  const [only, ...others] = branches;
  if (only !== undefined && others.length === 0) {
    const { items, schema: inner } = part(only);
    return { items, schema: { [value.key]: isNullable ? [inner, { type: "null" }] : [inner] } };
  }
  const read = branches.map((each, index) => option(site, each, index));
  const none = forbidden(
    `${value.key}!`,
    "none of the options",
    `${subject} that is none of the ${read.length} options`,
  );
  const several = forbidden(
    `${value.key}!many`,
    "several options at once",
    `${subject} that is several options at once`,
  );
  // A discriminator leaves no doubt about which one it is.
  const ambiguous = value.key === "oneOf" && !schema.has("discriminator") ? [several] : [];
  return {
    items: [...read.flatMap(({ taken, items }) => [taken, ...items]), none, ...ambiguous],
    schema: { [value.key]: [...read.map((each) => each.schema), ...(isNullable ? [{ type: "null" }] : [])] },
    observe({ at, valid, applied }) {
      const right = applied.flatMap((each, index) => (each.valid ? [{ taken: read[index]?.taken, ...each }] : []));
      if (valid) return merge(right.flatMap(({ taken, outcome }) => [reach(taken), outcome]));
      if (right.length > 0) return breach(at, several);
      // What is wrong is the value as a whole, not the part of it that an option rejects.
      const breaches = applied.flatMap(({ outcome }) => outcome.breaches.map((each) => ({ ...each, at })));
      return merge([breach(at, none), { ...NOTHING, breaches }]);
    },
  };
};

function option({ part, site, subject }: KeywordSite, schema: Cursor, index: number) {
  const title = schema.text("$ref")?.split("/").at(-1) ?? schema.text("title") ?? `option ${index + 1}`;
  const segment = `|${index + 1}~${named(title)}`;
  return {
    taken: itemsAt(below(site, segment), schema, "keywords", "option")("taken", title, `${subject} as ${title}`),
    ...part(schema, { segment, subject: `${subject} as ${title}` }),
  };
}

function isNull(schema: Cursor): boolean {
  return typesOf(schema)?.every((type) => type === "null") === true;
}

/** What it describes is no constraint in itself, so there are no coverage items in it. */
const not: Keyword = ({ value, subject, forbidden, part }) => {
  const excluded = forbidden("not!", "what is excluded", `${subject} as it must not be`);
  return {
    items: [excluded],
    schema: { not: part(value).schema },
    observe: ({ at, valid }) => (valid ? NOTHING : breach(at, excluded)),
  };
};

/** The condition is no constraint in itself; whether it holds decides which ones there are. */
const condition: Keyword = ({ value, subject, allowed, part }) => {
  const holds = allowed("if", "if holds", `${subject} for which the condition holds`);
  const fails = allowed("if!", "if does not hold", `${subject} for which the condition does not hold`);
  return {
    items: [holds, fails],
    schema: { if: part(value).schema },
    observe({ applied: [tested] }): Outcome {
      if (tested?.valid !== true) return reach(fails);
      return merge([reach(holds), { ...NOTHING, described: tested.outcome.described }]);
    },
  };
};

/** `then` and `else`. */
const consequence: Keyword = ({ schema, value, part }) => {
  if (!schema.has("if")) return undefined;
  const { items, schema: inner } = part(value, { segment: `?${value.key}` });
  return { items, schema: { [value.key]: inner } };
};

function itemPart({ part, subject, medium }: KeywordSite, schema: Cursor, segment = "[]"): SchemaPart {
  return part(schema, { segment, subject: `an item of ${subject}`, medium: medium === "form" ? "text" : medium });
}

const itemsKeyword: Keyword = (site) => {
  const { items, schema } = itemPart(site, site.value);
  const isNullable = site.medium === "json" && typesOf(site.value)?.includes("null") === true;
  const dimension = site.site.side === "request" ? "request fields" : "response fields";
  const make = itemsAt(below(site.site, "[]"), site.value, dimension);
  const none = isNullable ? [make("null", "null", `null as an item of ${site.subject}`)] : [];
  const start = site.schema.at("prefixItems").children().length;
  return {
    items: [...none, ...items],
    schema: { items: schema },
    observe(evaluation) {
      const { value } = evaluation;
      const hasNull = Array.isArray(value) && value.slice(start).includes(null);
      return merge([hasNull ? reach(...none) : NOTHING, showApplied(evaluation)]);
    },
  };
};

const prefixItems: Keyword = (site) => {
  const parts = site.value.children().map((schema, index) => itemPart(site, schema, `[${index}]`));
  return { items: itemsIn(parts), schema: { prefixItems: parts.map(({ schema }) => schema) } };
};

const unevaluatedItems: Keyword = (site) => {
  const { items, schema } = itemPart(site, site.value);
  return { items, schema: { unevaluatedItems: schema } };
};

/** What it looks for is no constraint in itself, so there are no coverage items in it. */
const contains: Keyword = (site) => {
  const { schema, value, subject, allowed, forbidden } = site;
  const least = Number(schema.at("minContains").value ?? 1);
  const enough = allowed("contains", "contains it", `${subject} that contains what it must`);
  const few = forbidden("contains!few", "does not contain it", `${subject} that does not contain what it must`);
  const many = forbidden("contains!many", "contains too many", `${subject} that contains too many`);
  return {
    items: [enough, ...(least > 0 ? [few] : []), ...(schema.has("maxContains") ? [many] : [])],
    schema: { contains: itemPart(site, value).schema },
    observe({ at, valid, applied }: Evaluation) {
      const found = applied.filter((each) => each.valid).length;
      if (!valid) return breach(at, found < least ? few : many);
      return found > 0 ? reach(enough) : NOTHING;
    },
  };
};

/** A keyword that another one reads. */
const asItIs: Keyword = ({ value }) => ({ items: [], schema: { [value.key]: value.value } });

/** @see https://json-schema.org/draft/2020-12/json-schema-core#name-keywords-for-applying-subsc */
export const applicators: Readonly<Record<string, Keyword>> = {
  $ref: reference,
  allOf,
  anyOf: options,
  oneOf: options,
  not,
  if: condition,
  // biome-ignore lint/suspicious/noThenProperty: a keyword, of a table that is not awaited.
  then: consequence,
  else: consequence,
  items: itemsKeyword,
  prefixItems,
  contains,
  minContains: asItIs,
  maxContains: asItIs,
  unevaluatedItems,
  // Of `oneOf`. It never changes what is valid.
  discriminator: () => undefined,
  // What the schema is for the evaluator, wherever it is referred to.
  nullable: () => undefined,
};

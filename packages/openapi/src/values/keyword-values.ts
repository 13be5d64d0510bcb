import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { typesOf } from "../schema/schema.ts";
import { listOf, memberSchemas, objectOf } from "./grower.ts";
import { KEYS, ODDMENTS } from "./mistakes.ts";
import { CHARACTERS } from "./strings.ts";

/** A schema, and values that it is about. */
export interface Site {
  readonly schema: JsonObject;
  /** The schema with all others that hold for the same value. */
  readonly all: readonly JsonObject[];
  /** What else may stand there: the types of the other alternatives of a union. */
  readonly otherTypes: readonly string[];
  /** What the document gives as an example. */
  readonly example: Json | undefined;
  /** A right value. */
  readonly right: Json;
  /** A right value of a type. */
  readonly of: <Type extends keyof JsonTypes>(type: Type) => JsonTypes[Type];
  /** A value that keeps to all schemas, and to this one. */
  readonly grow: (more: Json) => Json;
  readonly accepts: (value: Json) => boolean;
  readonly target: (reference: string) => Json;
  readonly matching: (pattern: string) => string | undefined;
}

interface JsonTypes {
  readonly array: readonly Json[];
  readonly number: number;
  readonly object: JsonObject;
  readonly string: string;
}

/** A schema of values to try: they are grown to keep to it and to what else holds, without the keyword if it is broken. */
interface Candidate {
  readonly grows: JsonObject;
  /** What in the value it is about; the whole by default. */
  readonly path?: readonly string[];
  /** What a validator may call what is wrong; the keyword by default. */
  readonly codes?: readonly string[];
}

/** A schema that a keyword applies to a value, or to a part of it. */
export interface Part {
  readonly schema: Json;
  /** What holds beside it, and beside the schema without the keyword if it is in place; nothing by default. */
  readonly beside?: readonly Json[];
  /** Where it is in the value, how a value with another part there is made, and an example; absent in place. */
  readonly inside?: {
    readonly key: string | number;
    readonly put: (part: Json) => Json;
    readonly example: Json | undefined;
  };
  readonly otherTypes?: readonly string[];
  /** Whether what is wrong by the schema is right by the keyword, and the other way round. */
  readonly isNegated?: boolean;
}

/** What values a keyword has: at its limits, just outside of them, and in the schemas that it applies. */
interface KeywordValues {
  readonly right?: (site: Site, value: Json) => readonly Candidate[];
  readonly wrong?: (site: Site, value: Json) => readonly Candidate[];
  readonly parts?: (site: Site, value: Json) => readonly Part[];
}

const rights: KeywordValues = { right: ({ right }) => [only(right)] };
const nothing: KeywordValues = {};

function only(value: Json): Candidate {
  return { grows: { const: value } };
}

/** A keyword that counts: both limits of so many, and one less or more; where items can be distinct, such ones too. */
function count(type: "array" | "object", least: string, most: string, outside: -1 | 1): KeywordValues {
  const exactly = (number: number): readonly Candidate[] => {
    const grows = { type, [least]: number, [most]: number };
    return number < 0 ? [] : type === "object" ? [{ grows }] : [{ grows: { ...grows, uniqueItems: true } }, { grows }];
  };
  return {
    right: (_, limit) => exactly(Number(limit)),
    wrong: (_, limit) => exactly(Number(limit) + outside),
  };
}

/** A keyword that counts characters: right strings of any, wrong ones that differ from a right one in length alone. */
function length(outside: -1 | 1): KeywordValues {
  return {
    right: (site, limit) => [
      { grows: { type: "string", minLength: limit, maxLength: limit } },
      ...untidy(site, Number(limit)),
    ],
    wrong: (site, limit) => {
      const wanted = Number(limit) + outside;
      const characters = [...Array.from(site.of("string")), ...Array<string>(Math.max(0, wanted)).fill("a")];
      return wanted < 0 ? [] : [only(characters.slice(0, wanted).join(""))];
    },
  };
}

/** So many items that `contains` is about, and one less or more. */
function containing(keyword: string, outside: -1 | 1): KeywordValues {
  const list = ({ contains = true }: JsonObject, number: number): JsonObject =>
    number < 0 ? { const: null } : { contains, minContains: number, minItems: number };
  return {
    right: ({ schema }, limit) => [{ grows: list(schema, Number(limit)) }],
    wrong: ({ schema }, limit) => [{ grows: list(schema, Number(limit) + outside), codes: [keyword, "contains"] }],
  };
}

/** A limit of numbers: the first one within, and the first one without. */
function limit(within: -1 | 1, isExclusive: boolean): KeywordValues {
  const first = ({ all }: Site, value: number, isRight: boolean): readonly Candidate[] => {
    const multipleOf = all.map((part) => part.multipleOf).find((each) => typeof each === "number");
    const isOnGrid = multipleOf !== undefined || all.some(({ type }) => type === "integer");
    const step =
      within * (typeof multipleOf === "number" ? multipleOf : isOnGrid || !(isRight && isExclusive) ? 1 : 0.25);
    const inside = isOnGrid ? Math.ceil(value / step) * step : value;
    const isLimit = isExclusive && inside === value;
    // Without what binary fractions add.
    return [only(Number((inside + (isRight ? 0 : -step) + (isLimit ? step : 0)).toPrecision(15)))];
  };
  return {
    right: (site, value) => first(site, Number(value), true),
    wrong: (site, value) => first(site, Number(value), false),
  };
}

/** What is said about the properties that are not named. */
const additional: KeywordValues = {
  right: (site, value) => (isOpen(value) ? [only({ ...site.of("object"), Unlisted: "text" })] : []),
  wrong: (site, value) =>
    value === false ? [{ ...only({ ...site.of("object"), Unlisted: "text" }), path: ["Unlisted"] }] : [],
  parts: (site, value) => (typeof value === "boolean" ? [] : [member(site, "Unlisted", value)]),
};

const alternatives: KeywordValues = {
  parts: ({ target }, value) => {
    const typesAt = (schema: Json): readonly string[] => {
      const { $ref: ref } = objectOf(schema);
      return typesOf(objectOf(typeof ref === "string" ? target(ref) : schema));
    };
    return listOf(value).map((schema, index, all) => ({
      schema,
      otherTypes: all.toSpliced(index, 1).flatMap(typesAt),
    }));
  },
};

/** What values there are for each keyword that decides about them. */
export const KEYWORD_VALUES: Readonly<Record<string, KeywordValues>> = {
  type: {
    // Both booleans, and null, unless the values are listed.
    right: ({ schema }, type) =>
      schema.enum !== undefined || schema.const !== undefined
        ? []
        : [true, false, null].filter((each) => [type].flat().includes(typeOf(each))).map(only),
    wrong: ({ schema, otherTypes }, type) => {
      const allowed: readonly Json[] = [type, otherTypes].flat();
      const codes = ["type", ...["enum", "const"].filter((keyword) => schema[keyword] !== undefined)];
      const others = SAMPLES.filter(([, types]) => !types.some((each) => allowed.includes(each)));
      return others.map(([value]) => ({ ...only(value), codes }));
    },
  },
  enum: { right: (_, values) => listOf(values).map(only), wrong: (_, values) => unlisted(listOf(values)) },
  const: { right: (_, value) => [only(value)], wrong: (_, value) => unlisted([value]) },
  format: {
    ...rights,
    wrong: ({ right }) => [
      { grows: { enum: typeof right === "number" ? [2 ** 31, 2 ** 64] : ["(", "-", `${String(right)} `] } },
    ],
  },
  minimum: limit(1, false),
  maximum: limit(-1, false),
  exclusiveMinimum: limit(1, true),
  exclusiveMaximum: limit(-1, true),
  multipleOf: { ...rights, wrong: (site, step) => [only(site.of("number") + Number(step) / 2)] },
  minLength: length(-1),
  maxLength: length(1),
  pattern: {
    ...rights,
    wrong: (site) => {
      const characters = Array.from(site.of("string"));
      // With one character replaced, the length stays right.
      const near = characters.map((_, index) => characters.with(index, "!").join(""));
      return [{ grows: { enum: near.length > 0 ? near : CHARACTERS } }, { grows: { enum: ["", ...CHARACTERS] } }];
    },
  },
  minItems: count("array", "minItems", "maxItems", -1),
  maxItems: count("array", "minItems", "maxItems", 1),
  uniqueItems: {
    wrong: ({ grow }) => {
      const [first = null] = listOf(grow({ type: "array", minItems: 1 }));
      return [only([first, first])];
    },
  },
  minContains: containing("minContains", -1),
  maxContains: containing("maxContains", 1),
  minProperties: count("object", "minProperties", "maxProperties", -1),
  maxProperties: count("object", "minProperties", "maxProperties", 1),
  required: {
    wrong: (site, names) =>
      listOf(names).map((name) => ({ ...only(without(site.of("object"), String(name))), path: [String(name)] })),
  },
  dependentRequired: {
    right: (_, names) => Object.keys(objectOf(names)).map((name) => ({ grows: { required: [name] } })),
    wrong: ({ grow }, names) =>
      Object.entries(objectOf(names)).flatMap(([name, others]) => {
        const whole = objectOf(grow({ required: [name] }));
        return listOf(others).map((other) => ({ ...only(without(whole, String(other))), path: [String(other)] }));
      }),
  },
  discriminator: nothing,
  $ref: { parts: ({ target, otherTypes }, reference) => [{ schema: target(String(reference)), otherTypes }] },
  allOf: {
    parts: ({ otherTypes }, schemas) =>
      listOf(schemas).map((schema, index, all) => ({ schema, beside: all.toSpliced(index, 1), otherTypes })),
  },
  anyOf: alternatives,
  oneOf: {
    ...alternatives,
    wrong: (_, schemas) =>
      listOf(schemas)
        .slice(1)
        .map((schema, index) => ({ grows: { allOf: [listOf(schemas)[index] ?? true, schema] } })),
  },
  not: { parts: (_, schema) => [{ schema, isNegated: true }] },
  if: {
    parts: ({ schema: { then: positive = true, else: negative = true } }, condition) => [
      { schema: positive, beside: [condition] },
      // What only the condition would forbid.
      { schema: positive, isNegated: true },
      { schema: negative, beside: [{ not: condition }] },
    ],
  },
  // biome-ignore lint/suspicious/noThenProperty: a keyword, in a table that is not awaited. `if` looks at it.
  then: nothing,
  else: nothing,
  dependentSchemas: {
    parts: (_, schemas) =>
      Object.entries(objectOf(schemas)).map(([name, schema]) => ({ schema, beside: [{ required: [name] }] })),
  },
  items: {
    parts: (site, schema) => {
      const first = listOf(site.schema.prefixItems).length;
      return [item(site, first, schema), item(site, first + 1, schema)];
    },
  },
  prefixItems: { parts: (site, schemas) => listOf(schemas).map((schema, index) => item(site, index, schema)) },
  unevaluatedItems: {
    wrong: ({ grow, schema }) => [
      only([...listOf(grow({ type: "array", minItems: listOf(schema.prefixItems).length })), "text"]),
    ],
    parts: (site, schema) => [item(site, listOf(site.schema.prefixItems).length, schema)],
  },
  contains: {
    right: () => [{ grows: { type: "array", minItems: 1 } }],
    wrong: () => [{ grows: { type: "array", minItems: 1 } }, only([])],
    parts: (site, schema) => [item(site, 0, schema)],
  },
  properties: {
    right: ({ right, example }) => [only(right), ...(isJsonObject(example) ? [only(example)] : [])],
    parts: (site, schemas) => Object.entries(objectOf(schemas)).map(([name, schema]) => member(site, name, schema)),
  },
  patternProperties: {
    parts: (site, schemas) =>
      Object.entries(objectOf(schemas)).flatMap(([pattern, schema]) => {
        const name = site.matching(pattern);
        return name === undefined ? [] : [member(site, name, schema)];
      }),
  },
  additionalProperties: additional,
  unevaluatedProperties: additional,
  propertyNames: {
    right: () => [{ grows: { type: "object", minProperties: 1 } }],
    wrong: (site) => {
      const names = ["Unlisted", "a".repeat(300), ...KEYS];
      return [{ grows: { enum: names.map((name) => ({ ...site.of("object"), [name]: "text" })) } }];
    },
  },
};

/** The others, by why there are none. */
export const WITHOUT_VALUES: Readonly<Record<string, string>> = {
  $dynamicRef: "Reading a document makes a $ref of it.",
  nullable: "Reading a document makes a type of it.",
};

/** One value of each type, and what the type is called. An integer is a number too. */
const SAMPLES: readonly (readonly [value: Json, types: readonly string[]])[] = [
  ["text", ["string"]],
  [7, ["integer", "number"]],
  [1.5, ["number"]],
  [true, ["boolean"]],
  [null, ["null"]],
  [[], ["array"]],
  [{}, ["object"]],
];

/** The type of a value, by which an integer is a number. */
export function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function isOpen(schema: Json): boolean {
  return schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0);
}

/** An object without one of its properties. */
export function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** Just outside of a list: strings by a suffix and by their case, numbers at both ends, anything else by being it. */
function unlisted(values: readonly Json[]): readonly Candidate[] {
  const numbers = values.filter((value) => typeof value === "number");
  const string = values.find((value) => typeof value === "string");
  const swapped = string === string?.toUpperCase() ? string?.toLowerCase() : string?.toUpperCase();
  const near = [
    ...(string === undefined ? [] : [`${string}_unlisted`, swapped ?? ""]),
    ...(numbers.length === 0 ? [] : [Math.min(...numbers) - 1, Math.max(...numbers) + 1]),
  ];
  const outside = near.filter((value) => !values.includes(value));
  return outside.length > 0 ? outside.map(only) : [{ grows: { enum: ODDMENTS }, codes: ["enum", "const", "type"] }];
}

/** As many characters, of which a server that tidies strings loses some: spaces around them, a capital, an accent. */
function untidy({ all }: Site, most: number): readonly Candidate[] {
  const [before, after] = [" E\u0301", " "];
  const room = most - before.length - after.length;
  const isFree = all.every(({ pattern, format, enum: listed }) => (pattern ?? format ?? listed) === undefined);
  return isFree && room >= 0 ? [only(`${before}${"x".repeat(room)}${after}`)] : [];
}

/** A property of the object, beside those that must be there. */
function member(site: Site, name: string, schema: Json): Part {
  const { [name]: _, ...named } = objectOf(site.schema.properties);
  const others = site.all.map((part) => (part === site.schema ? { ...part, properties: named } : part));
  const around = { ...objectOf(site.grow({ required: [name] })), ...site.of("object") };
  return {
    schema,
    beside: memberSchemas(others, name).filter((each) => typeof each !== "boolean"),
    inside: { key: name, put: (part) => ({ ...around, [name]: part }), example: objectOf(site.example)[name] },
  };
}

/** An item of the list, in one as short as it may be. */
function item(site: Site, index: number, schema: Json): Part {
  const right = site.of("array");
  const list = right.length > index ? right : listOf(site.grow({ type: "array", minItems: index + 1 }));
  const short = list.slice(0, Math.max(index + 1, ...site.all.map(({ minItems }) => Number(minItems ?? 0))));
  const around = site.accepts(short) ? short : list;
  const examples = Array.isArray(site.example) ? site.example : [];
  const example = examples.every(isJsonObject) && examples.length > 0 ? fullest(examples) : examples[index];
  return { schema, inside: { key: index, put: (part) => around.toSpliced(index, 1, part), example } };
}

/** One example with as much in it as all of them have: where one says `null`, another may know more. */
export function fullest(examples: readonly JsonObject[]): JsonObject {
  const entries = examples.flatMap((example) => Object.entries(example));
  return Object.fromEntries([...entries, ...entries.filter(([, value]) => value !== null)]);
}

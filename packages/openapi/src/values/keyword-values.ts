import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { regularExpression } from "../schema/regular-expression.ts";
import { listOf, memberSchemas, objectOf } from "./grower.ts";
import { KEYS, ODDMENTS } from "./mistakes.ts";
import { NUMBER_FORMATS } from "./numbers.ts";
import { CHARACTERS, FORMATS } from "./strings.ts";

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
  /** A value that grows out of all schemas, and of these. */
  readonly grow: (...more: readonly Json[]) => Json;
  /** The same without the keyword that is being looked at. */
  readonly growWithout: (...more: readonly Json[]) => Json;
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

/** A value to try, another one at each attempt. */
export interface Candidate {
  readonly make: (attempt: number) => Json;
  /** What in the value it is about; the whole by default. */
  readonly path?: readonly string[];
  /** What a validator may call what is wrong; the keyword by default. */
  readonly codes?: readonly string[];
}

/** A schema that a keyword applies to a value, or to a part of it. */
export interface Part {
  readonly schema: Json;
  /** What holds beside it. */
  readonly context: readonly Json[];
  /** Where it is in the value, and how a value with another part there is made; absent in place. */
  readonly inside?: { readonly key: string | number; readonly put: (part: Json) => Json };
  readonly example?: Json | undefined;
  readonly otherTypes?: readonly string[];
  /** Whether what is wrong by the schema is right by the keyword, and the other way round. */
  readonly isNegated?: boolean;
}

/** What values a keyword has: at its limits, just outside of them, and in the schemas that it applies. */
interface KeywordValues {
  readonly right?: (site: Site, value: Json) => readonly Candidate[];
  readonly wrong?: (site: Site, value: Json) => readonly Candidate[];
  readonly parts?: (site: Site, value: Json, keyword: string) => readonly Part[];
}

const rights: KeywordValues = { right: ({ right }) => [{ make: () => right }] };
const nothing: KeywordValues = {};

/** A keyword that counts: both limits of so many, and one less or more. */
function count(type: string, least: string, most: string, outside: -1 | 1): KeywordValues {
  const exactly = (number: number): JsonObject => ({ type, [least]: number, [most]: number });
  return {
    right: (site, limit) => [{ make: () => site.grow(exactly(Number(limit))) }],
    wrong: (site, limit) =>
      Number(limit) + outside < 0 ? [] : [{ make: () => site.growWithout(exactly(Number(limit) + outside)) }],
  };
}

/** A keyword that counts characters: right strings of any, wrong ones that differ from a right one in length alone. */
function length(outside: -1 | 1): KeywordValues {
  return {
    right: (site, limit) => [
      { make: () => site.grow({ type: "string", minLength: limit, maxLength: limit }) },
      ...untidy(site, Number(limit)),
    ],
    wrong: (site, limit) => {
      const wanted = Number(limit) + outside;
      const right = Array.from(site.of("string"));
      const more = Array.from({ length: Math.max(0, wanted - right.length) }, () => "a");
      return wanted < 0 ? [] : [constant([...right.slice(0, wanted), ...more].join(""))];
    },
  };
}

/** A limit of numbers: the first one within, and the first one without. */
function limit(within: -1 | 1, isExclusive: boolean): KeywordValues {
  const candidate = (site: Site, value: Json, isRight: boolean): readonly Candidate[] => {
    const multipleOf = site.all.map((part) => part.multipleOf).find((each) => typeof each === "number");
    const onGrid = multipleOf !== undefined || site.all.some(({ type }) => type === "integer");
    const step = typeof multipleOf === "number" ? multipleOf : 1;
    const nearest = onGrid ? within * Math.ceil((within * Number(value)) / step) * step : Number(value);
    const isLimit = isExclusive && nearest === value;
    const first = nearest + (isRight ? (isLimit ? within * step : 0) : isLimit ? 0 : -within * step);
    const away = isRight ? within : -within;
    // Between two limits that are close together, the step gets smaller where it can.
    return [
      {
        make: (attempt) =>
          decimal(isRight && isLimit && !onGrid ? Number(value) + away / 4 ** attempt : first + attempt * away * step),
      },
    ];
  };
  return {
    right: (site, value) => candidate(site, value, true),
    wrong: (site, value) => candidate(site, value, false),
  };
}

/** Without what binary fractions add. */
function decimal(value: number): number {
  return Number(value.toPrecision(15));
}

const additional: KeywordValues = {
  right: (site, value) => (isOpen(value) ? [{ make: () => ({ ...site.of("object"), Unlisted: "text" }) }] : []),
  wrong: (site, value) =>
    value === false ? [{ make: () => ({ ...site.of("object"), Unlisted: "text" }), path: ["Unlisted"] }] : [],
  parts: (site, value) => (typeof value === "boolean" ? [] : [member(site, "Unlisted", value)]),
};

const alternatives: KeywordValues = {
  parts: (site, value, keyword) => {
    const typesOf = (schema: Json): readonly string[] =>
      isJsonObject(schema) && typeof schema.$ref === "string"
        ? [objectOf(site.target(schema.$ref)).type ?? []].flat().map(String)
        : [objectOf(schema).type ?? []].flat().map(String);
    return listOf(value).map((schema, index, all) => {
      const types = typesOf(schema);
      const isExample = site.example !== undefined && (types.length === 0 || types.includes(typeOf(site.example)));
      return {
        schema,
        context: [without(site.schema, keyword)],
        otherTypes: all.toSpliced(index, 1).flatMap(typesOf),
        ...(isExample && { example: site.example }),
      };
    });
  },
};

/** What values there are for each keyword that decides about them. */
export const KEYWORD_VALUES: Readonly<Record<string, KeywordValues>> = {
  type: {
    // Both booleans, and null, unless the values are listed.
    right: ({ schema }, type) =>
      schema.enum !== undefined || schema.const !== undefined
        ? []
        : [true, false, null].filter((each) => [type].flat().includes(typeOf(each))).map(constant),
    wrong: ({ schema, otherTypes }, type) => {
      const allowed: readonly Json[] = [type, otherTypes].flat();
      const listed = ["enum", "const"].filter((keyword) => schema[keyword] !== undefined);
      return SAMPLES.filter(([, types]) => !types.some((each) => allowed.includes(each))).map(([value]) => ({
        ...constant(value),
        codes: ["type", ...listed],
      }));
    },
  },
  enum: { right: (_, values) => listOf(values).map(constant), wrong: (_, values) => unlisted(listOf(values)) },
  const: { right: (_, value) => [constant(value)], wrong: (_, value) => unlisted([value]) },
  format: {
    ...rights,
    wrong: (_, format) =>
      [FORMATS[String(format)]?.wrong ?? [], NUMBER_FORMATS[String(format)]?.wrong ?? []].flat().map(constant),
  },
  minimum: limit(1, false),
  maximum: limit(-1, false),
  exclusiveMinimum: limit(1, true),
  exclusiveMaximum: limit(-1, true),
  multipleOf: { ...rights, wrong: (site, step) => [{ make: () => site.of("number") + Number(step) / 2 }] },
  minLength: length(-1),
  maxLength: length(1),
  pattern: { ...rights, wrong: (site, pattern) => mismatches(String(pattern), site.of("string")).map(constant) },
  minItems: count("array", "minItems", "maxItems", -1),
  maxItems: count("array", "minItems", "maxItems", 1),
  uniqueItems: {
    wrong: (site, isAsserted) => {
      const [first = null] = listOf(site.grow({ type: "array", minItems: 1 }));
      return isAsserted === true ? [constant([first, first])] : [];
    },
  },
  minContains: containing("minContains", -1),
  maxContains: containing("maxContains", 1),
  minProperties: count("object", "minProperties", "maxProperties", -1),
  maxProperties: count("object", "minProperties", "maxProperties", 1),
  required: {
    wrong: (site, names) =>
      listOf(names).map((name) => ({
        make: () => without(objectOf(site.grow({ type: "object" })), String(name), site.of("object")),
        path: [String(name)],
      })),
  },
  dependentRequired: {
    right: (site, names) =>
      Object.keys(objectOf(names)).map((name) => ({ make: () => site.grow({ required: [name] }) })),
    wrong: (site, names) =>
      Object.entries(objectOf(names)).flatMap(([name, others]) =>
        listOf(others).map((other) => ({
          make: () => without(objectOf(site.grow({ required: [name] })), String(other)),
          path: [String(other)],
        })),
      ),
  },
  discriminator: nothing,
  $ref: {
    parts: (site, reference) => [
      {
        schema: site.target(String(reference)),
        context: [without(site.schema, "$ref")],
        example: site.example,
        otherTypes: site.otherTypes,
      },
    ],
  },
  allOf: {
    parts: (site, schemas) =>
      listOf(schemas).map((schema, index, all) => ({
        schema,
        context: [{ ...site.schema, allOf: all.toSpliced(index, 1) }],
        example: site.example,
        otherTypes: site.otherTypes,
      })),
  },
  anyOf: alternatives,
  oneOf: {
    ...alternatives,
    wrong: (site, schemas) =>
      listOf(schemas)
        .slice(1)
        .map((schema, index) => ({ make: () => site.growWithout(schema, listOf(schemas)[index] ?? true) })),
  },
  not: { parts: (site, schema) => [{ schema, context: [without(site.schema, "not")], isNegated: true }] },
  if: {
    parts: (site, condition) => {
      const { if: _, then: positive, else: negative, ...rest } = site.schema;
      const { example } = site;
      return [
        ...(positive === undefined
          ? []
          : [
              { schema: positive, context: [rest, condition], example },
              // What only the condition would forbid.
              { schema: positive, context: [rest], isNegated: true },
            ]),
        ...(negative === undefined ? [] : [{ schema: negative, context: [rest, { not: condition }], example }]),
      ];
    },
  },
  // biome-ignore lint/suspicious/noThenProperty: a keyword, in a table that is not awaited. `if` looks at it.
  then: nothing,
  else: nothing,
  dependentSchemas: {
    parts: (site, schemas) =>
      Object.entries(objectOf(schemas)).map(([name, schema]) => ({
        schema,
        context: [site.schema, { required: [name] }],
      })),
  },
  items: {
    parts: (site, schema) => {
      const first = listOf(site.schema.prefixItems).length;
      return [item(site, first, schema), item(site, first + 1, schema)];
    },
  },
  prefixItems: { parts: (site, schemas) => listOf(schemas).map((schema, index) => item(site, index, schema)) },
  unevaluatedItems: {
    wrong: (site, value) =>
      value === false
        ? [{ make: () => [...listOf(site.grow({ minItems: listOf(site.schema.prefixItems).length })), "text"] }]
        : [],
    parts: (site, schema) =>
      typeof schema === "boolean" ? [] : [item(site, listOf(site.schema.prefixItems).length, schema)],
  },
  contains: {
    right: (site) => [{ make: () => site.grow({ type: "array", minItems: 1 }) }],
    wrong: (site) => [
      { make: (attempt) => (attempt % 2 === 0 ? site.growWithout({ type: "array", minItems: 1 }) : []) },
    ],
    parts: (site, schema) => [item(site, 0, schema)],
  },
  properties: {
    right: ({ right, example }) => [constant(right), ...(isJsonObject(example) ? [constant(example)] : [])],
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
    right: (site, schema) => [{ make: () => site.grow({ type: "object", minProperties: 1, propertyNames: schema }) }],
    wrong: (site) => [
      {
        make: (attempt) => ({
          ...site.of("object"),
          [["Unlisted", ...KEYS][attempt] ?? "a".repeat(attempt * 7)]: "text",
        }),
      },
    ],
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

function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function constant(value: Json): Candidate {
  return { make: () => value };
}

function isOpen(schema: Json): boolean {
  return schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0);
}

/** An object without one of its properties, with the values of another object where that has them. */
function without(object: JsonObject, name: string, better: JsonObject = {}): JsonObject {
  return Object.fromEntries(Object.entries({ ...object, ...better }).filter(([key]) => key !== name));
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
  if (outside.length > 0) return outside.map(constant);
  return [{ make: (attempt) => ODDMENTS[attempt] ?? null, codes: ["enum", "const", "type"] }];
}

/** Strings like a right one, each with one character replaced, of which the first that does not match is one. */
function mismatches(pattern: string, right: string): readonly string[] {
  const expression = regularExpression(pattern);
  const characters = Array.from(right);
  const near = ["!", ...CHARACTERS].flatMap((other) =>
    characters.map((_, index) => characters.with(index, other).join("")),
  );
  const found = [...near, "", ...CHARACTERS].find((each) => !expression.test(each));
  return found === undefined ? [] : [found];
}

/** As many characters, of which a server that tidies strings loses some: spaces around them, a capital, an accent. */
function untidy({ all }: Site, most: number): readonly Candidate[] {
  const [before, after] = [" E\u0301", " "];
  const room = most - before.length - after.length;
  const isFree = all.every(({ pattern, format, enum: listed }) => (pattern ?? format ?? listed) === undefined);
  return isFree && room >= 0 ? [constant(`${before}${"x".repeat(room)}${after}`)] : [];
}

/** So many items that `contains` is about, and one less or more. */
function containing(keyword: string, outside: -1 | 1): KeywordValues {
  const list = (grow: Site["grow"], { schema }: Site, number: number): Json =>
    grow({ contains: schema.contains ?? true, minContains: number, minItems: number });
  return {
    right: (site, limit) => [{ make: () => list(site.grow, site, Number(limit)) }],
    wrong: (site, limit) =>
      Number(limit) + outside < 0 || site.schema.contains === undefined
        ? []
        : [
            {
              make: () => list(site.growWithout, site, Number(limit) + outside),
              codes: [keyword, "contains"],
            },
          ],
  };
}

/** A property of the object, beside those that must be there. */
function member(site: Site, name: string, schema: Json): Part {
  const { [name]: _, ...named } = objectOf(site.schema.properties);
  const others = site.all.map((part) => (part === site.schema ? { ...part, properties: named } : part));
  const around = { ...objectOf(site.grow({ required: [name] })), ...site.of("object") };
  return {
    schema,
    context: memberSchemas(others, name).filter((each) => typeof each !== "boolean"),
    inside: { key: name, put: (part) => ({ ...around, [name]: part }) },
    example: isJsonObject(site.example) ? site.example[name] : undefined,
  };
}

/** An item of the list, in one as short as it may be. */
function item(site: Site, index: number, schema: Json): Part {
  const right = site.of("array");
  const list = right.length > index ? right : listOf(site.grow({ type: "array", minItems: index + 1 }));
  const short = list.slice(0, Math.max(index + 1, ...site.all.map(({ minItems }) => Number(minItems ?? 0))));
  const around = site.accepts(short) ? short : list;
  const examples = Array.isArray(site.example) ? site.example : [];
  return {
    schema,
    context: [],
    inside: { key: index, put: (part) => around.toSpliced(index, 1, part) },
    example: examples.every(isJsonObject) && examples.length > 0 ? fullest(examples) : examples[index],
  };
}

/** One example with as much in it as all of them have: where one says `null`, another may know more. */
export function fullest(examples: readonly JsonObject[]): JsonObject {
  const entries = examples.flatMap((example) => Object.entries(example));
  return Object.fromEntries([...entries, ...entries.filter(([, value]) => value !== null)]);
}

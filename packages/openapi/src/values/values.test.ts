import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../json/json.ts";
import { KEYWORDS, type Keyword, missingKeywords } from "../schema/keywords.ts";
import type { Schema } from "../schema/schema.ts";
import { Dice, seeded } from "./dice.ts";
import { arbitrary } from "./fast-check.ts";
import { Grower } from "./grower.ts";
import { KEYWORD_VALUES, WITHOUT_VALUES } from "./keyword-values.ts";
import { ValueMaker } from "./value-maker.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true, meta: false, validateSchema: false, ownProperties: true });
ajvFormats.default(ajv);

const schemas: Readonly<Record<string, JsonObject>> = {
  Word: { type: "string", enum: ["one", "two", "three"] },
  Sid: { type: "string", minLength: 6, maxLength: 6, pattern: "^CA[0-9a-f]{4}$" },
  Tree: {
    type: "object",
    properties: { of: { type: "array", items: { $ref: "#/$defs/Tree" } }, leaf: { $ref: "#/$defs/Sid" } },
    additionalProperties: false,
  },
};
const resolve = (reference: string): Json | undefined => schemas[reference.replace("#/$defs/", "")];
const compile = (schema: Schema) => ajv.compile(typeof schema === "boolean" ? schema : { ...schema, $defs: schemas });
const compiled = new Map<Schema, (value: Json) => boolean>();
const judge = (schema: Schema) => {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const validate = compile(schema);
  const accepts = (value: Json) => validate(value) === true;
  compiled.set(schema, accepts);
  return accepts;
};
const maker = new ValueMaker(resolve, judge);
const word = { $ref: "#/$defs/Word" };

test("every keyword of the table that decides about values has some, or a reason to have none", () => {
  const missing = (table: ReadonlyMap<string, Keyword>) =>
    missingKeywords(table, Object.keys(KEYWORD_VALUES), Object.keys(WITHOUT_VALUES));
  expect(missing(KEYWORDS)).toEqual([]);
  const madeUp = { ...KEYWORDS.get("pattern"), name: "madeUp" } as Keyword; // of which the table has one
  expect(missing(new Map([...KEYWORDS, ["madeUp", madeUp]]))).toEqual(["madeUp"]);
  const known = [...Object.keys(KEYWORD_VALUES), ...Object.keys(WITHOUT_VALUES)];
  expect(known.filter((name, index) => !KEYWORDS.has(name) || known.indexOf(name) !== index)).toEqual([]);
});

/** A schema for each keyword, with the right values that there must be and the keywords that wrong ones must break. */
const CASES: readonly { schema: JsonObject; example?: Json; right: readonly Json[]; wrong: readonly string[] }[] = [
  { schema: { type: "string" }, example: "ab", right: ["ab"], wrong: ["type"] },
  { schema: { type: ["boolean", "null"] }, right: [true, false, null], wrong: ["type"] },
  { schema: { type: ["string", "null"] }, example: "ab", right: [null, "ab"], wrong: ["type"] },
  { schema: { type: ["integer", "null"], enum: [1, 2, null] }, right: [1, 2, null], wrong: ["type", "enum"] },
  { schema: { enum: [null, true] }, right: [null, true], wrong: ["enum"] },
  { schema: { const: { a: 1 } }, right: [{ a: 1 }], wrong: ["const"] },
  { schema: { ...word, description: "A word." }, right: ["one", "two", "three"], wrong: ["type", "enum"] },
  { schema: { type: "integer", minimum: 1, maximum: 5 }, right: [1, 5], wrong: ["type", "minimum", "maximum"] },
  { schema: { type: "integer", minimum: 0.5, maximum: 5.5 }, right: [1, 5], wrong: ["minimum", "maximum"] },
  {
    schema: { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 5 },
    right: [2, 4],
    wrong: ["exclusiveMinimum", "exclusiveMaximum"],
  },
  { schema: { exclusiveMinimum: 0, exclusiveMaximum: 0.5 }, right: [0.25], wrong: ["exclusiveMinimum"] },
  { schema: { type: "number", multipleOf: 0.5, minimum: 0.7 }, right: [1], wrong: ["multipleOf", "minimum"] },
  { schema: { type: "string", maxLength: 5 }, right: [" E\u0301x "], wrong: ["maxLength"] },
  { schema: { type: "string", maxLength: 0 }, right: [""], wrong: ["maxLength"] },
  { schema: { type: "string", pattern: "^A\\d$" }, example: "A1", right: ["A1"], wrong: ["pattern"] },
  { schema: { type: "string", format: "uri" }, example: "http://a", right: ["http://a"], wrong: ["format"] },
  { schema: { type: "integer", format: "int32" }, right: [], wrong: ["format"] },
  {
    schema: { type: "array", items: word, minItems: 2, maxItems: 3 },
    example: ["two", "two"],
    right: [
      ["one", "two"],
      ["three", "two"],
    ],
    wrong: ["minItems", "maxItems", "enum"],
  },
  { schema: { type: "array", uniqueItems: true, items: { type: "integer" } }, right: [], wrong: ["uniqueItems"] },
  {
    schema: { type: "array", contains: { const: 1 }, minContains: 2, maxContains: 3 },
    right: [
      [1, 1],
      [1, 1, 1],
    ],
    wrong: ["minContains", "maxContains"],
  },
  { schema: { items: word, contains: { const: "two" } }, right: [["two"]], wrong: ["contains", "enum"] },
  {
    schema: { type: "array", prefixItems: [word, { type: "boolean" }], items: false },
    right: [["one"], ["three"]],
    wrong: ["enum", "type"],
  },
  { schema: { prefixItems: [word], unevaluatedItems: false }, right: [["one"]], wrong: ["unevaluatedItems"] },
  {
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    schema: { type: "array", items: word, if: { contains: { const: "two" } }, then: { maxItems: 1 } },
    right: [["two"]],
    wrong: ["enum", "maxItems"],
  },
  { schema: { if: { type: "string" }, else: { minimum: 3 } }, right: [3], wrong: ["minimum"] },
  {
    schema: {
      type: "object",
      properties: { id: { $ref: "#/$defs/Sid" }, more: { type: ["string", "null"] } },
      required: ["id"],
      additionalProperties: true,
    },
    example: { id: "CA0000", more: "x" },
    right: [
      { id: "CA0000" },
      { id: "CA0000", more: "x" },
      { id: "CA0000", more: null },
      { id: "CA0000", Unlisted: "text" },
    ],
    wrong: ["type", "required", "pattern", "minLength", "maxLength"],
  },
  { schema: { properties: { a: word }, additionalProperties: false }, right: [{}], wrong: ["additionalProperties"] },
  { schema: { additionalProperties: word }, right: [{ Unlisted: "two" }], wrong: ["enum"] },
  {
    schema: { properties: { a: word }, unevaluatedProperties: false },
    right: [{ a: "one" }],
    wrong: ["unevaluatedProperties"],
  },
  { schema: { patternProperties: { "^a$": word } }, right: [{ a: "one" }], wrong: ["enum"] },
  { schema: { propertyNames: { maxLength: 3 } }, right: [], wrong: ["propertyNames"] },
  { schema: { minProperties: 2, maxProperties: 2 }, right: [], wrong: ["minProperties", "maxProperties"] },
  {
    schema: { properties: { a: word, b: word }, dependentRequired: { a: ["b"] } },
    right: [],
    wrong: ["dependentRequired", "enum"],
  },
  {
    schema: { properties: { a: word }, dependentSchemas: { a: { required: ["b"] } } },
    right: [],
    wrong: ["required"],
  },
  {
    schema: { allOf: [{ type: "string" }, { minLength: 1 }], maxLength: 1 },
    right: [],
    wrong: ["minLength", "maxLength"],
  },
  { schema: { anyOf: [word, { type: "null" }] }, right: ["one", "two", "three", null], wrong: ["enum", "type"] },
  { schema: { oneOf: [{ type: "integer" }, { type: "number", maximum: 10 }] }, right: [], wrong: ["oneOf"] },
  { schema: { type: "string", not: { maxLength: 2 } }, right: [], wrong: ["maxLength"] },
  { schema: { $ref: "#/$defs/Tree" }, right: [], wrong: ["type", "additionalProperties", "pattern"] },
];

describe("of $schema", () => {
  test.for(CASES)("values at the limits of $schema are right and found, those just outside are wrong", (each) => {
    const { schema, example } = each;
    const right = maker.rightValues(schema, example);
    const values = right.map(({ value }) => value);
    for (const value of each.right) expect(values).toContainEqual(value);
    expect(values).not.toEqual([]);
    expect(values.filter((value) => !judge(schema)(value))).toEqual([]);
    const wrong = maker.wrongValues(schema, example);
    expect(wrong.map(({ keyword }) => keyword)).toEqual(expect.arrayContaining([...each.wrong]));
    const validate = compile(schema);
    for (const { value, codes } of wrong) {
      expect(validate(value)).toBe(false);
      const known = [...codes, ...(codes.includes("minContains") || codes.includes("maxContains") ? ["contains"] : [])];
      if ("not" in schema) known.push("not");
      expect(validate.errors?.map(({ keyword }) => keyword)).toContainEqual(expect.toBeOneOf(known));
    }
    expect(maker.wrongValues(schema, example)).toEqual(wrong);
  });

  test("each keyword is broken by one of them, so that none is forgotten", () => {
    const broken = new Set(
      CASES.flatMap(({ schema, example }) => maker.wrongValues(schema, example).map((each) => each.keyword)),
    );
    const applied = [
      "$ref",
      "allOf",
      "anyOf",
      "dependentSchemas",
      "else",
      "if",
      "items",
      "not",
      "patternProperties",
      "prefixItems",
      "properties",
      "then",
      "discriminator",
    ];
    expect(Object.keys(KEYWORD_VALUES).filter((name) => !broken.has(name) && !applied.includes(name))).toEqual([]);
  });
});

/** Schemas that some values match, by chance. */
const grownSchemas: fc.Arbitrary<JsonObject> = fc.letrec<{ schema: JsonObject }>((tie) => {
  const some = (keywords: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
    fc.record(keywords, { requiredKeys: ["type"] }) as fc.Arbitrary<JsonObject>; // of JSON
  const limits = (least: string, most: string) =>
    fc.tuple(fc.nat(3), fc.nat(4), fc.nat(2)).map(([one, more, which]) => ({
      ...(which !== 1 && { [least]: one }),
      ...(which !== 2 && { [most]: one + more }),
    }));
  const both = (type: fc.Arbitrary<JsonObject>, ...limit: fc.Arbitrary<JsonObject>[]) =>
    // Of parts that are JSON objects.
    fc.tuple(type, ...limit).map((parts) => Object.assign({}, ...parts) as JsonObject);
  const leaves = fc.oneof(
    both(some({ type: fc.constant("string") }), limits("minLength", "maxLength")),
    some({ type: fc.constant("string"), pattern: fc.constantFrom("^[a-z]{2,5}$", "\\d", "^(a|bc)+$", "^.*é") }),
    some({ type: fc.constant("string"), format: fc.constantFrom("date", "uuid", "ipv4", "date-time") }),
    both(
      some({ type: fc.constantFrom("integer", "number", ["integer", "null"]), multipleOf: fc.constantFrom(1, 2, 0.5) }),
      limits("minimum", "maximum").map(({ minimum = -9, maximum = 9 }) => ({ minimum, maximum: Number(maximum) + 4 })),
    ),
    some({ type: fc.constantFrom("boolean", "null", ["string", "null"]) }),
    fc.constant<JsonObject>({ enum: ["a", 1, null] }),
    fc.constantFrom<JsonObject>(word, { $ref: "#/$defs/Tree" }),
  );
  const names = fc.subarray(["a", "b", "c"]);
  return {
    schema: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaves,
      both(
        some({ type: fc.constant("array"), items: tie("schema"), contains: fc.constant({}) }),
        limits("minItems", "maxItems").map((limit) =>
          "maxItems" in limit ? { ...limit, maxItems: Number(limit.maxItems) + 1 } : limit,
        ),
      ),
      some({
        type: fc.constant("object"),
        properties: fc.dictionary(fc.constantFrom("a", "b", "c"), tie("schema")),
        required: names,
        dependentRequired: fc.constant({ a: ["b"] }),
        additionalProperties: fc.oneof(fc.constant(true), tie("schema")),
      }),
      fc.tuple(tie("schema"), tie("schema")).map((anyOf) => ({ anyOf })),
      tie("schema").map((schema) => ({ allOf: [schema, {}] })),
    ),
  };
}).schema;

describe("of schemas that grow by chance", () => {
  test("values without mistakes are right, nine times out of ten before they are judged", () => {
    let [right, all] = [0, 0];
    const grower = new Grower(resolve);
    const property = fc.property(grownSchemas, fc.integer(), (schema, seed) => {
      const dice = new Dice(seeded(seed));
      all++;
      if (judge(schema)(grower.grow([schema], dice))) right++;
      expect(judge(schema)(maker.right(schema)(dice))).toBe(true);
    });
    fc.assert(property, { numRuns: 500, seed: 1 });
    expect(right / all).toBeGreaterThan(0.9);
  });

  test("values at limits are right, values just outside are wrong, and there are some of both", () => {
    const property = fc.property(grownSchemas, (schema) => {
      const accepts = judge(schema);
      expect(maker.rightValues(schema).map(({ value }) => accepts(value))).toSatisfy(
        (verdicts: boolean[]) => verdicts.length > 0 && verdicts.every((each) => each),
      );
      expect(maker.wrongValues(schema).map(({ value }) => accepts(value))).toSatisfy(
        (verdicts: boolean[]) => verdicts.length > 0 && !verdicts.some((each) => each),
      );
    });
    fc.assert(property, { numRuns: 200, seed: 1 });
  });
});

describe("values by chance", () => {
  test.for<JsonObject>([
    { type: "string", minLength: 2, maxLength: 9 },
    { type: "string", minLength: 2, maxLength: 9, pattern: "^[a-f]*$" },
    { type: "string", minLength: 2, maxLength: 9, allOf: [{ pattern: "a" }, { pattern: "b" }] },
  ])("reach both ends of what %j allows, and nothing beyond", (schema) => {
    const values = arbitrary(maker.right(schema));
    const lengths = fc.sample(values, { numRuns: 200, seed: 1 }).map((value) => Array.from(String(value)).length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([2, 9]);
  });

  test("are the same for the same seed, and others for another", () => {
    const from = (seed: number) => maker.right({ type: "string", minLength: 20 })(new Dice(seeded(seed)));
    expect(from(1)).toBe(from(1));
    expect(from(1)).not.toBe(from(2));
  });

  test("are not made for a schema that nothing matches", () => {
    expect(() => maker.right({ allOf: [false] })(new Dice(seeded(1)))).toThrow("No value is known that is right by");
  });

  test("end where references lead in cycles", () => {
    const chain = new Map(
      Array.from({ length: 5000 }, (_, index) => [`#${index}`, { $ref: `#${(index + 1) % 5000}` }]),
    );
    const endless = new ValueMaker(
      (reference) => chain.get(reference),
      () => () => true,
    );
    expect(endless.rightValues({ $ref: "#0" })).toEqual([]);
    expect(endless.wrongValues({ $ref: "#0" })).toEqual([]);
  });

  test("end in a graph of schemas that require each other", () => {
    const name = (index: number) => ({ $ref: `#${index % 5000}` });
    const node = (index: number): JsonObject => ({
      type: "object",
      properties: { a: name(index * 7 + 1), b: name(index * 11 + 2), c: name(index * 13 + 3), d: name(index * 17 + 4) },
      required: ["a", "b", "c", "d"],
    });
    const graph = Array.from({ length: 5000 }, (_, index) => node(index));
    const endless = new ValueMaker(
      (reference) => graph[Number(reference.slice(1))],
      () => () => true,
    );
    expect(endless.right({ $ref: "#0" })(new Dice(seeded(1)))).toBeTypeOf("object");
    expect(endless.wrongValues({ $ref: "#0" })).toEqual([]);
  });

  test("with a failure are made as simple as it allows", () => {
    const values = arbitrary(maker.right({ type: "array", items: { type: "string", minLength: 1 }, minItems: 2 }));
    const { counterexample } = fc.check(
      fc.property(values, (value) => JSON.stringify(value).length < 12),
      { seed: 1 },
    );
    expect(JSON.stringify(counterexample).length).toBeLessThan(20);
  });
});

import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { compile } from "../../testing/document-of.ts";
import { isValid } from "../outcome.ts";

interface Case {
  readonly schema: object;
  /** Between them, right and wrong values reach every coverage item that there is in the schema. */
  readonly right: readonly unknown[];
  readonly wrong: readonly unknown[];
}

const petal = { type: "object", properties: { kind: { const: "petal" } }, required: ["kind"] };
const leaf = { type: "object", properties: { kind: { const: "leaf" } }, required: ["kind"] };

const cases: readonly Case[] = [
  { schema: { type: ["string", "integer"] }, right: ["a", 1], wrong: [1.5] },
  { schema: { type: "boolean" }, right: [true, false], wrong: [0] },
  { schema: { enum: ["a", 1, null] }, right: ["a", 1, null], wrong: ["b"] },
  { schema: { const: { a: [1] } }, right: [{ a: [1] }], wrong: [{ a: [2] }] },
  { schema: { const: { a: [0], b: 1 } }, right: [{ b: 1, a: [-0] }], wrong: [{ a: [0] }, { a: { 0: 0 }, b: 1 }] },
  { schema: { type: "integer", minimum: 2, maximum: 5 }, right: [2, 5], wrong: [1, 6, "x"] },
  { schema: { type: "number", minimum: 0.5 }, right: [0.5], wrong: [0.4, "x"] },
  { schema: { type: "integer", exclusiveMinimum: 2, exclusiveMaximum: 5 }, right: [3, 4], wrong: [2, 5, "x"] },
  { schema: { type: "number", exclusiveMaximum: 5 }, right: [4.9], wrong: [5, "x"] },
  { schema: { multipleOf: 0.5 }, right: [4.5], wrong: [4.6] },
  { schema: { minLength: 2, maxLength: 3 }, right: ["ab", "a😀b"], wrong: ["a", "abcd"] },
  { schema: { minLength: 0 }, right: [""], wrong: [] },
  { schema: { pattern: "^\\p{Lu}$" }, right: ["Ä"], wrong: ["ä"] },
  { schema: { format: "uuid" }, right: ["2eb8aa08-aa98-11ea-b4aa-73b441d16380"], wrong: ["2eb8"] },
  { schema: { format: "int32" }, right: [1], wrong: [2 ** 31] },
  { schema: { items: { enum: [1] }, minItems: 1, maxItems: 2 }, right: [[1], [1, 1]], wrong: [[], [1, 1, 1], [2]] },
  { schema: { items: { type: ["integer", "null"] } }, right: [[null]], wrong: [["x"]] },
  { schema: { prefixItems: [{ const: 1 }], items: { const: 2 } }, right: [[1, 2]], wrong: [[2], [1, 1]] },
  { schema: { uniqueItems: true }, right: [[1, 2]], wrong: [[{ a: 1 }, { a: 1 }]] },
  {
    schema: { contains: { const: 1 }, minContains: 1, maxContains: 2 },
    right: [[1]],
    wrong: [[], [1, 1, 1]],
  },
  {
    schema: { properties: { a: { type: ["string", "null"] }, b: {} }, required: ["b"] },
    right: [{ a: "x", b: 1 }, { a: null, b: null }, { b: 1 }],
    wrong: [{ a: 1, b: 1 }, {}],
  },
  {
    schema: { properties: { a: {} }, additionalProperties: false },
    right: [{ a: 1 }, { a: null }, {}],
    wrong: [{ b: 1 }],
  },
  { schema: { additionalProperties: { type: "integer" } }, right: [{ b: 1 }], wrong: [{ b: "x" }] },
  {
    schema: { properties: { a: false }, additionalProperties: true },
    right: [{ b: 1 }],
    wrong: [{ a: 1 }],
  },
  { schema: { patternProperties: { "^x-": { const: 1 } } }, right: [{ "x-a": 1 }], wrong: [{ "x-a": 2 }] },
  { schema: { propertyNames: { maxLength: 2 } }, right: [{ ab: 1 }], wrong: [{ abc: 1 }] },
  {
    schema: { minProperties: 1, maxProperties: 2 },
    right: [{ a: 1 }, { a: 1, b: 2 }],
    wrong: [{}, { a: 1, b: 2, c: 3 }],
  },
  { schema: { dependentRequired: { a: ["b"] } }, right: [{ a: 1, b: 2 }], wrong: [{ a: 1 }] },
  { schema: { dependentSchemas: { a: { minProperties: 2 } } }, right: [{ a: 1, b: 2 }], wrong: [{ a: 1 }] },
  {
    schema: { allOf: [{ properties: { a: { const: 1 } } }], unevaluatedProperties: false },
    right: [{ a: 1 }, {}],
    wrong: [{ a: 2 }, { b: 1 }],
  },
  { schema: { prefixItems: [{}], unevaluatedItems: { const: 2 } }, right: [[1, 2]], wrong: [[1, 3]] },
  { schema: { allOf: [{ minimum: 1 }, { minimum: 3 }] }, right: [3], wrong: [0, 2] },
  { schema: { anyOf: [{ type: "integer" }, { type: "null" }] }, right: [1, null], wrong: ["x"] },
  { schema: { anyOf: [petal, leaf] }, right: [{ kind: "petal" }, { kind: "leaf" }], wrong: [{ kind: "root" }, {}, 1] },
  { schema: { oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, right: [2, 3], wrong: [6, 1] },
  { schema: { not: { const: 1 } }, right: [2], wrong: [1] },
  {
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    schema: { if: { minimum: 10 }, then: { multipleOf: 10 }, else: { multipleOf: 2 } },
    right: [20, 4],
    wrong: [15, 3],
  },
  { schema: { $defs: { a: { const: 1 } }, $ref: "#/$defs/a" }, right: [1], wrong: [2] },
  { schema: { $defs: { a: { maximum: 5 } }, $ref: "#/$defs/a", maximum: 3 }, right: [3], wrong: [4, 6] },
];

describe("the items of a schema", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // The types of ajv-formats are those of a CommonJS module.
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);

  test.for(cases)(
    "are all within reach, and Ajv agrees about the values: $schema",
    async ({ schema, right, wrong }) => {
      const node = await compile(schema);
      const outcomes = [...right, ...wrong].map((value) => ({ value, outcome: node.observe(value, []) }));
      expect(outcomes.filter(({ outcome }) => isValid(outcome)).map(({ value }) => value)).toEqual(right);
      expect([...right, ...wrong].filter((value) => ajv.validate(schema, value))).toEqual(right);

      const allowed = outcomes.filter(({ outcome }) => isValid(outcome)).flatMap(({ outcome }) => outcome.reached);
      const broken = outcomes.flatMap(({ outcome }) => outcome.breaches.flatMap(({ item }) => item ?? []));
      // A limit of one branch can only be met where the other one forbids it.
      const out = new Set(["test/Op/it/&0:minimum=1", "test/Op/it/&ref:maximum=5"]);
      const ids = node.items.map(({ id }) => id).filter((id) => !out.has(id));
      expect([...new Set([...allowed, ...broken].map(({ id }) => id))].toSorted()).toEqual(ids.toSorted());
    },
  );

  const given: readonly [schema: object, value: unknown, reached: readonly string[], broken: readonly string[]][] = [
    [{ maxLength: 3 }, "abc", ["maxLength=3"], []],
    [{ maxLength: 3 }, "ab", [], []],
    [{ maxLength: 3 }, "abcd", [], ["maxLength!3"]],
    [{ maxLength: 3 }, "abcde", [], [""]],
    [{ minimum: 1, type: "integer" }, -5, [], [""]],
    [{ minimum: 1 }, -5, [], ["minimum!1"]],
    [{ exclusiveMinimum: 1, type: "integer" }, 2, ["exclusiveMinimum=1"], []],
    [{ exclusiveMinimum: 1 }, 1, [], ["exclusiveMinimum!1"]],
  ];
  test.for(given)("lie exactly at a limit and just beyond it: %j, %j", async ([schema, value, reached, broken]) => {
    const outcome = (await compile(schema)).observe(value, []);
    const key = (id = ""): string => id.slice(id.indexOf(":") + 1);
    expect(outcome.reached.map(({ id }) => key(id))).toEqual(reached);
    expect(outcome.breaches.map(({ item }) => key(item?.id))).toEqual(broken);
  });

  test.for([
    [0.3, 0.1, true],
    [0.35, 0.1, false],
    [Number.POSITIVE_INFINITY, 2, false],
  ] as const)("tell in decimal whether %d is a multiple of %d: %s", async ([value, multipleOf, expected]) => {
    expect(isValid((await compile({ multipleOf })).observe(value, []))).toBe(expected);
  });

  test("are refused where the evaluator cannot tell them apart", async () => {
    await expect(compile({ multipleOf: 1e-7 })).rejects.toThrow(
      "test.yaml:1: multipleOf is 1e-7; below 0.000001 it cannot be measured yet.",
    );
  });

  test("lie where the value is, and stop where a schema begins again", async () => {
    const node = await compile({
      $ref: "#/$defs/tree",
      $defs: { tree: { type: "object", properties: { leaf: { const: 1 }, next: { $ref: "#/$defs/tree" } } } },
    });
    expect(node.items.map(({ id }) => id)).not.toContain("test/Op/it/next:null");
    const wrong = node.observe({ next: { next: { leaf: 2 } } }, []);
    expect(wrong.breaches).toMatchObject([{ at: ["next", "next", "leaf"], item: { id: "test/Op/it/leaf:const!" } }]);
  });

  const inText: readonly (readonly [schema: object, medium: "text" | "form", unreachable: string])[] = [
    [{ type: "string" }, "text", "type!"],
    [{ type: "array", items: { type: "integer" } }, "text", "type!"],
    [{ type: "object" }, "form", "type!"],
    [{ minProperties: 1 }, "form", "minProperties!1"],
    [{ format: "phone" }, "text", "format!"],
  ];
  test.for(inText)("are out of reach where the wire cannot say it: %j as %s", async ([schema, medium, key]) => {
    const { items } = await compile(schema, { medium });
    const found = items.find(({ id }) => id.endsWith(`it:${key}`));
    expect(found?.unreachable).toMatch(/\.$/);
  });

  test("follow OpenAPI 3.0 where that is what the document is", async () => {
    const node = await compile(
      {
        type: "object",
        properties: { a: { type: "integer", nullable: true, minimum: 1, exclusiveMinimum: true } },
      },
      { version: "3.0" },
    );
    expect(isValid(node.observe({ a: null }, []))).toBe(true);
    const listed = await compile({ type: "string", nullable: true, enum: ["a"] }, { version: "3.0" });
    expect(["a", null, "b"].map((value) => isValid(listed.observe(value, [])))).toEqual([true, true, false]);
    expect(isValid(node.observe({ a: 1 }, []))).toBe(false);
    expect(node.items.map(({ id }) => id)).toContain("test/Op/it/a:null");
  });

  test.for([
    [{ a: 1, b: 2, c: 3, d: 4 }, ["c", "d"]],
    [{ a: 1, c: 3 }, ["c"]],
    [{ b: 2 }, []],
  ] as const)("tell what of %j is not described by any schema that applies: %j", async ([value, undocumented]) => {
    const described = { properties: { b: {} }, required: ["b"] };
    const probe = await compile({
      properties: { a: {} },
      anyOf: [described, { required: ["c"] }],
      not: { properties: { c: {} }, required: ["e"] },
      propertyNames: { maxLength: 1 },
    });
    expect(probe.observe(value, ["body"]).undocumented).toEqual(undocumented.map((name) => ["body", name]));
  });

  test("are none of what the other side may send", async () => {
    const schema = { properties: { id: { readOnly: true, const: 1 }, secret: { writeOnly: true } }, required: ["id"] };
    expect((await compile(schema)).items.map(({ id }) => id)).toEqual([
      "test/Op/it/secret:value",
      "test/Op/it/secret:null",
      "test/Op/it/secret:absent",
    ]);
  });

  test.for(["unheardOf", "$dynamicRef", "$id"])(
    "cannot be found for the keyword %s, which it does not know",
    async (keyword) => {
      await expect(compile({ properties: { a: { [keyword]: "x" } } })).rejects.toThrow(
        `test.yaml:1: ${keyword} is a keyword that the measurement does not know; add it to keywords/.`,
      );
    },
  );
});

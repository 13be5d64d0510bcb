import { isJsonObject } from "@earmark/openapi";
import type { Parts } from "@earmark/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checksOf } from "../../testing/checks.ts";
import { pathsUsing, viewsOf } from "../../testing/documents.ts";
import { emitTypes } from "../types/index.ts";

const cat = {
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string" }, mood: { enum: ["calm", "cross"] } },
};
const dog = {
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string" }, barks: { type: "boolean" } },
};
const members = [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }];

function documentWith(discriminator: object, paths = {}) {
  return { paths, schemas: { Cat: cat, Dog: dog, Pet: { oneOf: members, discriminator } } };
}

async function typesOf(parts: Parts): Promise<string> {
  const { model, views } = await viewsOf(parts);
  return emitTypes(model, views)[0]?.text ?? "";
}

const summary = (issues: readonly { path: readonly unknown[]; code: string }[]) =>
  issues.map(({ path, code }) => [path.join("."), code]);

describe("a discriminator", () => {
  it("chooses the member by its schema's name where no mapping says otherwise", async () => {
    const { checks } = await checksOf(documentWith({ propertyName: "kind" }));
    expect(checks("Pet", { kind: "Cat", mood: "calm" })).toEqual([]);
    expect(summary(checks("Pet", { kind: "Cat", mood: "wet" }))).toEqual([["mood", "enum"]]);
    expect(summary(checks("Pet", { kind: "Dog", barks: 1 }))).toEqual([["barks", "type"]]);
  });

  it("chooses it by the mapping, of references and of bare names", async () => {
    const mapping = { feline: "#/components/schemas/Cat", tom: "Cat", canine: "Dog" };
    const { checks } = await checksOf(documentWith({ propertyName: "kind", mapping }));
    expect(checks("Pet", { kind: "tom", mood: "cross" })).toEqual([]);
    expect(checks("Pet", { kind: "canine", mood: "anything" })).toEqual([]);
    expect(summary(checks("Pet", { kind: "feline", mood: "wet" }))).toEqual([["mood", "enum"]]);
  });

  it.each([
    ["an unknown value", { kind: "Cow" }],
    ["no value", {}],
    ["a name that every object inherits", JSON.parse('{"kind":"constructor"}')],
    ["no object", "Cat"],
    ["null", null],
  ])("refuses %s with one issue that lists the known values", async (_what, value) => {
    const { checks } = await checksOf(documentWith({ propertyName: "kind" }));
    const issues = checks("Pet", value);
    expect(summary(issues)).toEqual([["kind", "discriminator"]]);
    expect(issues[0]?.expected).toEqual(["Cat", "Dog"]);
  });

  it("keeps its members lenient in answers and strict in requests", async () => {
    const { checks, strictChecks } = await checksOf(
      documentWith({ propertyName: "kind", mapping: { Cat: "Cat", Dog: "Dog" } }, pathsUsing(["Pet"], ["Pet"])),
    );
    const newer = { kind: "Cat", mood: "zen" };
    expect(checks("Pet", newer)).toEqual([]);
    expect(summary(checks("PetInput", newer))).toEqual([["mood", "enum"]]);
    expect(summary(strictChecks("Pet", newer))).toEqual([["mood", "enum"]]);
  });

  it("takes the name of a schema that the mapping calls otherwise, unless that stands for another", async () => {
    const mapping = { canine: "Dog", Dog: "Cat" };
    const { checks } = await checksOf(documentWith({ propertyName: "kind", mapping: { feline: "Cat" } }));
    expect(checks("Pet", { kind: "Cat" })).toEqual([]);
    expect(checks("Pet", { kind: "feline" })).toEqual([]);
    const { checks: crossed } = await checksOf(documentWith({ propertyName: "kind", mapping }));
    expect(crossed("Pet", { kind: "Dog", barks: "never" })).toEqual([]);
    expect(summary(crossed("Pet", { kind: "canine", barks: "never" }))).toEqual([["barks", "type"]]);
  });

  it("goes by the names of the document where a schema has another form in requests", async () => {
    const pets = documentWith({ propertyName: "kind" }, pathsUsing(["Pet"], ["Pet"]));
    const { checks } = await checksOf(pets);
    expect(checks("PetInput", { kind: "Cat" })).toEqual([]);
    expect(summary(checks("PetInput", { kind: "CatInput" }))).toEqual([["kind", "discriminator"]]);
    expect(await typesOf(pets)).not.toContain('kind: "CatInput";');
  });

  it("does not decide where its mapping leads past the members", async () => {
    const kind = (value: string) => ({ type: "object", required: ["kind"], properties: { kind: { const: value } } });
    const { checks } = await checksOf({
      schemas: {
        Cat: kind("cat"),
        Dog: kind("dog"),
        Cow: kind("cow"),
        Pet: { oneOf: members },
        Animal: {
          oneOf: [{ $ref: "#/components/schemas/Pet" }, { $ref: "#/components/schemas/Cow" }],
          discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "Dog", cow: "Cow" } },
        },
      },
    });
    expect(["cat", "dog", "cow", "fox"].map((value) => checks("Animal", { kind: value }).length)).toEqual([0, 0, 0, 1]);
  });
});

/** A member of a union with what it says about its tag, and one more property. */
function member(tag: object, more: Readonly<Record<string, object>>, required: readonly string[] = ["tag"]) {
  return { type: "object", required: [...required, ...Object.keys(more)], properties: { tag, ...more } };
}

describe("a discriminator goes by what its members say about its property", () => {
  const union = (first: object, second: object, discriminator: object = {}, keyword = "oneOf") => ({
    A: first,
    B: second,
    U: {
      [keyword]: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
      discriminator: { propertyName: "tag", ...discriminator },
    },
  });
  const n = { n: { type: "integer" } };
  const s = { s: { type: "string" } };
  const base = member({ enum: ["a", "b"] }, {});

  it.each<[what: string, schemas: object, valid: object[], wrong: [value: object, ...issues: string[][]][]]>([
    [
      "constants and enumerations that are not the names",
      union(member({ const: "plain" }, n), member({ enum: ["link", "image"] }, s)),
      [
        { tag: "plain", n: 1 },
        { tag: "image", s: "" },
      ],
      [
        [{ tag: "link" }, ["s", "required"]],
        [{ tag: "A", n: 1 }, ["tag", "discriminator"]],
      ],
    ],
    [
      "booleans, which a mapping has in quotation marks",
      union(member({ type: "boolean", enum: [true] }, n), member({ type: "boolean", enum: [false] }, s), {
        mapping: { true: "#/components/schemas/A", false: "B" },
      }),
      [
        { tag: true, n: 1 },
        { tag: false, s: "" },
      ],
      [
        [{ tag: true, s: "" }, ["n", "required"]],
        [{ tag: "true", n: 1 }, ["tag", "discriminator"]],
      ],
    ],
    [
      "booleans of which the mapping alone says which is which",
      union(member({ type: "boolean" }, n), member({ type: "boolean" }, s), { mapping: { true: "A", false: "B" } }),
      [
        { tag: true, n: 1 },
        { tag: false, n: 1, s: "" },
      ],
      [[{ tag: true, s: "" }, ["n", "required"]]],
    ],
    [
      "integers",
      union(member({ type: "integer", const: 1 }, n), member({ const: 2 }, s), { mapping: { 1: "A", 2: "B" } }),
      [
        { tag: 1, n: 1 },
        { tag: 2, s: "" },
      ],
      [[{ tag: "1", n: 1 }, ["tag", "discriminator"]]],
    ],
    [
      "constants that contradict the mapping",
      union(member({ const: "a" }, n), member({ const: "b" }, s), { mapping: { a: "B", b: "A" } }),
      [
        { tag: "a", n: 1 },
        { tag: "b", s: "" },
      ],
      [[{ tag: "a", s: "" }, ["n", "required"]]],
    ],
    [
      "values that the members inherit, of which the mapping says which is which",
      {
        Base: base,
        ...union(
          { allOf: [{ $ref: "#/components/schemas/Base" }, { properties: n }] },
          { allOf: [{ $ref: "#/components/schemas/Base" }, { properties: s }] },
          { mapping: { a: "A", b: "B" } },
        ),
      },
      [{ tag: "a", n: 1 }, { tag: "b" }],
      [
        [{ tag: "a", n: "" }, ["n", "type"]],
        [{ tag: "c" }, ["tag", "discriminator"]],
      ],
    ],
    [
      "a tag that may be missing",
      union(member({ const: "a" }, n, []), member({ const: "b" }, s, [])),
      [{ n: 1 }, { s: "" }, { tag: "a", n: 1, s: "" }],
      [
        [{ n: 1, s: "" }, ["", "oneOf"]],
        [{ tag: "c", n: 1 }, ["", "oneOf"]],
      ],
    ],
    [
      "values that several members of an anyOf allow",
      union(member({ type: "string" }, n), member({ type: "string" }, s), {}, "anyOf"),
      [
        { tag: "A", n: 1 },
        { tag: "A", s: "" },
        { tag: "C", s: "" },
      ],
      [[{ tag: "A" }, ["", "anyOf"]]],
    ],
    [
      "members that are unions",
      {
        ...union(member({ const: "a" }, n), { oneOf: [member({ const: "b" }, s), member({ const: "c" }, s)] }),
      },
      [
        { tag: "a", n: 1 },
        { tag: "c", s: "" },
      ],
      [[{ tag: "d", s: "" }, ["tag", "discriminator"]]],
    ],
  ])("%s", async (_what, schemas, valid, wrong) => {
    const { checks, strictChecks } = await checksOf({ schemas: { ...schemas }, paths: pathsUsing(["U"]) });
    for (const check of [checks, strictChecks]) {
      expect(valid.map((value) => summary(check("U", value)))).toEqual(valid.map(() => []));
      for (const [value, ...issues] of wrong) expect(summary(check("U", value))).toEqual(issues);
    }
  });
});

describe("a discriminator never changes what is valid", () => {
  const TAGS = ["a", "b", "A", "true", true, false, "1", 1, null] as const;
  const RULES = [
    {},
    { type: "string" },
    { type: "boolean" },
    { type: ["integer", "null"] },
    { type: "string", enum: ["a"] },
  ];
  const tag = fc.constantFrom(...TAGS);
  const rule = fc.oneof(
    fc.constantFrom<object>(...RULES),
    tag.map((value) => ({ const: value })),
    fc.uniqueArray(tag, { minLength: 1, maxLength: 3 }).map((values) => ({ enum: values })),
  );
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  const own = fc.record({ rule, isRequired: fc.boolean(), isObject: fc.boolean(), isInherited: fc.boolean() });
  const members = fc.tuple(own, own, own);
  const mapping = fc.dictionary(fc.constantFrom(...TAGS.map(String)), fc.constantFrom("A", "B", "C"), { maxKeys: 3 });
  const values = fc.array(
    fc.oneof(
      fc.record({ tag, p: fc.constantFrom(1, ""), q: fc.constantFrom(1, "") }, { requiredKeys: [] }),
      fc.constantFrom<unknown>(null, "a", 1),
    ),
    { minLength: 20, maxLength: 20 },
  );

  const schemaOf = (
    {
      rule,
      isRequired,
      isObject,
      isInherited,
    }: { rule: object; isRequired: boolean; isObject: boolean; isInherited: boolean },
    index: number,
  ) => {
    const required = isRequired ? { required: ["tag"] } : {};
    const body = { ...required, properties: { tag: rule, p: { type: ["integer", "string"][index % 2] } } };
    const type = isObject ? { type: "object" } : {};
    return ["ABC"[index] ?? "", { ...type, ...(isInherited ? { allOf: [body] } : body) }] as const;
  };

  /** Whether several members allow the tag of a value. */
  const isAmbiguous = (members: readonly { rule: object }[], value: unknown) =>
    isJsonObject(value) &&
    value.tag !== undefined &&
    members.filter(({ rule }) => ajv.validate(rule, value.tag)).length > 1;

  it.each([
    ["anyOf", "alone", {}],
    ["oneOf", "alone", {}],
    ["anyOf", "with unevaluatedProperties", { unevaluatedProperties: false }],
    ["oneOf", "with unevaluatedProperties", { unevaluatedProperties: false }],
  ])("of %s %s, as Ajv without it says", async (keyword, _, beside) => {
    await fc.assert(
      fc.asyncProperty(members, mapping, values, async (members, mapping, values) => {
        const named = members.map(schemaOf);
        const refs = named.map(([name]) => ({ $ref: `#/components/schemas/${name}` }));
        const schemas = {
          ...Object.fromEntries(named),
          U: { [keyword]: refs, ...beside, discriminator: { propertyName: "tag", mapping } },
        };
        const [whole, response] = [
          await checksOf({ schemas }),
          await checksOf({ schemas, paths: pathsUsing([], ["U"]) }),
        ];
        const matches = ajv.compile({ [keyword]: named.map(([, schema]) => schema), ...beside });
        for (const value of values) {
          const isValid = matches(value);
          // Here the mapping says which of several is meant.
          if (keyword === "oneOf" && isAmbiguous(members, value)) continue;
          expect([value, whole.strictChecks("U", value).length === 0]).toEqual([value, isValid]);
          expect([value, whole.checks("U", value).length === 0]).toEqual([value, isValid]);
          if (isValid) expect([value, response.checks("U", value)]).toEqual([value, []]);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

it("variants that build on a schema with a discriminator go by their own names in a union, in requests, too", async () => {
  const variant = { allOf: [{ $ref: "#/components/schemas/Cat" }] };
  const types = await typesOf({
    paths: pathsUsing(["Cats"], ["Cats"]),
    schemas: {
      Cat: { ...cat, discriminator: { propertyName: "kind" } },
      Cats: { oneOf: [{ $ref: "#/components/schemas/Tom" }, { $ref: "#/components/schemas/Kitten" }] },
      Kitten: variant,
      Tom: variant,
    },
  });
  expect(types.match(/kind: "\w+"/g)).toEqual(['kind: "Tom"', 'kind: "Kitten"', 'kind: "Tom"', 'kind: "Kitten"']);
});

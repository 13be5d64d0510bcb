import { KEYWORDS } from "@earmark/openapi";
import { describe, expect, it } from "vitest";
import { appliedSubject, componentSubject, subjectText } from "../findings/subject.ts";
import { diffTexts } from "../testing/diff-texts.ts";
import { schemaDocument } from "../testing/rule-example.ts";

/** A schema before, one after, and what a diff says of it: the rule, its level on the wire in requests, and the edit. */
const EDITS: readonly (readonly [before: string, after: string, ...want: readonly string[]])[] = [
  [
    "if: { required: [a] }\nthen: { required: [b] }",
    "if: { required: [a] }\nthen: { required: [c] }",
    "property-became-required major: `Thing.c` (where its condition holds) is required now",
    "property-became-optional minor: `Thing.b` (where its condition holds) is not required any more",
  ],
  [
    "if: { required: [a] }\nthen: { properties: { b: { maxLength: 5 } } }",
    "if: { required: [a] }\nthen: { properties: { b: { maxLength: 9 } } }",
    "limit-loosened minor: `Thing.b` (where its condition holds) loosened `maxLength` from 5 to 9",
  ],
  [
    "if: { required: [a] }\nelse: { minProperties: 1 }",
    "if: { required: [a] }\nelse: { minProperties: 2 }",
    "limit-tightened major: `Thing` (where its condition does not hold) tightened `minProperties` from 1 to 2",
  ],
  [
    "if: { required: [a] }\nthen: { if: { required: [b] }, else: { minProperties: 1 } }",
    "if: { required: [a] }\nthen: { if: { required: [b] }, else: { minProperties: 2 } }",
    "limit-tightened major: `Thing` (where its condition holds, where its condition does not hold) tightened `minProperties` from 1 to 2",
  ],
  [
    "dependentSchemas: { a: { required: [b] } }",
    "dependentSchemas: { a: { required: [b, c] } }",
    "property-became-required major: `Thing.c` (where it has `a`) is required now",
  ],
  [
    "if: { minProperties: 2 }\nthen: { required: [b] }",
    "if: { minProperties: 3 }\nthen: { required: [b] }",
    "keyword-loosened minor: `Thing` allows more by `if`: `Thing` tightened `minProperties` from 2 to 3",
  ],
  [
    "if: { minProperties: 2 }\nelse: { required: [b] }",
    "if: { minProperties: 3 }\nelse: { required: [b] }",
    "keyword-tightened major: `Thing` allows less by `if`: `Thing` tightened `minProperties` from 2 to 3",
  ],
  [
    "if: { minProperties: 2 }\nthen: { required: [b] }\nelse: { required: [c] }",
    "if: { minProperties: 3 }\nthen: { required: [b] }\nelse: { required: [c] }",
    "keyword-changed major: `Thing` changed `if`",
  ],
  [
    "type: string\nnot: { maxLength: 3 }",
    "type: string\nnot: { maxLength: 5 }",
    "keyword-tightened major: `Thing` allows less by `not`: `Thing` loosened `maxLength` from 3 to 5",
  ],
  [
    "type: string\nnot: { maxLength: 5 }",
    "type: string\nnot: { maxLength: 3 }",
    "keyword-loosened minor: `Thing` allows more by `not`: `Thing` tightened `maxLength` from 5 to 3",
  ],
  ["not: { const: a }", "not: { const: b }", "keyword-changed major: `Thing` changed `not`"],
  ["not: { pattern: ^a }", "not: { pattern: ^b }", "keyword-changed major: `Thing` changed `not`"],
  [
    "not: { not: { required: [a] } }",
    "not: { not: { required: [a, b] } }",
    "keyword-tightened major: `Thing` allows less by `not`: `Thing.b` is required now",
  ],
  [
    "not: { properties: { a: { properties: { b: { maximum: 3 } } } } }",
    "not: { properties: { a: { properties: { b: { maximum: 5 } } } } }",
    "keyword-tightened major: `Thing` allows less by `not`: `Thing.a.b` loosened `maximum` from 3 to 5",
  ],
  [
    "not: { description: Words. }",
    "not: { description: Others. }",
    "documentation-changed none: `Thing` changed its description",
  ],
  [
    "type: object\npropertyNames: { pattern: ^a }",
    "type: object\npropertyNames: { pattern: ^b }",
    'pattern-changed major: each name of a property of `Thing` must match `"^b"` instead of `"^a"`',
  ],
  [
    "type: object\npatternProperties: { ^x: { maxLength: 3 } }",
    "type: object\npatternProperties: { ^x: { maxLength: 2 } }",
    "limit-tightened major: each property of `Thing` whose name matches `^x` tightened `maxLength` from 3 to 2",
  ],
  [
    "type: object\nunevaluatedProperties: { type: string }",
    "type: object\nunevaluatedProperties: { type: integer }",
    "type-changed major: each property of `Thing` that nothing else describes changed its type from string to integer",
  ],
  [
    "type: array\nunevaluatedItems: { properties: { a: { type: string } } }",
    "type: array\nunevaluatedItems: { properties: { a: { type: integer } } }",
    "type-changed major: `a` in each item of `Thing` that nothing else describes changed its type from string to integer",
  ],
  [
    "type: array\ncontains: { maximum: 5 }",
    "type: array\ncontains: { maximum: 3 }",
    "limit-tightened major: an item that `Thing` must contain tightened `maximum` from 5 to 3",
  ],
  [
    "type: array\ncontains: { maximum: 5 }\nmaxContains: 1",
    "type: array\ncontains: { maximum: 3 }\nmaxContains: 1",
    "keyword-changed major: `Thing` changed `contains`",
  ],
  [
    "type: array\ncontains: { maximum: 5 }\nminContains: 0\nmaxContains: 1",
    "type: array\ncontains: { maximum: 3 }\nminContains: 0\nmaxContains: 1",
    "keyword-loosened minor: `Thing` allows more by `contains`: an item that `Thing` must contain tightened `maximum` from 5 to 3",
  ],
  [
    "type: string\ncontentSchema: { maximum: 5 }",
    "type: string\ncontentSchema: { maximum: 3 }",
    "limit-tightened major: the content of `Thing` tightened `maximum` from 5 to 3",
  ],
  // What is not listed is described by what describes the rest.
  [
    "type: array\nitems: { type: string }",
    "type: array\nprefixItems: [{ type: integer }]\nitems: { type: string }",
    "type-changed major: `Thing[0]` changed its type from string to integer",
  ],
  [
    "type: array\nprefixItems: [{}, { type: integer }]\nitems: false",
    "type: array\nprefixItems: [{}]\nitems: false",
    "type-narrowed major: `Thing[1]` narrowed its type from integer to nothing",
  ],
  [
    "type: object\npatternProperties: { ^b: { type: integer } }\nunevaluatedProperties: false",
    "type: object\nunevaluatedProperties: false",
    "type-narrowed major: each property of `Thing` whose name matches `^b` narrowed its type from integer to nothing",
  ],
  [
    "type: object\nadditionalProperties: { type: string }",
    "type: object\nproperties: { a: { type: integer } }\nadditionalProperties: { type: string }",
    "type-changed major: `Thing.a` changed its type from string to integer",
    "property-added minor: `Thing.a` was added",
  ],
  [
    "type: object",
    "type: object\nproperties: { a: false }",
    "type-narrowed major: `Thing.a` narrowed its type from anything to nothing",
    "property-added minor: `Thing.a` was added",
  ],
  // More than one alternative may match a value, or may not any more.
  [
    "anyOf: [{ required: [a] }, { required: [b] }]",
    "oneOf: [{ required: [a] }, { required: [b] }]",
    "keyword-added major: `Thing` is held to `oneOf` now",
  ],
  [
    "oneOf: [{ type: number }, { type: integer }]",
    "anyOf: [{ type: number }, { type: integer }]",
    "keyword-removed minor: `Thing` is not held to `oneOf` any more",
  ],
  [
    "oneOf: [{ type: string }, { type: integer }, { const: true }]",
    "anyOf: [{ type: string }, { type: integer }, { const: true }]",
    "schema-rewritten none: `Thing` says the same in other words",
  ],
  [
    "oneOf: [{ required: [kind], properties: { kind: { const: a } } }, { properties: { kind: { const: b } } }]",
    "anyOf: [{ required: [kind], properties: { kind: { const: a } } }, { properties: { kind: { const: b } } }]",
    "schema-rewritten none: `Thing` says the same in other words",
  ],
  // Without a number, at least one item is contained.
  [
    "type: array\ncontains: { type: string }\nminContains: 0",
    "type: array\ncontains: { type: string }",
    "limit-tightened major: `Thing` tightened `minContains` from 0 to 1",
    "keyword-added major: `Thing` is held to `contains` now",
  ],
  ["minContains: 1", "minContains: 2", "schema-rewritten none: `Thing` says the same in other words"],
  [
    "if: false\nthen: { minProperties: 2 }\nelse: { minProperties: 1 }",
    "if: {}\nthen: { minProperties: 2 }\nelse: { minProperties: 1 }",
    "keyword-changed major: `Thing` changed `if`",
  ],
  // What the schema says either way.
  ["if: { required: [a] }", "if: { required: [b] }", "schema-rewritten none: `Thing` says the same in other words"],
  ["then: { required: [a] }", "then: { required: [b] }", "schema-rewritten none: `Thing` says the same in other words"],
  ["{}", "not: { const: a }", "keyword-added major: `Thing` is held to `not` now"],
  ["not: { const: a }", "{}", "keyword-removed minor: `Thing` is not held to `not` any more"],
  [
    "allOf: [{ not: { maxLength: 3 } }, { not: { pattern: ^a } }]",
    "allOf: [{ not: { pattern: ^a } }, { not: { maxLength: 5 } }]",
    "keyword-tightened major: `Thing` allows less by `not`: `Thing` loosened `maxLength` from 3 to 5",
  ],
];

const REF = '{ $ref: "#/components/schemas/Part" }';
const shared = (schema: string, part: string): string => `${schemaDocument(schema, "request")}    Part: ${part}\n`;
const [WIDE, NARROW] = ["{ type: string, maxLength: 5 }", "{ type: string, maxLength: 3 }"];

/** A schema that refers to another, and what a diff says where that allows less. */
const REFERENCES: readonly (readonly [schema: string, ...want: readonly string[]])[] = [
  [`not: ${REF}`, "keyword-loosened minor: `Thing` allows more by `not`: `Part` tightened `maxLength` from 5 to 3"],
  [
    `not: { properties: { a: ${REF} } }`,
    "keyword-loosened minor: `Thing` allows more by `not`: `Part` tightened `maxLength` from 5 to 3",
  ],
  [
    `if: ${REF}\nthen: { minLength: 1 }`,
    "keyword-loosened minor: `Thing` allows more by `if`: `Part` tightened `maxLength` from 5 to 3",
  ],
  [
    `if: { minLength: 1 }\nthen: ${REF}`,
    "limit-tightened major: `Part` (where a condition holds) tightened `maxLength` from 5 to 3",
  ],
  [
    `properties: { a: ${REF} }\nif: { required: [a] }\nthen: { properties: { b: ${REF} } }`,
    "limit-tightened major: `Part` tightened `maxLength` from 5 to 3",
  ],
  [`propertyNames: ${REF}`, "limit-tightened major: `Part` tightened `maxLength` from 5 to 3"],
];

async function editsBetween(before: string, after: string): Promise<string[]> {
  const { changes } = await diffTexts(before, after);
  return changes.map(({ rule, impact, edit }) => `${rule.replace(/^request-/, "")} ${impact.wire}: ${edit}`);
}

describe("an edit of what a keyword applies says where it applies, and what it makes of the whole", () => {
  it.each(EDITS)("%j %j", async (before, after, ...want) => {
    expect(await editsBetween(schemaDocument(before, "request"), schemaDocument(after, "request"))).toEqual(want);
  });

  it.each(REFERENCES)("in a schema that is referred to: %s", async (schema, ...want) => {
    expect(await editsBetween(shared(schema, WIDE), shared(schema, NARROW))).toEqual(want);
  });

  it("means the opposite in responses", async () => {
    const [before, after] = ["not: { maxLength: 3 }", "not: { maxLength: 5 }"];
    const { changes } = await diffTexts(schemaDocument(before, "response"), schemaDocument(after, "response"));
    expect(changes.map(({ rule, impact }) => [rule, impact.wire])).toEqual([["response-keyword-tightened", "minor"]]);
  });

  it("breaks no source code where TypeScript does not know the keyword", async () => {
    const when = (then: string): string =>
      schemaDocument(`if: { required: [a] }\nthen: { required: [${then}] }`, "request");
    const { impact } = await diffTexts(when("b"), when("c"));
    expect(impact).toMatchObject({ wire: "major", types: "minor", validators: "major", surface: "none" });
  });
});

it.each([...KEYWORDS.values()].filter(({ holds, role }) => holds !== undefined && role !== "identifier"))(
  "what $name applies to has words of its own",
  ({ name }) => {
    if (/^(allOf|anyOf|oneOf|not|if|properties)$/.test(name)) return;
    const text = subjectText(appliedSubject(componentSubject("Thing"), name, "a"));
    expect(text).not.toContain(`\`${name}\``);
    expect(text).not.toBe("`Thing`");
  },
);

import { ANNOTATION, all, below, insertBelow, swap, type TextEdit } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { diffTexts, documentOf, impactText } from "../testing/diff-texts.ts";
import { found, type Parts, ref, rules, rulesBetween, text, thing } from "../testing/things.ts";
import { diffDocuments } from "./diff.ts";

describe("a diff finds no edit where", () => {
  it.each([
    [
      "OpenAPI 3.0 says nullable, and 3.1 lists null",
      thing({ type: "string", nullable: true }, "3.0.3"),
      thing({ type: ["string", "null"] }),
    ],
    [
      "OpenAPI 3.0 says by a flag that a limit is exclusive, and 3.1 by a number",
      thing({ type: "number", minimum: 1, exclusiveMinimum: true }, "3.0.3"),
      thing({ type: "number", exclusiveMinimum: 1 }),
    ],
  ])("%s", async (_, before, after) => {
    expect(await rulesBetween(before, after)).toEqual([]);
  });

  it.each([
    [
      "properties move into a part of allOf",
      { type: "object", required: ["a"], properties: { a: { type: "string" }, b: { type: "integer" } } },
      {
        allOf: [
          { type: "object", required: ["a"], properties: { a: { type: "string" } } },
          { type: "object", properties: { b: { type: "integer" } } },
        ],
      },
    ],
    [
      "a list of types becomes a union",
      { type: ["string", "integer"] },
      { oneOf: [{ type: "string" }, { type: "integer" }] },
    ],
    [
      "a limit of whole numbers is written otherwise",
      { type: "integer", exclusiveMaximum: 6 },
      { type: "integer", maximum: 5 },
    ],
    ["a constant becomes an enumeration of one", { const: "a" }, { enum: ["a"] }],
    ["alternatives change their order", { anyOf: [ref("A"), ref("B")] }, { anyOf: [ref("B"), ref("A")] }],
    [
      "null moves to another end of a union",
      { oneOf: [ref("A"), { type: "null" }] },
      { anyOf: [{ type: "null" }, ref("A")] },
    ],
    ["a reference is wrapped", ref("A"), { allOf: [ref("A")] }],
  ])("%s, but other words", async (_, before, after) => {
    const others = { A: { type: "string" }, B: { type: "integer" } };
    const texts = [before, after].map((schema) => text({ schemas: { ...others, Thing: schema } }));
    expect(new Set(await rulesBetween(texts[0] ?? "", texts[1] ?? ""))).toEqual(new Set(["schema-rewritten"]));
  });
});

describe("what several parts of allOf say", () => {
  it.each([
    ["of patterns", { pattern: "^a" }, { pattern: "b$" }, { pattern: "c$" }, "request-pattern-changed"],
    [
      "of conditions",
      { if: { required: ["a"] }, else: { required: ["b"] } },
      { if: { required: ["c"] }, else: { required: ["d"] } },
      { if: { required: ["e"] }, else: { required: ["d"] } },
      "request-keyword-changed",
    ],
    [
      "of unions",
      { anyOf: [{ required: ["a"] }, { required: ["b"] }] },
      { anyOf: [{ minProperties: 1 }, { required: ["c"] }] },
      { anyOf: [{ minProperties: 2 }, { required: ["c"] }] },
      "request-limit-tightened",
    ],
  ])("is compared, each of it: %s", async (_, first, second, changed, rule) => {
    const [before, after] = [thing({ allOf: [first, second] }), thing({ allOf: [first, changed] })];
    expect(await rulesBetween(before, after)).toContain(rule);
  });
});

describe("a keyword that says nothing about values of a type", () => {
  it.each([
    ["string", { minimum: 3, multipleOf: 2 }],
    ["string", { properties: { a: { type: "string" } }, required: ["a"] }],
    ["string", { items: { type: "integer" }, minItems: 2 }],
    [["integer", "null"], { maxLength: 3, pattern: "^a" }],
    [["array"], { maxProperties: 3, propertyNames: { maxLength: 3 } }],
    ["boolean", { prefixItems: [{ type: "string" }], patternProperties: { "^x": { type: "string" } } }],
  ])("means nothing beside it: %j %j", async (type, keywords) => {
    const [before, after] = [thing({ type }), thing({ type, ...keywords })];
    for (const rules of [await rulesBetween(before, after), await rulesBetween(after, before)])
      expect(rules).toEqual(["schema-rewritten"]);
  });

  it.each([
    [{ type: "string" }, { minLength: 0 }],
    [{ type: "array" }, { minItems: 0 }],
    [{ type: "object" }, { minProperties: 0 }],
    [
      { type: "object", required: ["a"] },
      { minProperties: 0, maxLength: 3 },
    ],
  ])("means nothing where it is a minimum of nothing: %j %j", async (schema, keywords) => {
    const [before, after] = [thing(schema), thing({ ...schema, ...keywords })];
    for (const rules of [await rulesBetween(before, after), await rulesBetween(after, before)])
      expect(rules).toEqual(["schema-rewritten"]);
  });

  it.each([
    ["minLength", "string"],
    ["minItems", "array"],
    ["minProperties", "object"],
  ])("is compared from one on: %s", async (keyword, type) => {
    const [none, one] = [thing({ type, [keyword]: 0 }), thing({ type, [keyword]: 1 })];
    expect(await rulesBetween(none, one)).toContain("request-limit-tightened");
    expect(await rulesBetween(one, none)).toContain("response-limit-loosened");
  });

  it.each([
    [{ type: "integer", minimum: 3 }, { type: ["integer", "string"] }, "response-limit-loosened"],
    [{ minimum: 3 }, {}, "response-limit-loosened"],
    [{ type: "array", minItems: 1 }, { type: "array" }, "response-limit-loosened"],
  ])("is compared where it may say something: %j %j", async (before, after, rule) => {
    expect(await rulesBetween(thing(before), thing(after))).toContain(rule);
  });
});

describe("a shared schema", () => {
  const paths = Object.fromEntries(
    ["A", "B", "C"].map((name) => [`/${name}`, { get: { operationId: `Get${name}`, responses: found(ref(name)) } }]),
  );
  const holder = (name: string): object => ({ type: "object", properties: { [name]: ref("Shared") } });
  const schemas = (shared: object): object => ({ A: holder("a"), B: holder("b"), C: ref("Shared"), Shared: shared });

  it("is one change with all operations that reach it", async () => {
    const before = text({ paths, schemas: schemas({ type: "string", maxLength: 5 }) });
    const after = text({ paths, schemas: schemas({ type: "string", maxLength: 9 }) });
    const { changes } = await diffTexts(before, after);
    expect(changes).toMatchObject([
      {
        rule: "response-limit-loosened",
        location: { pointer: "#/components/schemas/Shared/maxLength", operations: ["GetA", "GetB", "GetC"] },
      },
    ]);
  });

  it("that travels both ways gets both verdicts, at the same place", async () => {
    const { changes, impact } = await diffTexts(thing({ enum: ["a", "b"] }), thing({ enum: ["a", "b", "c"] }));
    expect(changes.map(({ rule, impact: { wire } }) => [rule, wire])).toEqual([
      ["response-enum-value-added", "major"],
      ["request-enum-value-added", "minor"],
    ]);
    expect(new Set(changes.map(({ location }) => location.pointer)).size).toBe(1);
    expect(impact.wire).toBe("major");
  });

  it("that refers to itself comes to an end", async () => {
    const tree = (more: object): object => ({
      type: "object",
      properties: {
        left: ref("Thing"),
        all: { type: "array", items: { anyOf: [ref("Thing"), { type: "null" }] } },
        ...more,
      },
    });
    expect(await rulesBetween(thing(tree({})), thing(tree({ name: { type: "string" } })))).toEqual([
      "request-property-added",
      "response-property-added",
    ]);
  });

  it("that refers to itself comes to an end where a form names the media type of its items", async () => {
    const list = { type: "array", items: ref("Thing") };
    const form = (description: string): string => {
      const media = { schema: { properties: { all: ref("Thing") } }, encoding: { all: { contentType: "text/plain" } } };
      const requestBody = { content: { "multipart/form-data": media } };
      const post = { operationId: "ChangeThing", description, requestBody, responses: found({}) };
      return text({ paths: { "/things": { post } }, schemas: { Thing: list } });
    };
    expect(await rulesBetween(form("a"), form("b"))).toEqual(["documentation-changed"]);
  });

  it("is recognised under another name, in use or not", async () => {
    const before = text({ schemas: { Thing: holder("a"), Shared: { type: "string" }, Unused: { enum: ["x"] } } });
    const after = before.replaceAll("Shared", "Common").replace("Unused", "Idle");
    const { changes } = await diffTexts(before, after);
    expect(changes.map(({ rule, edit }) => `${rule}: ${edit}`)).toEqual([
      "schema-renamed: schema `Shared` was renamed to `Common`",
      "schema-renamed: schema `Unused` was renamed to `Idle`",
    ]);
  });
});

describe("what only the other side writes", () => {
  const withId = (id: object): object => ({ type: "object", required: ["id"], properties: { id } });

  it("is left out of requests when it is readOnly, and out of responses when it is writeOnly", async () => {
    const readOnly = [
      { type: "string", readOnly: true },
      { type: "integer", readOnly: true },
    ]
      .map(withId)
      .map((s) => thing(s));
    const writeOnly = [
      { type: "string", writeOnly: true },
      { type: "integer", writeOnly: true },
    ]
      .map(withId)
      .map((s) => thing(s));
    expect(await rulesBetween(readOnly[0] ?? "", readOnly[1] ?? "")).toEqual(["response-type-changed"]);
    expect(await rulesBetween(writeOnly[0] ?? "", writeOnly[1] ?? "")).toEqual(["request-type-changed"]);
  });
});

describe("paths", () => {
  const path = (name: string, id: string): Parts => ({
    paths: {
      [name]: {
        get: {
          operationId: "GetThing",
          parameters: [{ name: id, in: "path", required: true, schema: { type: "string" } }],
          responses: { "204": { description: "Done." } },
        },
      },
    },
  });

  it("are the same when nothing but the name of a parameter differs", async () => {
    const diff = await diffTexts(text(path("/things/{id}", "id")), text(path("/things/{thing}", "thing")));
    expect([rules(diff.changes), impactText(diff.impact)]).toEqual([["path-parameter-renamed"], "- major - major -"]);
  });

  it("have moved when their operationId is somewhere else", async () => {
    const before = text(path("/things/{id}", "id"));
    expect(await rulesBetween(before, text(path("/v2/things/{id}", "id")))).toEqual(["path-renamed"]);
  });
});

describe("a change", () => {
  it("names the side that it is on where only one document has it", async () => {
    const without = ANNOTATION;
    const with_ = below("UpdateAnnotationRequest:", insertBelow("properties:", "Language: { type: string }"))(without);
    const line = with_.split("\n").findIndex((found) => found.includes("Language:")) + 1;
    const [added, removed] = [await diffTexts(without, with_), await diffTexts(with_, without)];
    const pointer = "#/components/schemas/UpdateAnnotationRequest/properties/Language";
    expect(added.changes.map(({ location }) => location)).toEqual([
      { file: "annotation.yaml", line, column: 9, pointer, side: "after", operations: ["UpdateAnnotation"] },
    ]);
    expect(removed.changes.map(({ location }) => location)).toEqual([
      { file: "annotation.yaml", line, column: 9, pointer, side: "before", operations: ["UpdateAnnotation"] },
    ]);
  });

  const request = (edit: TextEdit): TextEdit => below("UpdateAnnotationRequest:", edit);
  it.each([
    [
      "of a description",
      request(swap("description: The fields", "description: Fields")),
      "#/components/schemas/UpdateAnnotationRequest/description",
    ],
    [
      "of one value of an example",
      swap("Comment: this is a call", "Comment: it was"),
      "#/paths/~1v1~1Voice~1{CallSid}~1Annotation/post/requestBody/content/application~1x-www-form-urlencoded/examples/everything/value/Comment",
    ],
    ["of a tag", swap("description: The annotation of one call.", "description: Notes."), "#/tags/0/description"],
    [
      "of an extension",
      request(swap("type: object", "type: object\n      x-team: voice")),
      "#/components/schemas/UpdateAnnotationRequest/x-team",
    ],
    [
      "of a description that is gone",
      request(swap("          description: Whether the call was spam, or was taken for it.\n", "")),
      "#/components/schemas/UpdateAnnotationRequest/properties/Spam",
    ],
  ])("stands where the words are: %s", async (_, edit, pointer) => {
    const { changes } = await diffTexts(ANNOTATION, edit(ANNOTATION));
    expect(changes.map(({ impact, location }) => [impact.docs, location.pointer])).toEqual([["patch", pointer]]);
  });

  it("comes before less severe ones, and all in the same order every time", async () => {
    const edit = all(
      swap("title: Call Annotation", "title: Notes"),
      swap("human, machine]", "human]"),
      below("schemas:", below("Annotation:", insertBelow("properties:", "language: { type: string }"))),
    );
    const [before, after] = [await documentOf(ANNOTATION), await documentOf(edit(ANNOTATION))];
    const { changes } = diffDocuments(before, after);
    expect(changes.map(({ rule }) => rule)).toEqual([
      "request-enum-value-removed",
      "response-enum-value-removed",
      "response-property-added",
      "documentation-changed",
    ]);
    expect(diffDocuments(before, after)).toEqual({ changes, impact: expect.anything() });
  });

  it("of a filter's name is one in the API, as it was when the filters of call summaries were renamed", async () => {
    const filters = (...names: readonly string[]): string =>
      text({
        paths: {
          "/Summaries": {
            get: {
              operationId: "ListCallSummaries",
              parameters: names.map((name) => ({ name, in: "query", schema: { type: "boolean" } })),
              responses: { "204": { description: "Done." } },
            },
          },
        },
      });
    const { changes, impact } = await diffTexts(filters("Spam", "Branded"), filters("SpamAnnotation", "Branded"));
    expect(changes.map(({ rule, message }) => [rule, message])).toEqual([
      [
        "parameter-renamed",
        "Query parameter `Spam` was renamed to `SpamAnnotation`: requests that send the old name are refused, or it is ignored.",
      ],
    ]);
    expect(impact.wire).toBe("major");
  });
});

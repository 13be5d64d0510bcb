import { buildViews, KNOWN_VALUES } from "@earmark/openapi";
import type { Issue } from "@earmark/validation";
import { describe, expect, it } from "vitest";
import { checksOf } from "../testing/checks.ts";
import { modelOf, pathsUsing, readingOf, schemaOf, viewsOf } from "../testing/documents.ts";

/** The issues of the first alternative instead of those of a union. */
const leaves = (issues: readonly Issue[]): readonly Issue[] =>
  issues.flatMap((issue) => (issue.branches === undefined ? [issue] : leaves(issue.branches[0] ?? [])));

const Who = { type: "string", enum: ["human", "machine"] };
const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** `{ if: condition, then: false }`, as text: linters take an object with `then` for a promise. */
const refusedIf = (condition: object): object => JSON.parse(`{ "if": ${JSON.stringify(condition)}, "then": false }`);

describe("an enumeration", () => {
  it("that travels both ways is open in answers and closed in requests, under two names", async () => {
    const { views } = await viewsOf({ paths: pathsUsing(["Who"], ["Who"]), schemas: { Who } });
    expect(views.client.map(({ name, identifier, closedName }) => [name, identifier, closedName])).toEqual([
      ["Who", "Who", "WhoInput"],
      ["WhoInput", "WhoInput", undefined],
    ]);
    expect(schemaOf(views, "Who")).toEqual({ type: "string", [KNOWN_VALUES]: ["human", "machine"] });
    expect(schemaOf(views, "WhoInput")).toEqual(Who);
    expect(schemaOf(views, "Who", "strict")).toEqual(Who);
    expect(views.strict.map(({ name }) => name)).toEqual(["Who"]);
    expect([views.requestName("Who"), views.requestName("Other")]).toEqual(["WhoInput", "Other"]);
  });

  it.each([
    ["only in requests is closed", ["Who"], [], Who],
    ["only in answers is open", [], ["Who"], { type: "string", [KNOWN_VALUES]: ["human", "machine"] }],
    ["nowhere is to the letter", [], [], Who],
  ])("that travels %s, under its own name", async (_, requests, responses, want) => {
    const { views } = await viewsOf({ paths: pathsUsing(requests, responses), schemas: { Who } });
    expect(views.client.map(({ name }) => name)).toEqual(["Who"]);
    expect(schemaOf(views, "Who")).toEqual(want);
  });

  it.each<[string, object, object]>([
    ["of one value stays a constant", { type: "string", enum: ["call"] }, { type: "string", enum: ["call"] }],
    ["of one value and null stays closed", { enum: ["call", null] }, { enum: ["call", null] }],
    ["of several types stays closed", { enum: ["a", 1] }, { enum: ["a", 1] }],
    ["of booleans stays closed", { enum: [true, false] }, { enum: [true, false] }],
    ["of objects stays closed", { enum: [{ a: 1 }, { a: 2 }] }, { enum: [{ a: 1 }, { a: 2 }] }],
    ["of integers opens", { type: "integer", enum: [1, 2] }, { type: "integer", [KNOWN_VALUES]: [1, 2] }],
    ["without type opens into its type", { enum: [1, 2] }, { type: "number", [KNOWN_VALUES]: [1, 2] }],
    [
      "with null opens and keeps null",
      { enum: ["a", "b", null] },
      { type: ["string", "null"], [KNOWN_VALUES]: ["a", "b", null] },
    ],
  ])("in an answer %s", async (_, given, want) => {
    const { views } = await viewsOf({ paths: pathsUsing([], ["S"]), schemas: { S: given } });
    expect(schemaOf(views, "S")).toEqual(want);
  });
});

it.each([
  ["received", [], ["Id"], true],
  ["sent", ["Id"], [], false],
  ["sent and received", ["Id"], ["Id"], true],
  ["neither", [], [], true],
])("the greatest int64, as JSON.parse reads it, is valid where it is %s", async (_, sent, received, valid) => {
  const Id = { properties: { id: { type: "integer", format: "int64" } } };
  const { checks, strictChecks } = await checksOf({ paths: pathsUsing(sent, received), schemas: { Id } });
  const value: unknown = JSON.parse('{ "id": 9223372036854775807 }');
  expect([checks("Id", value).length === 0, strictChecks("Id", value)]).toEqual([valid, []]);
});

describe("the split", () => {
  it("reaches everything that refers to what differs, and nothing else", async () => {
    const schemas = {
      Who,
      Call: { type: "object", properties: { by: ref("Who"), at: ref("Time") } },
      Calls: { type: "array", items: ref("Call") },
      Time: { type: "string" },
    };
    const { views } = await viewsOf({ paths: pathsUsing(["Calls"], ["Calls"]), schemas });
    expect(views.client.map(({ name }) => name)).toEqual([
      "Call",
      "CallInput",
      "Calls",
      "CallsInput",
      "Time",
      "Who",
      "WhoInput",
    ]);
    expect(schemaOf(views, "CallsInput")).toEqual({ type: "array", items: ref("CallInput") });
    expect(schemaOf(views, "CallInput")).toMatchObject({ properties: { by: ref("WhoInput"), at: ref("Time") } });
    expect(schemaOf(views, "Calls")).toEqual({ type: "array", items: ref("Call") });
  });

  it("goes through recursive schemas", async () => {
    const Tree = { type: "object", properties: { who: ref("Who"), children: { type: "array", items: ref("Tree") } } };
    const { views } = await viewsOf({ paths: pathsUsing(["Tree"], ["Tree"]), schemas: { Tree, Who } });
    expect(schemaOf(views, "TreeInput")).toMatchObject({ properties: { children: { items: ref("TreeInput") } } });
  });

  it("shares no object with the other forms, since each has checks of its own", async () => {
    const A = { type: "object", properties: { a: { type: "string" } } };
    const model = await modelOf({ paths: pathsUsing(["A"], ["A"]), schemas: { A } });
    const { client, closed, strict } = buildViews(model);
    const forms = [client[0]?.schema, closed.get("#/$defs/A"), strict[0]?.schema];
    expect(forms).toEqual([A, A, A]);
    expect(new Set(forms).size).toBe(3);
    expect(new Set(forms.map((form) => (form as { properties: { a: object } }).properties.a)).size).toBe(3);
  });

  it("takes the next name where a schema has that already, and says so at that schema", async () => {
    const model = await modelOf({
      paths: pathsUsing(["Who"], ["Who"]),
      schemas: { Who, WhoInput: { type: "string" } },
    });
    const { client, diagnostics, requestName } = buildViews(model);
    expect(requestName("Who")).toBe("WhoInput2");
    expect(client.map(({ name }) => name)).toEqual(["Who", "WhoInput2", "WhoInput"]);
    expect(diagnostics).toMatchObject([
      {
        rule: "name-clash",
        severity: "warning",
        pointer: "#/components/schemas/WhoInput",
        message: expect.stringMatching(/^Who differs .* is generated as WhoInput2, since WhoInput .*; rename/),
      },
    ]);
  });

  it("gives names that collide as identifiers different ones, those that are identifiers first", async () => {
    const schemas = { "a.b": {}, "A.b": {}, "A.B": {}, AB: {}, a_b: {}, paths: {}, components: {} };
    const { views } = await viewsOf({ schemas });
    expect(views.client.map(({ name, identifier }) => [name, identifier])).toEqual([
      ["A.B", "ADotB"],
      ["A.b", "ADotB2"],
      ["AB", "AB"],
      ["a.b", "ADotB3"],
      ["a_b", "a_b"],
      ["components", "components2"],
      ["paths", "paths2"],
    ]);
  });
});

describe("a property that only one side writes", () => {
  const Call = {
    type: "object",
    required: ["sid", "secret", "name"],
    properties: { sid: { readOnly: true }, secret: { writeOnly: true }, name: {} },
  };

  it("is not required of the other side", async () => {
    const { views } = await viewsOf({ paths: pathsUsing(["Call"], ["Call"]), schemas: { Call } });
    expect(schemaOf(views, "Call")).toMatchObject({ required: ["sid", "name"] });
    expect(schemaOf(views, "CallInput")).toMatchObject({ required: ["secret", "name"] });
    expect(schemaOf(views, "Call", "strict")).toMatchObject({ required: ["sid", "secret", "name"] });
  });

  it("leaves no empty `required` behind", async () => {
    const schemas = { Call: { required: ["sid"], properties: { sid: { readOnly: true } } } };
    const { views } = await viewsOf({ paths: pathsUsing(["Call"]), schemas });
    expect(schemaOf(views, "Call")).toEqual({ properties: { sid: { readOnly: true } } });
  });

  const Base = { type: "object", properties: { sid: { readOnly: true }, secret: { writeOnly: true } } };
  const Asking = { required: ["sid", "secret", "name"] };
  it.each<[string, object]>([
    ["described by a part of allOf", { allOf: [Base], ...Asking }],
    ["described by a part of allOf that is referred to", { allOf: [ref("Base")], ...Asking }],
    ["required by another part of allOf", { allOf: [Asking, ref("Base")] }],
    ["required by another part that is referred to", { allOf: [ref("Asking"), ref("Base")] }],
    ["required by a part deep inside", { allOf: [{ allOf: [ref("Base")] }, { allOf: [{ anyOf: [Asking] }] }] }],
    ["required beside a reference", { ...ref("Base"), ...Asking }],
    ["required by what is referred to", { ...ref("Asking"), ...Base }],
    ["required by an alternative", { ...Base, oneOf: [Asking, { type: "null" }] }],
    [
      "marked where it is described elsewhere",
      { properties: { sid: ref("Sid"), secret: { allOf: [ref("Secret")] } }, ...Asking },
    ],
  ])("and is %s is not required of the other side", async (_, Call) => {
    const { checks, strictChecks } = await checksOf({
      paths: pathsUsing(["Call", "Asking"], ["Call", "Asking"]),
      schemas: { Call, Base, Asking, Sid: { readOnly: true }, Secret: { writeOnly: true } },
    });
    const missing = (issues: readonly Issue[]): string[] =>
      leaves(issues)
        .map(({ path }) => path.join("/"))
        .sort();
    expect(missing(checks("CallInput", {}))).toEqual(["name", "secret"]);
    expect(missing(checks("Call", {}))).toEqual(["name", "sid"]);
    expect(missing(strictChecks("Call", {}))).toEqual(["name", "secret", "sid"]);
    // On its own, the part asks for what it asks.
    expect(missing(checks("Asking", {}))).toEqual(["name", "secret", "sid"]);
  });

  it("is found beside a nullable composition of OpenAPI 3.0 too", async () => {
    const sid = { allOf: [ref("Sid")], nullable: true, readOnly: true };
    const schemas = { Call: { required: ["sid"], properties: { sid } }, Sid: { type: "string" } };
    const { views } = await viewsOf({ openapi: "3.0.3", paths: pathsUsing(["Call"]), schemas });
    expect(schemaOf(views, "Call")).not.toHaveProperty("required");
  });
});

describe("the validator of an answer", () => {
  const closed = { type: "object", additionalProperties: false, properties: { a: {} } };

  it.each<[string, object, unknown, boolean, boolean]>([
    ["lets an enumeration grow", Who, "robot", true, false],
    ["lets an object gain a property", closed, { b: 1 }, true, false],
    ["lets an object gain a property behind allOf", { allOf: [closed] }, { b: 1 }, true, false],
    [
      "lets an object gain a property, however that is forbidden",
      { unevaluatedProperties: false },
      { b: 1 },
      true,
      false,
    ],
    ["still checks what a map holds", { additionalProperties: { type: "string" } }, { b: 1 }, false, false],
    ["still checks types", Who, 5, false, false],
    ["lets enumerations in lists grow", { items: Who }, ["robot"], true, false],
    ["lets one of two alternatives of anyOf grow", { anyOf: [Who, { type: "null" }] }, "robot", true, false],
    ["lets a nullable oneOf grow", { oneOf: [Who, { type: "null" }] }, "robot", true, false],
    ["keeps an enumeration inside `not` to the letter", { not: Who }, "robot", true, true],
    ["keeps an enumeration inside `not` forbidden", { not: Who }, "human", false, false],
    ["keeps the condition of `if` to the letter", refusedIf(Who), "robot", true, true],
    ["keeps a condition that applies", refusedIf(Who), "human", false, false],
    ["keeps alternatives of oneOf to the letter", { oneOf: [Who, { enum: ["x", "y"] }] }, "x", true, true],
    ["keeps alternatives of oneOf closed", { oneOf: [Who, { enum: ["x", "y"] }] }, "robot", false, false],
    [
      "does not count what it does not know against a maximum",
      { contains: Who, maxContains: 1 },
      ["human", "b"],
      true,
      true,
    ],
    ["keeps an enumeration inside `not` to the letter, behind a reference", { not: ref("Who") }, "robot", true, true],
    ["keeps the condition behind a reference", refusedIf(ref("Box")), { who: "robot" }, true, true],
    ["keeps it twice negated", { not: { not: Who } }, "robot", false, false],
  ])("%s", async (_, schema, value, client, strict) => {
    const { checks, strictChecks } = await checksOf({
      paths: pathsUsing([], ["S"]),
      schemas: { S: schema, Who, Box: { type: "object", required: ["who"], properties: { who: ref("Who") } } },
    });
    expect({ client: checks("S", value).length === 0, strict: strictChecks("S", value).length === 0 }).toEqual({
      client,
      strict,
    });
  });

  it("of a schema that nothing uses is to the letter all the way down", async () => {
    const { checks } = await checksOf({
      paths: pathsUsing([], ["Who"]),
      schemas: { Unused: { properties: { by: ref("Who") } }, Who },
    });
    expect([checks("Who", "robot").length, checks("Unused", { by: "robot" }).length]).toEqual([0, 1]);
  });

  it("excludes the limit where a document of 3.1 still says so with a boolean, which is reported", async () => {
    const schemas = { S: { type: "number", minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false } };
    const { strictChecks } = await checksOf({ schemas });
    expect([0, 1, 9, 10].map((value) => strictChecks("S", value).length)).toEqual([1, 0, 0, 1]);
    expect((await readingOf({ schemas })).diagnostics).toMatchObject([
      { message: "boolean exclusiveMinimum or exclusiveMaximum in OpenAPI 3.1" },
    ]);
  });

  it("accepts null where a document of 3.1 still says `nullable`, which is reported", async () => {
    const schemas = {
      S: { properties: { a: { ...ref("Who"), nullable: true }, b: { const: 1, nullable: true } } },
      Who,
    };
    const { strictChecks } = await checksOf({ schemas });
    expect(strictChecks("S", { a: null, b: null })).toEqual([]);
    expect(strictChecks("S", { a: 1, b: 2 })).toHaveLength(2);
    expect((await readingOf({ schemas })).diagnostics).toMatchObject([
      { message: "nullable in OpenAPI 3.1", pointer: "#/components/schemas/S/properties/a" },
      { message: "nullable in OpenAPI 3.1", pointer: "#/components/schemas/S/properties/b" },
    ]);
  });

  it("of a request is to the letter", async () => {
    const { checks } = await checksOf({
      paths: pathsUsing(["S"], ["S"]),
      schemas: { S: { ...closed, properties: { a: ref("Who") } }, Who },
    });
    expect(checks("SInput", { a: "robot", b: 1 }).map(({ path, code }) => [path, code])).toEqual([
      [["a"], "enum"],
      [["b"], "additionalProperties"],
    ]);
    expect(checks("S", { a: "robot", b: 1 })).toEqual([]);
  });
});

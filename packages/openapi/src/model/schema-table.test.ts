import { describe, expect, it } from "vitest";
import { messagesOf, modelOf, readingOf } from "../testing/documents.ts";
import type { Model } from "./model.ts";

const done = { "204": { description: "Done." } };
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
const names = ({ schemas }: Model): string[] => schemas.map(({ name }) => name);

describe("schemas without a name", () => {
  it("are called after their operation", async () => {
    const inline = (type: string): object => ({ content: { "application/json": { schema: { type } } } });
    const model = await modelOf({
      paths: {
        "/a/{id}": {
          post: {
            operationId: "update-call",
            parameters: [id],
            requestBody: inline("object"),
            responses: {
              "200": { description: "", ...inline("string") },
              "404": { description: "", ...inline("number") },
              "5XX": { description: "", ...inline("null") },
              default: { description: "", ...inline("boolean") },
            },
          },
        },
      },
    });
    expect(names(model)).toEqual([
      "UpdateCall404Response",
      "UpdateCall5XXResponse",
      "UpdateCallBody",
      "UpdateCallDefaultResponse",
      "UpdateCallId",
      "UpdateCallResponse",
    ]);
    expect(model.operations[0]?.responses.map(({ status }) => status)).toEqual(["200", "404", "5XX", "default"]);
  });

  it("do not take the name of a component", async () => {
    const model = await modelOf({
      paths: { "/a/{id}": { get: { operationId: "Get", parameters: [id], responses: done } } },
      schemas: { GetId: { type: "integer" } },
    });
    expect(names(model)).toEqual(["GetId", "GetId2"]);
  });
});

describe("a schema with a pattern of another language", () => {
  it("is generated without it, with a warning at its place", async () => {
    const { model, diagnostics } = await readingOf({
      schemas: { A: { items: { pattern: "(?P<n>a)", minLength: 1 } } },
    });
    expect(model.schemas[0]?.schema).toEqual({ items: { minLength: 1 } });
    expect(diagnostics).toMatchObject([{ rule: "pattern", severity: "warning", line: 12 }]);
    expect(diagnostics[0]?.message).toMatch(/so no string is held to this one: .*Invalid group/);
  });
});

describe("a list of items, as in older drafts of JSON Schema,", () => {
  it.each(["3.0.3", "3.1.0"])("is a tuple, or with one schema the schema of all items, in %s", async (openapi) => {
    const pair = { items: [{ type: "string", nullable: true }, {}] };
    const single = { type: "array", items: [{ type: "string" }] };
    const { model, diagnostics } = await readingOf({ openapi, schemas: { pair, single } });
    expect(model.schemas.map(({ schema }) => schema)).toEqual([
      { prefixItems: [{ type: ["string", "null"] }, {}] },
      { type: "array", items: { type: "string" } },
    ]);
    expect(diagnostics.filter(({ message }) => message.startsWith("list of items"))).toHaveLength(2);
  });
});

describe("a definition within a schema", () => {
  const $defs = { Item: { type: "object", properties: { next: { $ref: "#/$defs/Item" } } } };

  it("is found from anywhere inside, and named", async () => {
    const content = { "application/json": { schema: { $ref: "#/$defs/Item", $defs } } };
    const paths = { "/a": { post: { operationId: "Send", requestBody: { content }, responses: done } } };
    const { schemas } = await modelOf({
      paths,
      schemas: { A: { type: "array", items: { $ref: "#/$defs/Item" }, $defs: { Item: { type: "string" } } } },
    });
    const named = Object.fromEntries(schemas.map(({ name, schema }) => [name, schema]));
    expect(named).toMatchObject({
      A: { items: { $ref: "#/components/schemas/Item" } },
      Item: { type: "string" },
      SendBody: { $ref: "#/components/schemas/JsonDefsItem" },
      JsonDefsItem: { properties: { next: { $ref: "#/components/schemas/JsonDefsItem" } } },
    });
  });

  it("has the same name when one of another name is added, and a longer one beside another of its name", async () => {
    const referring = (...names: string[]): object => ({
      allOf: names.map((name) => ({ $ref: `#/components/schemas/${name}/properties/x/properties/y/properties/z` })),
    });
    const nested = { properties: { x: { properties: { y: { properties: { z: { type: "string" } } } } } } };
    const namesOf = async (schemas: Record<string, object>): Promise<readonly string[]> => {
      const { schemas: read } = await modelOf({
        schemas: { ...schemas, A: nested, B: nested, R: referring("A", "B") },
      });
      return read.map(({ name }) => name).filter((name) => name.endsWith("XYZ"));
    };
    expect(await namesOf({})).toEqual(["BXYZ", "XYZ"]);
    expect(
      await namesOf({ C: nested, XYZ2: {}, Q: { items: { $ref: "#/components/schemas/C/properties/x" } } }),
    ).toEqual(["BXYZ", "XYZ"]);
  });
});

describe("a schema with an $id", () => {
  it.each([
    ["relative", "./things/", "things/"],
    ["absolute", "https://example.com/thing", "https://example.com/thing#"],
  ])("that is %s is found by it, and stands on its own", async (_, $id, ref) => {
    const Thing = {
      $id,
      type: "object",
      properties: { size: { type: "integer" }, other: { $ref: "#/components/schemas/Other" } },
    };
    const Other = { anyOf: [{ $ref: ref }, { $ref: `${ref.replace("#", "")}#/properties/size` }] };
    const model = await modelOf({ schemas: { Thing, Other } });
    const named = Object.fromEntries(model.schemas.map(({ name, schema }) => [name, schema]));
    expect(named).toEqual({
      Thing: { type: "object", properties: Thing.properties },
      ThingSize: { type: "integer" },
      Other: { anyOf: [{ $ref: "#/components/schemas/Thing" }, { $ref: "#/components/schemas/ThingSize" }] },
    });
  });
});

it("a flag that says that a property is required says it in a place where it means nothing", async () => {
  const A = { type: "object", properties: { b: { type: "string", required: true } }, required: 5 };
  const { model, diagnostics } = await readingOf({ schemas: { A } });
  expect(model.schemas).toMatchObject([{ name: "A", schema: { properties: { b: { type: "string" } } } }]);
  expect(JSON.stringify(model.schemas)).not.toContain("required");
  expect(messagesOf(diagnostics, "info")).toEqual(Array(2).fill("required that is no list of names ignored"));
});

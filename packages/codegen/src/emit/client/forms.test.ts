import { describe, expect, it } from "vitest";
import { clientOf, clientOfOperation } from "../../testing/client.ts";

describe("a form", () => {
  const form = (properties: object, encoding?: object) => ({
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": { schema: { type: "object", properties }, ...(encoding && { encoding }) },
      },
    },
  });
  const required = (operation: ReturnType<typeof form>, names: readonly string[]) => {
    const { schema, ...rest } = operation.requestBody.content["application/x-www-form-urlencoded"];
    const media = { ...rest, schema: { ...schema, required: names } };
    return { requestBody: { content: { "application/x-www-form-urlencoded": media } } };
  };
  it.each<[string, object, string]>([
    [
      "of texts and lists",
      form({ a: { type: "string" }, b: { type: "array", items: { type: "string" } } }),
      "formCodec",
    ],
    ["with an object", form({ a: { type: "object" } }), "styledFormCodec"],
    ["with an inherited object", form({ a: { allOf: [{ type: "object" }] } }), "styledFormCodec"],
    ["with a list of such", form({ a: { allOf: [{ items: { properties: {} } }] } }), "styledFormCodec"],
    ["with a style", form({ a: { type: "array" } }, { a: { style: "pipeDelimited" } }), "styledFormCodec"],
    [
      "with a list that is required",
      required(form({ a: { type: "array" }, b: { type: "string" } }), ["a"]),
      "styledFormCodec",
    ],
    [
      "with a text that is required",
      required(form({ a: { type: "array" }, b: { type: "string" } }), ["b"]),
      "formCodec",
    ],
    ["with a media type", form({ a: { type: "string" } }, { a: { contentType: "text/csv" } }), "styledFormCodec"],
  ])("%s is written by the codec that it needs", async (_what, operation, codec) => {
    const { code } = await clientOfOperation(operation);
    expect(code).toContain(`"application/x-www-form-urlencoded": { codec: $http.${codec},`);
  });
});

describe("operations that share a media type", () => {
  const codecsFor = async (mediaType: string, ...media: readonly object[]) => {
    const paths = media.map((one, index) => [
      `/${index}`,
      {
        post: {
          operationId: `Do${index}`,
          requestBody: { content: { [mediaType]: one } },
          responses: { "204": { description: "Done." } },
        },
      },
    ]);
    const { code } = await clientOf({ paths: Object.fromEntries(paths) });
    return [...code.matchAll(/codec: \$http\.(\w+)/g)].map(([, codec]) => codec);
  };
  const plain = { schema: { type: "object", properties: { a: { type: "string" } } } };
  const styled = { schema: { type: "object", properties: { a: { type: "object" } } } };
  const bytes = { schema: { type: "string", format: "binary" } };

  it.each<[string, object, string, object, string]>([
    ["application/x-www-form-urlencoded", plain, "formCodec", styled, "styledFormCodec"],
    ["*/*", bytes, "binaryCodec", plain, "anyCodec"],
    ["application/*", {}, "binaryCodec", plain, "anyCodec"],
  ])("of %s have each the codec that they need", async (type, one, codec, other, otherCodec) => {
    expect(await codecsFor(type, one, other)).toEqual([codec, otherCodec]);
    expect(await codecsFor(type, other, one)).toEqual([otherCodec, codec]);
    expect(await codecsFor(type, one, one)).toEqual([codec, codec]);
  });
});

describe("parameters with one name", () => {
  const given = (...places: readonly [name: string, place: string, required?: boolean][]) => ({
    parameters: places.map(([name, place, required = false]) => ({
      name,
      in: place,
      required,
      schema: { type: "string" },
    })),
  });

  it("are flat, or else below their place, and the definition has what that takes", async () => {
    const { code, types } = await clientOfOperation(
      given(["id", "path", true], ["id", "query"], ["id", "header", true], ["q", "query"]),
    );
    expect(types).toContain("export interface DoQuery { q?: $types.DoQ; }");
    expect(types).toContain(
      "export interface DoParameters extends DoQuery { id: $types.DoId; " +
        "readonly query?: { id?: $types.DoId2; }; readonly header: { id: $types.DoId3; }; }",
    );
    expect(code).toContain("$http.operation(/* @__PURE__ */ $http.withPlaces({ ");
  });

  it("need the wire where one is in the path", async () => {
    const some = given(["id", "path", true], ["id", "query"]);
    expect((await clientOfOperation(some)).code).not.toContain("fullWire");
    const query = { name: "query", in: "path", required: true, schema: {} };
    const { code } = await clientOfOperation({ parameters: [...some.parameters, query] });
    expect(code).toContain("wire: $http.fullWire");
  });

  it("that differ are flat, as all are", async () => {
    const { code, types } = await clientOfOperation(given(["id", "path", true], ["query", "query"]));
    expect(types).toContain("export interface DoQuery_ { query?: $types.DoQuery; }");
    expect(types).toContain("export interface DoParameters extends DoQuery_ { id: $types.DoId; }");
    expect(code).not.toContain("withPlaces");
  });
});

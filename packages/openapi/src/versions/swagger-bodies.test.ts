import { describe, expect, it } from "vitest";
import { messages, operation, upgraded } from "../testing/swagger.ts";

describe("the body of a request in Swagger 2.0", () => {
  const body = { name: "b", in: "body", required: true, description: "d", schema: { type: "string" } };
  const bodyOf = (fields: object, parts?: object): object => Object(operation(fields, parts)).requestBody;
  const json = (schema: object): object => ({ "application/json": { schema } });

  it.each<[name: string, fields: object, parts: object, want: object]>([
    [
      "a parameter",
      { parameters: [body] },
      {},
      { description: "d", content: json({ type: "string" }), required: true },
    ],
    [
      "of the types that the document consumes",
      { parameters: [{ ...body, required: false }] },
      { consumes: ["text/csv", "application/xml"] },
      {
        description: "d",
        content: { "text/csv": { schema: { type: "string" } }, "application/xml": { schema: { type: "string" } } },
        required: false,
      },
    ],
    [
      "of the types that the operation consumes",
      { parameters: [body], consumes: ["text/plain"] },
      { consumes: ["text/csv"] },
      { description: "d", content: { "text/plain": { schema: { type: "string" } } }, required: true },
    ],
    [
      "of JSON, where the operation consumes nothing",
      { parameters: [body], consumes: [] },
      { consumes: ["text/csv"] },
      { description: "d", content: json({ type: "string" }), required: true },
    ],
    [
      "with examples by type",
      { parameters: [{ name: "b", in: "body", schema: {}, "x-examples": { "application/json": { a: 1 } } }] },
      {},
      { content: { "application/json": { schema: {}, example: { a: 1 } } } },
    ],
    ["without a schema", { parameters: [{ name: "b", in: "body" }] }, {}, { content: json({}) }],
    [
      "with a type instead of a schema",
      { parameters: [{ name: "b", in: "body", type: "integer" }] },
      {},
      { content: json({ type: "integer" }) },
    ],
    [
      "that is a file",
      { parameters: [{ name: "b", in: "body", type: "file" }] },
      {},
      { content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } },
    ],
    [
      "that is shared",
      { parameters: [{ $ref: "#/parameters/Shared" }] },
      { parameters: { Shared: body } },
      { $ref: "#/components/requestBodies/Shared" },
    ],
    [
      "that is shared, of other types",
      { parameters: [{ $ref: "#/parameters/Shared" }], consumes: ["text/plain"] },
      { parameters: { Shared: body } },
      { description: "d", content: { "text/plain": { schema: { type: "string" } } }, required: true },
    ],
  ])("is %s", (_, fields, parts, want) => expect(bodyOf(fields, parts)).toEqual(want));

  const field = { name: "a", in: "formData", type: "string", required: true, description: "d" };
  const file = { name: "f", in: "formData", type: "file" };
  const forms = ["multipart/form-data", "application/x-www-form-urlencoded"];
  const form = (properties: object, required: readonly string[] = []): object => ({
    type: "object",
    properties,
    ...(required.length === 0 ? {} : { required }),
  });
  const a = { type: "string", description: "d" };

  it.each<[name: string, fields: object, parts: object, types: readonly string[], schema: object]>([
    ["urlencoded", { parameters: [field] }, {}, [forms[1] ?? ""], form({ a }, ["a"])],
    [
      "urlencoded, although JSON is consumed",
      { parameters: [field] },
      { consumes: ["application/json"] },
      [forms[1] ?? ""],
      form({ a }, ["a"]),
    ],
    ["of both kinds, in their order", { parameters: [field], consumes: forms }, {}, forms, form({ a }, ["a"])],
    [
      "multipart with a file",
      { parameters: [field, file] },
      {},
      [forms[0] ?? ""],
      form({ a, f: { type: "string", format: "binary" } }, ["a"]),
    ],
    [
      "multipart with a file, although it should be urlencoded",
      { parameters: [file], consumes: [forms[1]] },
      {},
      [forms[0] ?? ""],
      form({ f: { type: "string", format: "binary" } }),
    ],
    [
      "multipart with files",
      { parameters: [{ ...file, type: "array", items: { type: "file" } }], consumes: forms },
      {},
      [forms[0] ?? ""],
      form({ f: { type: "array", items: { type: "string", format: "binary" } } }),
    ],
    [
      "of shared fields",
      { parameters: [{ $ref: "#/parameters/A" }] },
      { parameters: { A: field } },
      [forms[1] ?? ""],
      form({ a }, ["a"]),
    ],
  ])("is a form: %s", (_, fields, parts, types, schema) => {
    const { content } = Object(bodyOf(fields, parts));
    expect(Object.keys(content)).toEqual(types);
    for (const media of Object.values<object>(content)) expect(Object(media).schema).toEqual(schema);
  });

  it.each<[format: string | undefined, want: object | undefined]>([
    [undefined, { explode: false }],
    ["csv", { explode: false }],
    ["multi", undefined],
    ["pipes", { style: "pipeDelimited", explode: false }],
    ["tsv", { explode: false, "x-collection-format": "tsv" }],
  ])("is a form with a list as %s", (collectionFormat, want) => {
    const list = { name: "a", in: "formData", type: "array", items: {}, ...(collectionFormat && { collectionFormat }) };
    const { content } = Object(bodyOf({ parameters: [list] }));
    expect(content[forms[1] ?? ""].encoding).toEqual(want && { a: want });
  });

  it("belongs to the operations of a path, unless they have their own", () => {
    const own = { name: "own", in: "body", schema: { type: "integer" } };
    const { paths } = upgraded({
      paths: {
        "/a": {
          parameters: [body, { name: "q", in: "query", type: "string" }],
          put: { responses: {} },
          post: { parameters: [own], responses: {} },
        },
        "/b": { parameters: [field], post: { parameters: [{ ...field, type: "integer" }, file], responses: {} } },
        "/c": { $ref: "#/paths/~1b" },
      },
    });
    const { "/a": one, "/b": other, "/c": same } = Object(paths);
    expect(one.parameters).toEqual([{ name: "q", in: "query", schema: { type: "string" } }]);
    expect(one.put.requestBody.content).toEqual(json({ type: "string" }));
    expect(one.post).toEqual({ responses: {}, requestBody: { content: json({ type: "integer" }) } });
    expect(other.parameters).toBeUndefined();
    expect(Object.keys(other.post.requestBody.content["multipart/form-data"].schema.properties)).toEqual(["a", "f"]);
    expect(other.post.requestBody.content["multipart/form-data"].schema.properties.a.type).toBe("integer");
    expect(same).toEqual(other);
  });

  it("is one of several, and what else there is is reported", () => {
    const parameters = [body, { ...body, name: "c" }, field];
    expect(bodyOf({ parameters })).toMatchObject({ content: json({ type: "string" }) });
    expect(bodyOf({ parameters, consumes: forms })).toMatchObject({ required: true });
    const left = (index: number): string =>
      `structure #/paths/~1a/post/parameters/${index} a second body, of which a request has one; left out`;
    expect(messages({ paths: { "/a": { post: { parameters, responses: {} } } } })).toEqual([left(1), left(2)]);
  });
});

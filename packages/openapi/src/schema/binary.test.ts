import { describe, expect, it } from "vitest";
import { modelOf, ref } from "../testing/documents.ts";
import { BINARY, describesBytes } from "./binary.ts";

it.each<[string, object, boolean]>([
  ["format binary", { type: "string", format: "binary" }, true],
  ["a media type of bytes", { type: "string", contentMediaType: "application/octet-stream" }, true],
  ["an image", { contentMediaType: "image/png" }, true],
  ["an image that is text", { type: "string", contentMediaType: "image/svg+xml" }, false],
  ["an encoded image", { type: "string", contentMediaType: "image/png", contentEncoding: "base64" }, false],
  ["JSON in a string", { type: "string", contentMediaType: "application/json" }, false],
  ["a number of a strange format", { type: "number", format: "binary" }, false],
])("%s describes bytes: %j %s", (_what, schema, isBytes) => {
  expect(describesBytes({ ...schema })).toBe(isBytes);
});

const [string, bytes] = [{ type: "string", format: "binary", maxLength: 9 }, { [BINARY]: true }];
const object = (file: object) => ({ type: "object", properties: { file } });

/** The schemas that are read where operations send or receive one by these media types. */
async function readWith(schema: object, mediaTypes: readonly string[], schemas: Record<string, unknown> = {}) {
  const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema }]));
  const responses = { "200": { description: "Found.", content } };
  const paths = { "/a": { post: { operationId: "send", requestBody: { content }, responses } } };
  const model = await modelOf({ paths, schemas });
  const names = new Map(model.schemas.map((entry) => [entry.name, entry.schema]));
  const bodyNames = model.operations[0]?.requestBody?.content.map((media) => media.schema);
  return { model, bodyNames, read: (name: string) => names.get(name), names: [...names.keys()] };
}

describe("bytes are", () => {
  it.each<[what: string, mediaType: string, given: object, want: object]>([
    ["a Blob as a whole body", "application/pdf", string, bytes],
    ["a string as a whole body of JSON", "application/json", string, string],
    ["a string in JSON", "application/json", object(string), object(string)],
    ["a string in JSON of a vendor", "application/vnd.a+json", object(string), object(string)],
    ["a Blob as a part of a form", "multipart/form-data", object(string), object(bytes)],
    ["Blobs as parts of a form", "multipart/form-data", object({ items: string }), object({ items: bytes })],
    ["a string in an object that is a part", "multipart/form-data", object(object(string)), object(object(string))],
    [
      "a Blob in each alternative of a form",
      "multipart/form-data",
      { oneOf: [object({ anyOf: [string, { type: "null" }] }), { allOf: [object(string)] }] },
      { oneOf: [object({ anyOf: [bytes, { type: "null" }] }), { allOf: [object(bytes)] }] },
    ],
    ["a string below what is no form", "application/xml", object(string), object(string)],
  ])("%s", async (_what, mediaType, given, want) => {
    const { read } = await readWith(given, [mediaType]);
    expect(read("SendBody")).toEqual(want);
  });

  it("strings in a schema that nothing uses, in parameters and in headers", async () => {
    const responses = { "200": { description: "Found.", headers: { H: { schema: string } } } };
    const parameters = [{ name: "p", in: "query", schema: string }];
    const paths = { "/a": { get: { operationId: "get", parameters, responses } } };
    const { schemas, operations } = await modelOf({ paths, schemas: { Csv: string } });
    expect(schemas.map(({ schema }) => schema)).toEqual([string, string]);
    expect(operations[0]?.responses[0]?.headers[0]?.schema).toEqual(string);
  });

  it("what they are where a schema is used, by reference too", async () => {
    const schemas = { File: string, Upload: object(ref("File")) };
    const form = await readWith(ref("Upload"), ["multipart/form-data"], schemas);
    expect([form.read("File"), form.read("Upload")]).toEqual([bytes, object(ref("File"))]);
    const json = await readWith(ref("Upload"), ["application/json"], schemas);
    expect([json.read("File"), json.read("Upload")]).toEqual([string, object(ref("File"))]);
  });

  it("both under two names in a schema that JSON and a form have", async () => {
    const schemas = { File: string, Upload: object(ref("File")), Other: object({ type: "string" }) };
    const mediaTypes = ["application/json", "multipart/form-data"];
    const { read, names, bodyNames, model } = await readWith(ref("Upload"), mediaTypes, schemas);
    expect(names).toEqual(["File", "FileBytes", "Other", "Upload", "UploadBytes"]);
    expect(bodyNames).toEqual(["Upload", "UploadBytes"]);
    expect([read("File"), read("Upload")]).toEqual([string, object(ref("File"))]);
    expect([read("FileBytes"), read("UploadBytes")]).toEqual([bytes, object(ref("FileBytes"))]);
    expect(model.schemaNamed("FileBytes")).toMatchObject({
      inRequests: true,
      inResponses: true,
      pointer: ref("File").$ref,
    });
    const { properties } = read("UploadBytes") as { properties: { file: object } };
    expect(model.pointerOf({ ...properties }.file as never)).toBe("#/components/schemas/Upload/properties/file");
    expect((await readWith(ref("Other"), mediaTypes, schemas)).bodyNames).toEqual(["Other", "Other"]);
  });

  it("a Blob in a form, and a string in an object of the same schema that is a part of it", async () => {
    const Tree = { properties: { file: string, more: { items: ref("Tree") } }, allOf: [ref("Base")] };
    const { read } = await readWith(ref("Tree"), ["multipart/form-data"], { Tree, Base: object({ oneOf: [string] }) });
    expect([read("Tree"), read("Base")]).toEqual([Tree, object({ oneOf: [string] })]);
    expect(read("BaseBytes")).toEqual(object({ oneOf: [bytes] }));
    expect(read("TreeBytes")).toEqual({
      properties: { file: bytes, more: { items: ref("Tree") } },
      allOf: [ref("BaseBytes")],
    });
  });
});

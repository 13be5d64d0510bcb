import { describe, expect, it } from "vitest";
import { messagesOf, readingOf } from "../testing/documents.ts";

const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";

async function encodingOf(openapi: string, mediaType: string, encoding: object) {
  const content = { [mediaType]: { schema: { type: "object" }, encoding: { a: encoding } } };
  const post = { operationId: "Do", requestBody: { content }, responses: { "204": { description: "Done." } } };
  const { model, diagnostics } = await readingOf({ openapi, paths: { "/a": { post } } });
  return { encoding: model.operations[0]?.requestBody?.content[0]?.encoding.a, said: messagesOf(diagnostics, "info") };
}

const OF_FORMS = "encoding ignored, as OpenAPI says of all but forms";

describe("the style of a property counts", () => {
  it.each<[string, string]>([
    ["3.0.3", FORM],
    ["3.1.0", FORM],
    ["3.1.0", `${FORM}; charset=utf-8`],
    ["3.1.0", MULTIPART],
  ])("in OpenAPI %s, in a body of type %s", async (openapi, mediaType) => {
    const { encoding, said } = await encodingOf(openapi, mediaType, { style: "deepObject", explode: true });
    expect(encoding).toMatchObject({ style: "deepObject", explode: true });
    expect(said).toEqual([]);
  });
});

describe("the style of a property is ignored, and said to be", () => {
  it.each<[string, string, readonly string[]]>([
    ["3.0.3", MULTIPART, ["style", "explode"].map((name) => `${name} of an encoding ignored, as OpenAPI says`)],
    ["3.0.3", "application/json", [OF_FORMS]],
    ["3.1.0", "application/json", [OF_FORMS]],
  ])("in OpenAPI %s, in a body of type %s", async (openapi, mediaType, wanted) => {
    const { encoding, said } = await encodingOf(openapi, mediaType, {
      style: "form",
      explode: true,
      contentType: "text/csv",
    });
    expect(encoding).toMatchObject({
      style: undefined,
      explode: undefined,
      allowReserved: false,
      contentType: "text/csv",
    });
    expect(said).toEqual(wanted);
  });
});

it("the headers of a part are said to be left out", async () => {
  const { said } = await encodingOf("3.1.0", MULTIPART, { headers: { "X-Rate": { schema: {} } } });
  expect(said).toEqual(["headers of a part left out: no FormData has them"]);
});

describe("a header of a response", () => {
  const headersOf = async (header: object, name = "X-A") => {
    const responses = { "204": { description: "Done.", headers: { [name]: header } } };
    const { model, diagnostics } = await readingOf({ paths: { "/a": { get: { operationId: "Get", responses } } } });
    const said = diagnostics.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
    return { headers: model.operations[0]?.responses[0]?.headers, said };
  };
  const json = (schema: object) => ({ content: { "application/json": { schema } } });
  const plain = (schema?: unknown) => ({ content: { "text/plain": schema === undefined ? {} : { schema } } });

  it.each<[string, object, object]>([
    ["a schema", { schema: { type: "integer" }, required: true }, { schema: { type: "integer" }, required: true }],
    ["nothing", {}, { schema: {}, required: false }],
    ["JSON", json({ type: "object" }), { schema: { type: "object" }, isJson: true }],
    [
      "JSON of another name",
      { content: { "application/vnd.a+json": { schema: { type: "array" } } } },
      { schema: { type: "array" }, isJson: true },
    ],
    ["a string", plain({ type: "string", description: "Plain." }), { schema: { type: "string" }, isJson: false }],
    ["a media type alone", plain(), { schema: { type: "string" }, isJson: false }],
    ["a schema before content", { schema: { type: "integer" }, ...json({}) }, { schema: { type: "integer" } }],
  ])("is described by %s", async (_what, header, want) => {
    expect(await headersOf(header)).toEqual({ headers: [expect.objectContaining(want)], said: [] });
  });

  it.each([{ type: "integer" }, { type: "string", minLength: 5 }, { type: ["string", "null"] }, false])(
    "that is not JSON is a string, and its schema is said to be left out: %j",
    async (schema) => {
      expect(await headersOf(plain(schema))).toEqual({
        headers: [expect.objectContaining({ schema: { type: "string" }, isJson: false })],
        said: ["info left-out: schema of a header of type text/plain left out: a client gets its string"],
      });
    },
  );

  it("of several media types is taken for the first, with a warning", async () => {
    const content = { ...json({ type: "integer" }).content, "text/plain": {} };
    expect(await headersOf({ content })).toEqual({
      headers: [expect.objectContaining({ schema: { type: "integer" }, isJson: true })],
      said: ["warning structure: expected content of one media type, received 2; taken for application/json"],
    });
  });

  it.each(["Content-Type", "content-type"])("called %s is ignored, and said to be", async (name) => {
    expect(await headersOf({ schema: { enum: ["text/csv"] } }, name)).toEqual({
      headers: [],
      said: ["info ignored: header Content-Type of a response ignored, as OpenAPI says"],
    });
  });
});

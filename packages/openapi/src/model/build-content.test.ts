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

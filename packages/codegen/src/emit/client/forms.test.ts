import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { viewsOf } from "../../testing/documents.ts";
import { emitClient } from "./index.ts";

const done = { "204": { description: "Done." } };

/** The module and its declarations for one operation, on one line each. */
async function clientOf(operation: object, rest: Parts = {}) {
  const path = JSON.stringify(operation).includes('"in":"path"') ? "/things/{id}" : "/things";
  const { model, views } = await viewsOf({
    servers: [{ url: "https://api.example" }],
    paths: { [path]: { post: { operationId: "Do", parameters: [], responses: done, ...operation } } },
    ...rest,
  });
  const [code = "", types = ""] = emitClient(model, views).map(({ text }) => text.replaceAll(/\s+/g, " "));
  return { code, types };
}

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
    const { code } = await clientOf(operation);
    expect(code).toContain(`"application/x-www-form-urlencoded": ${codec} }`);
  });
});

describe("operations that share a media type", () => {
  const codecsFor = async (mediaType: string, ...media: readonly object[]) => {
    const paths = media.map((one, index) => [
      `/${index}`,
      { post: { operationId: `Do${index}`, requestBody: { content: { [mediaType]: one } }, responses: done } },
    ]);
    const { model, views } = await viewsOf({ paths: Object.fromEntries(paths) });
    const [{ text } = { text: "" }] = emitClient(model, views);
    return /codecs: \{ "[^"]+": (\w+) \}/.exec(text)?.[1];
  };
  const plain = { schema: { type: "object", properties: { a: { type: "string" } } } };
  const styled = { schema: { type: "object", properties: { a: { type: "object" } } } };
  const bytes = { schema: { type: "string", format: "binary" } };

  it.each<[string, object, object, string]>([
    ["application/x-www-form-urlencoded", plain, styled, "styledFormCodec"],
    ["*/*", bytes, plain, "anyCodec"],
    ["application/*", {}, plain, "anyCodec"],
  ])("of %s have the codec that suits them all, in whichever order they come", async (type, one, other, codec) => {
    expect(await codecsFor(type, one, other)).toBe(codec);
    expect(await codecsFor(type, other, one)).toBe(codec);
    expect(await codecsFor(type, one, other, one)).toBe(codec);
    expect(await codecsFor(type, one, one)).not.toBe(codec);
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
  const own = (place: string) => `$types.operations["Do"]["parameters"]["${place}"]`;

  it("are flat, or else below their place, and make the client carry what that takes", async () => {
    const { code, types } = await clientOf(
      given(["id", "path", true], ["id", "query"], ["id", "header", true], ["q", "query"]),
    );
    expect(types).toContain(
      `export type DoParameters = ${own("path")} & Omit<NonNullable<${own("query")}>, "id"> & ` +
        `{ readonly query?: Pick<NonNullable<${own("query")}>, "id"> } & { readonly header: ${own("header")} };`,
    );
    expect(code).toContain("const definition = withPlaces({ ");
    expect(code).toMatch(/import \{[^}]* withPlaces,? \} from "@earmark\/http"/);
  });

  it("make the client carry the wire where one is in the path", async () => {
    const some = given(["id", "path", true], ["id", "query"]);
    expect((await clientOf(some)).code).not.toContain("fullWire");
    const query = { name: "query", in: "path", required: true, schema: {} };
    const { code } = await clientOf({ parameters: [...some.parameters, query] });
    expect(code).toContain("wire: fullWire");
  });

  it("that differ are flat, as all are", async () => {
    const { code, types } = await clientOf(given(["id", "path", true], ["query", "query"]));
    expect(types).toContain(`export type DoParameters = ${own("path")} & NonNullable<${own("query")}>;`);
    expect(code).not.toContain("withPlaces");
  });
});

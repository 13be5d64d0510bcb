import { report } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { failure } from "../testing/definition.ts";
import { fullClient, getting } from "../testing/full-definition.ts";
import { json, serve, type TestAnswer, text, truncated } from "../testing/serve.ts";

const png = new Uint8Array([137, 80, 78, 71, 255, 0]);
const image: TestAnswer = (response) => response.writeHead(200, { "content-type": "image/png" }).end(png);
const typed = (type: string, body: string, status = 200) => text(status, body, { "content-type": type });
const several = { "application/json": {}, "text/*": {}, "image/*": {}, "application/x-ndjson": {} };

async function ask(responses: Parameters<typeof getting>[0]["responses"], ...answers: TestAnswer[]) {
  const server = await serve(...answers);
  const client = fullClient(getting({ ...(responses && { responses }) }), { baseUrl: server.url });
  return { server, client, value: await client.call().catch((error: unknown) => error) };
}

describe("answers", () => {
  it.each<[string, TestAnswer, unknown]>([
    ["JSON", json(200, { a: 1 }), { a: 1 }],
    ["JSON with a suffix that the document does not name", typed("application/hal+json", "[1]"), [1]],
    ["text", typed("text/csv; charset=utf-8", "a,b"), "a,b"],
  ])("of several media types are read as %s", async (_, answer, want) => {
    const { value } = await ask({ "200": { content: several } }, answer);
    expect(value).toEqual(want);
  });

  it.each<[string, TestAnswer, unknown]>([
    ["JSON", json(200, { a: 1 }), { a: 1 }],
    ["JSON by its suffix", typed("application/hal+json", "[1]"), [1]],
    ["text", typed("text/plain; charset=utf-8", "a,b"), "a,b"],
  ])("of any media type, but with a schema, are read as %s", async (_, answer, want) => {
    const { value } = await ask({ "200": { content: { "*/*": { schema: "Thing" } } } }, answer);
    expect(value).toEqual(want);
  });

  it.each([{}, { schema: "Thing" }])(
    "of a range with a suffix are JSON, and asked for by the larger range: %j",
    async (media) => {
      const responses = { "200": { content: { "application/*+json": media, "text/csv": {} } } };
      const { value, server } = await ask(responses, typed("application/vnd.x+json; v=1", '{"a":1}'));
      expect(value).toEqual({ a: 1 });
      expect(server.received[0]?.headers.accept).toBe("application/*, text/csv");
      expect((await ask(responses, typed("text/csv", "[1]"))).value).toBe("[1]");
    },
  );

  it.each<[string, TestAnswer]>([
    ["{}", image],
    ["{ schema }", image],
    ["{}", json(200, {})],
  ])("of any media type %s are a Blob where they are bytes, or nothing says what they are", async (media, answer) => {
    const known = media === "{}" ? {} : { schema: "Thing" };
    expect((await ask({ "200": { content: { "*/*": known } } }, answer)).value).toBeInstanceOf(Blob);
  });

  it.each<[string, string, string]>([
    ["the same one, not one that begins like it", "application/json", "A"],
    ["the same one in other letters", "Application/JSON; charset=utf-8", "A"],
    ["the one with the same parameters", "application/json; charset=utf-8; version=2", "Two"],
    ["the first one where the parameters differ", "application/json; version=3", "A"],
  ])("are checked by the schema of %s", async (_what, type, schema) => {
    const content = {
      "application/json-patch+json": { schema: "Patch" },
      "application/json": { schema: "A" },
      "application/json;version=2": { schema: "Two" },
    };
    const server = await serve(typed(type, "{}"));
    const checked: string[] = [];
    const responses = Object.fromEntries(
      Object.values(content).map((media) => [media.schema, () => checked.push(media.schema) > 0]),
    );
    await fullClient(getting({ responses: { "200": { content } } }), { baseUrl: server.url }, { responses }).call();
    expect(new Set(checked)).toEqual(new Set([schema]));
  });

  it("that are bytes are a Blob, byte by byte, though cut off at first", async () => {
    const { value, server } = await ask({ "2XX": { content: several } }, truncated, image);
    expect(server.received).toHaveLength(2);
    expect(value).toBeInstanceOf(Blob);
    expect((value as Blob).type).toBe("image/png");
    expect(new Uint8Array(await (value as Blob).arrayBuffer())).toEqual(png);
  });

  it("of JSON in lines are a Blob, not broken JSON", async () => {
    const { value } = await ask({ default: { content: several } }, typed("application/x-ndjson", "{}\n{}\n"));
    expect(await (value as Blob).text()).toBe("{}\n{}\n");
  });

  it("are not checked when they are bytes, and are when they are not", async () => {
    const server = await serve(image, json(200, {}));
    const content = { "application/json": { schema: "Thing" }, "image/png": { schema: "Thing" } };
    const operation = getting({ responses: { "200": { content } } });
    const responses = {
      Thing: (_: unknown, issues?: Parameters<typeof report>[0]) => !report(issues, [], "type", "x"),
    };
    const options = { baseUrl: server.url, responseValidation: "throw" } as const;
    const { call } = fullClient(operation, options, { responses });
    await expect(call()).resolves.toBeInstanceOf(Blob);
    await expect(call()).rejects.toMatchObject({ name: "ResponseValidationError" });
  });

  it.each<[string, Record<string, object>, TestAnswer]>([
    ["204", { "200": { content: several }, "204": {} }, text(204, "")],
    ["205", { "2XX": {} }, text(205, "")],
    ["304", { "200": { content: several }, "304": {} }, text(304, "")],
    ["204 with content of its own", { "204": { content: several } }, text(204, "")],
    ["205 of a range with content", { "2XX": { content: { "image/png": {} } } }, text(205, "")],
    ["204 that only the default knows", { default: { content: { "text/plain": {} } } }, text(204, "")],
    ["204 that the document does not know", { "200": { content: several } }, text(204, "")],
    ["200 without content", { "200": {} }, typed("text/html", "ignored")],
  ])("without a body are undefined: %s", async (_, responses, answer) => {
    expect((await ask(responses, answer)).value).toBeUndefined();
  });

  it.each<[string, Record<string, object>, string]>([
    [
      "all of its successes",
      { "200": { content: several }, "4XX": { content: { "text/html": {} } } },
      "application/json, text/*, image/*, application/x-ndjson",
    ],
    ["ranges", { "2XX": { content: { "text/csv": {} } } }, "text/csv"],
    ["the default, if that is all", { default: { content: { "image/png": {} } } }, "image/png"],
    [
      "JSON, for errors, if there is none",
      { "204": {}, default: { content: { "image/png": {} } } },
      "application/json",
    ],
  ])("are asked for in the media types of %s", async (_, responses, accept) => {
    const { server, client } = await ask(responses, image);
    expect(server.received[0]?.headers.accept).toBe(accept);
    await client.call({ headers: { accept: "text/x" } });
    expect(server.received[1]?.headers.accept).toBe("text/x");
    // The types of the raw client know no paths of this document.
    const { response } = await (
      client.raw as unknown as { GET(path: string, init: object): Promise<{ response: Response }> }
    ).GET("/v1/things", { parseAs: "stream" });
    expect(server.received[2]?.headers.accept).toBe(accept);
    expect(response).toBeInstanceOf(Response);
  });

  it("that are errors are text or JSON, whatever a success is", async () => {
    const { value } = await ask({ "200": { content: { "image/png": {} } } }, json(400, { code: 7, message: "no" }));
    expect(value).toMatchObject({ name: "BadRequestError", code: 7, body: { message: "no" } });
    const undeclared = await ask({ "200": {} }, text(304, ""));
    expect(undeclared.value).toMatchObject({ name: "ApiError", status: 304 });
  });

  it("that promise JSON and bring something else are an error", async () => {
    const { value } = await ask({ "200": { content: { "application/json": {} } } }, typed("text/html", "<p>"));
    expect(value).toMatchObject({ name: "ResponseValidationError" });
    const error = await failure(async () => {
      throw value;
    });
    expect(error.message).not.toContain("<p>");
  });
});

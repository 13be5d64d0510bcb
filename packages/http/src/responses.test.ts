import { report } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { clientOf } from "./testing/client-parts.ts";
import { definition, failure } from "./testing/definition.ts";
import { fullClient, getting } from "./testing/full-definition.ts";
import { json, type Responder, serve, text, truncated } from "./testing/serve.ts";

const png = new Uint8Array([137, 80, 78, 71, 255, 0]);
const image: Responder = (response) => response.writeHead(200, { "content-type": "image/png" }).end(png);
const typed = (type: string, body: string, status = 200) => text(status, body, { "content-type": type });
const several = { "application/json": {}, "text/*": {}, "image/*": {}, "application/x-ndjson": {} };

async function ask(responses: Parameters<typeof getting>[0]["responses"], ...responders: Responder[]) {
  const server = await serve(...responders);
  const client = fullClient(getting({ ...(responses && { responses }) }), { baseUrl: server.url });
  return { server, client, value: await client.call().catch((error: unknown) => error) };
}

describe("responses", () => {
  it.each<[string, Responder, unknown]>([
    ["JSON", json(200, { a: 1 }), { a: 1 }],
    ["JSON with a suffix that the document does not name", typed("application/hal+json", "[1]"), [1]],
    ["text", typed("text/csv; charset=utf-8", "a,b"), "a,b"],
  ])("of several media types are read as %s", async (_, respond, want) => {
    const { value } = await ask({ "200": { content: several } }, respond);
    expect(value).toEqual(want);
  });

  it.each<[string, Responder, unknown]>([
    ["JSON", json(200, { a: 1 }), { a: 1 }],
    ["JSON by its suffix", typed("application/hal+json", "[1]"), [1]],
    ["text", typed("text/plain; charset=utf-8", "a,b"), "a,b"],
  ])("of any media type, but with a schema, are read as %s", async (_, respond, want) => {
    const { value } = await ask({ "200": { content: { "*/*": { schema: "Thing" } } } }, respond);
    expect(value).toEqual(want);
  });

  it.each([{}, { schema: "Thing" }])("of a range with a suffix are JSON: %j", async (media) => {
    const responses = { "200": { content: { "application/*+json": media, "text/csv": {} } } };
    const { value } = await ask(responses, typed("application/vnd.x+json; v=1", '{"a":1}'));
    expect(value).toEqual({ a: 1 });
    expect((await ask(responses, typed("text/csv", "[1]"))).value).toBe("[1]");
  });

  it.each<[string, Responder]>([
    ["{}", image],
    ["{ schema }", image],
    ["{}", json(200, {})],
  ])("of any media type %s are a Blob where they are bytes, or nothing says what they are", async (media, respond) => {
    const known = media === "{}" ? {} : { schema: "Thing" };
    expect((await ask({ "200": { content: { "*/*": known } } }, respond)).value).toBeInstanceOf(Blob);
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

  it("of JSON in lines are a Blob, not broken JSON; a string, where the table says that", async () => {
    const respond = typed("application/x-ndjson", "{}\n{}\n");
    const { value } = await ask({ default: { content: several } }, respond);
    expect(await (value as Blob).text()).toBe("{}\n{}\n");
    const known = { default: { content: { ...several, "application/x-ndjson": { text: true } } } };
    expect((await ask(known, respond)).value).toBe("{}\n{}\n");
  });

  it.each<[string, string, Responder, boolean]>([
    ["JSON", "*/*", json(200, {}), true],
    ["JSON by its suffix", "application/*", typed("application/hal+json", "{}"), true],
    ["bytes", "*/*", image, false],
    ["XML", "*/*", typed("text/xml", "<a/>"), false],
    ["JSON in lines", "application/*", typed("application/x-ndjson", "{}"), false],
    ["what has no type", "*/*", (response) => response.writeHead(200).end("a"), false],
  ])("of a range are checked if they are JSON: %s", async (_, range, respond, isChecked) => {
    const server = await serve(respond);
    const responses = {
      Thing: (_value: unknown, issues?: Parameters<typeof report>[0]) => !report(issues, [], "type", "x"),
    };
    const operation = getting({ responses: { "200": { content: { [range]: { schema: "Thing" } } } } });
    const options = { baseUrl: server.url, responseValidation: "throw" } as const;
    const name = await fullClient(operation, options, { responses })
      .call()
      .then(
        () => undefined,
        (error: Error) => error.name,
      );
    expect(name).toBe(isChecked ? "ResponseValidationError" : undefined);
  });

  it.each<[string, Record<string, object>, Responder]>([
    ["204", { "200": { content: several }, "204": {} }, text(204, "")],
    ["205", { "2XX": {} }, text(205, "")],
    ["304", { "200": { content: several }, "304": {} }, text(304, "")],
    ["204 with content of its own", { "204": { content: several } }, text(204, "")],
    ["205 of a range with content", { "2XX": { content: { "image/png": {} } } }, text(205, "")],
    ["204 that only the default knows", { default: { content: { "text/plain": {} } } }, text(204, "")],
    ["204 that the document does not know", { "200": { content: several } }, text(204, "")],
    ["200 without content", { "200": {} }, typed("text/html", "ignored")],
  ])("without a body are undefined: %s", async (_, responses, respond) => {
    expect((await ask(responses, respond)).value).toBeUndefined();
  });

  it.each([
    ["what the table says", { accept: "text/csv, application/problem+json" }, "text/csv, application/problem+json"],
    ["JSON, if it says nothing", {}, "application/json"],
  ])("are asked for as %s, unless a call says otherwise", async (_, accept, want) => {
    const server = await serve(image);
    const operation = getting({ ...accept, responses: { "200": { content: { "image/png": {} } } } });
    const lean = clientOf<ReturnType<typeof fullClient>>(
      { ...definition, credentials: [], operations: { call: operation } },
      { baseUrl: server.url },
    );
    for (const client of [lean, fullClient(operation, { baseUrl: server.url })]) {
      await client.call();
      await client.call({ headers: { accept: "text/x" } });
      // The types of the raw client know no paths of this document.
      const { response } = await (
        client.raw as unknown as { GET(path: string, init: object): Promise<{ response: Response }> }
      ).GET("/v1/things", { parseAs: "stream" });
      expect(response).toBeInstanceOf(Response);
    }
    const asked = [want, "text/x", want];
    expect(server.received.map(({ headers }) => headers.accept)).toEqual([...asked, ...asked]);
  });

  it("that are errors are text or JSON, whatever a success is", async () => {
    const { value } = await ask({ "200": { content: { "image/png": {} } } }, json(400, { code: 7, message: "no" }));
    expect(value).toMatchObject({ name: "BadRequestError", code: 7, body: { message: "no" } });
    const undeclared = await ask({ "200": {} }, text(304, ""));
    expect(undeclared.value).toMatchObject({ name: "ApiError", status: 304 });
  });

  it.each(["application/json", "application/*+json"])(
    "that promise JSON and bring something else are an error: %s",
    async (promised) => {
      const content = { [promised]: { schema: "Thing" } };
      const { value } = await ask({ "200": { content } }, typed("text/html", "<p>"));
      expect(value).toMatchObject({ name: "ResponseValidationError" });
      const error = await failure(async () => {
        throw value;
      });
      expect(error.message).not.toContain("<p>");
    },
  );
});

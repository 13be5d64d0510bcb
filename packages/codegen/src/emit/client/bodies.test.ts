import { readFile } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { installedClient } from "../../testing/client.ts";
import { serve } from "../../testing/serve.ts";

// What is validated, generated and called: a real server says what arrives.

type Send = (body: unknown, options?: object) => Promise<unknown>;

/** The method of a generated client, and a server that repeats what it is sent as what the document promises. */
async function generated(content: object, direction: "request" | "response", components: Parts = {}) {
  const empty = { "204": { description: "Done." } };
  const operation =
    direction === "request"
      ? { requestBody: { required: true, content }, responses: empty }
      : {
          requestBody: { required: true, content: { "application/octet-stream": {} } },
          responses: { "200": { description: "Found.", content } },
        };
  const folder = await installedClient({
    paths: { "/a": { post: { operationId: "Send", ...operation } } },
    ...components,
  });
  const generated = join(folder, "node_modules/@earmark/test-client/src/generated");
  const { createTestClient } = await import(pathToFileURL(join(generated, "client.gen.js")).href);

  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const [mediaType = ""] = Object.keys(content);
  const { url: baseUrl } = await serve(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    received.push({ headers: request.headers, body });
    if (direction === "request") response.writeHead(204).end();
    else response.writeHead(200, { "content-type": mediaType.replaceAll("*", "x") }).end(body);
  });
  const client: { send: Send } = createTestClient({ baseUrl, responseValidation: "throw" });
  return { send: client.send, received, code: await readFile(join(generated, "functions.gen.js"), "utf8") };
}

const rows = { type: "array", items: { type: "object", required: ["id"] } };
const pet = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const long = { type: "string", minLength: 5 };

/** Media type, schema, and a string that is right although the schema, taken literally, does not allow it. */
const MEANINGS: readonly (readonly [mediaType: string, schema: object, body: string])[] = [
  ["text/xml", pet, "<pet/>"],
  ["text/xml; charset=utf-8", pet, "<pet/>"],
  ["text/xml", long, "<a/>"],
  ["text/csv", rows, "id\n1\n"],
  ["text/csv; header=present", rows, "id\n1\n"],
  ["TEXT/CSV", rows, "id\n1\n"],
  ["text/tab-separated-values", rows, "id\n1\n"],
  ["text/yaml", pet, "name: a"],
  ["text/event-stream", rows, "data: {}\n\n"],
  ["text/plain", { type: "integer" }, "5"],
  ["text/plain", { type: ["integer", "null"] }, "5"],
  ["text/plain", { $ref: "#/components/schemas/Number" }, "5"],
  ["text/plain", { allOf: [{ $ref: "#/components/schemas/Number" }, { maximum: 5 }] }, "5"],
  ["text/plain", { oneOf: [{ type: "integer" }, { type: "boolean" }] }, "5"],
  ["text/plain", { enum: [1, 2] }, "1"],
  ["text/plain", { const: 1 }, "1"],
  ["text/html", { properties: { a: {} }, required: ["a"] }, "<p>"],
  ["application/xml", pet, "<pet/>"],
  ["application/xml", long, "<a/>"],
  ["application/atom+xml", pet, "<feed/>"],
  ["application/vnd.acme.v1+xml; charset=utf-8", pet, "<pet/>"],
  ["application/jsonl", rows, "{}\n{}\n"],
  ["application/x-ndjson", pet, "{}\n{}\n"],
  ["application/json-seq", rows, "\u001e{}\n"],
  ["application/geo+json-seq", rows, "\u001e{}\n"],
  ["application/yaml", pet, "name: a"],
  ["application/vnd.oai.openapi+yaml", pet, "name: a"],
  ["application/csv", rows, "id\n1\n"],
];
const components = { schemas: { Number: { type: "integer" }, Text: { type: "string", minLength: 5 } } };

describe.each(["request", "response"] as const)("a %s", (direction) => {
  it.each(MEANINGS)("of %s is a string, whose meaning %j describes: %j", async (mediaType, schema, body) => {
    const { send, received, code } = await generated({ [mediaType]: { schema } }, direction, components);
    expect(await send(body)).toBe(direction === "request" ? undefined : body);
    expect(received[0]?.body).toBe(body);
    if (direction === "request") expect(received[0]?.headers["content-type"]).toBe(mediaType);
    // A check that nothing uses would stay in the bundle.
    expect(code).not.toContain("$checks");
  });

  it.each<[string, object]>([
    ["text/plain", long],
    ["text/plain; charset=utf-8", long],
    ["text/html", long],
    ["text/csv", long],
    ["text/markdown", { type: ["string", "null"], minLength: 5 }],
    ["text/plain", { $ref: "#/components/schemas/Text" }],
    ["text/plain", { allOf: [{ $ref: "#/components/schemas/Text" }] }],
    ["text/plain", { anyOf: [{ type: "integer" }, long] }],
    ["text/plain", { const: "right" }],
    ["text/plain", { enum: ["right", 1] }],
    ["text/plain", { minLength: 5 }],
  ])("of %s is held to a schema that allows strings: %j", async (mediaType, schema) => {
    const { send } = await generated({ [mediaType]: { schema } }, direction, components);
    expect(await send("right")).toBe(direction === "request" ? undefined : "right");
    // Of what is received, an enumeration may grow.
    if (direction === "response" && "enum" in schema) return;
    await expect(send("a")).rejects.toThrow(direction === "request" ? /^Not sent: body must/ : /breaks the document/);
  });

  it.each(["application/json", "application/merge-patch+json", "application/vnd.x+json; v=1"])(
    "of %s is held to its schema",
    async (mediaType) => {
      const { send } = await generated({ [mediaType]: { schema: pet } }, direction);
      const body = (value: object) => (direction === "request" ? value : JSON.stringify(value));
      await send(body({ name: "a" }));
      await expect(send(body({}))).rejects.toThrow(/name/);
    },
  );
});

it("of bytes is a Blob, whatever characters the type is of", async () => {
  for (const mediaType of ["application/xml", "application/x-ndjson"]) {
    const { send } = await generated({ [mediaType]: { schema: { type: "string", format: "binary" } } }, "response");
    expect(await send("<a/>")).toBeInstanceOf(Blob);
  }
  const svg = await generated({ "image/svg+xml": { schema: { type: "string" } } }, "response");
  expect(await svg.send("<svg/>")).toBeInstanceOf(Blob);
});

it("that is a string without a schema is one for XML, too", async () => {
  const { send } = await generated({ "application/xml": {} }, "response");
  expect(await send("<a/>")).toBe("<a/>");
});

it("of XML may still be sent as bytes", async () => {
  const { send, received } = await generated({ "application/xml": { schema: pet } }, "request");
  await send(new TextEncoder().encode("<é/>"));
  await send(new Blob(["<é/>"]));
  expect(received.map(({ body }) => body)).toEqual(["<é/>", "<é/>"]);
});

it("of several media types is held to the schema of the one that is sent", async () => {
  const content = {
    "application/json": { schema: rows },
    "text/csv": { schema: rows },
    "text/plain": { schema: long },
  };
  const { send, received } = await generated(content, "request");
  await send([{ id: 1 }]);
  await send("id\n1\n", { contentType: "text/csv" });
  await send("right", { contentType: "text/plain" });
  await expect(send("id\n1\n")).rejects.toThrow("body must be of type array");
  await expect(send("a", { contentType: "text/plain" })).rejects.toThrow("at least 5 characters");
  expect(received.map(({ body }) => body)).toEqual(['[{"id":1}]', "id\n1\n", "right"]);
});

it("of several media types is held to the schema of the one that is received", async () => {
  const content = { "text/csv": { schema: rows }, "application/json": { schema: rows } };
  const { send } = await generated(content, "response");
  // The server says that it is the first.
  expect(await send("id\n1\n")).toBe("id\n1\n");
  const { send: sendJson } = await generated({ "application/json": { schema: rows }, "text/csv": {} }, "response");
  await expect(sendJson("{}")).rejects.toThrow("breaks the document");
});

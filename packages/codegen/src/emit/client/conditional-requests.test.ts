import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { installedClient } from "../../testing/client.ts";
import { serve } from "../../testing/serve.ts";
import { errorsOfUse } from "../../testing/type-check.ts";

const order = { content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } } };
const header = (name: string) => ({ name, in: "header", schema: { type: "string" } });
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

/** An API whose resource has a version, its ETag. */
const ORDERS = {
  paths: {
    "/orders/{id}": {
      get: {
        operationId: "getOrder",
        parameters: [id, header("If-None-Match")],
        responses: {
          "200": { description: "Found.", headers: { ETag: { required: true, schema: { type: "string" } } }, ...order },
          "304": { description: "As it was." },
        },
      },
      put: {
        operationId: "updateOrder",
        parameters: [id, header("If-Match")],
        requestBody: { required: true, ...order },
        responses: { "200": { description: "Changed.", ...order }, "412": { description: "Changed since." } },
      },
    },
  },
  schemas: { Order: { type: "object", properties: { note: { type: "string" } } } },
};

/** The example of the README of `@earmark/http`, as a program. */
async function example(): Promise<string> {
  const readme = await readFile(join(import.meta.dirname, "../../../../http/README.md"), "utf8");
  const [, code = ""] = /```ts\n((?:(?!```).)*If-None-Match.*?)```/s.exec(readme) ?? [];
  return `
import { createTestClient, PreconditionFailedError } from "@earmark/test-client";
export async function run(baseUrl: string, id: string, between: () => void, console: { log(text: string): void }) {
  const client = createTestClient({ baseUrl });
${code.replace("try {", "between();\ntry {")}
}
`;
}

it("the example of conditional requests compiles, and works", async () => {
  const folder = await installedClient(ORDERS, { "example.mts": await example() });
  expect(errorsOfUse(join(folder, "example.mts"))).toEqual([]);

  let version = 1;
  let note: unknown;
  const received: string[] = [];
  const { url: baseUrl } = await serve(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const { "if-match": match, "if-none-match": noneMatch } = request.headers;
    const etag = `"${version}"`;
    received.push(`${request.method} ${match ?? noneMatch ?? "-"}`);
    if (noneMatch === etag) return response.writeHead(304, { etag }).end();
    if (match !== undefined && match !== etag) return response.writeHead(412).end();
    if (request.method === "PUT") {
      version++;
      note = JSON.parse(body).note;
    }
    return response
      .writeHead(200, { "content-type": "application/json", etag: `"${version}"` })
      .end(JSON.stringify({ note }));
  });

  const { run } = await import(pathToFileURL(join(folder, "example.mts")).href);
  const said: string[] = [];
  const log = { log: (text: string) => said.push(text) };
  await run(baseUrl, "a", () => {}, log);
  expect(received.splice(0)).toEqual(["GET -", 'PUT "1"', 'GET "1"']);
  expect([note, said]).toEqual(["gift", []]);
  // Another changes it between reading and writing.
  await run(baseUrl, "a", () => version++, log);
  expect(received.splice(0)).toEqual(["GET -", 'PUT "2"', 'GET "2"']);
  expect([version, said]).toEqual([3, []]);
});

it("a client that has the latest version is told so", async () => {
  const folder = await installedClient(ORDERS, {
    "use.mjs": `import { createTestClient } from "@earmark/test-client";
export const read = (options) => createTestClient(options).withResponse.getOrder({ id: "a", "If-None-Match": '"1"' });`,
  });
  const { read } = await import(pathToFileURL(join(folder, "use.mjs")).href);
  const fetch = async () => new Response(null, { status: 304, headers: { etag: '"1"' } });
  await expect(read({ baseUrl: "http://localhost", fetch })).resolves.toMatchObject({ status: 304, value: undefined });
});

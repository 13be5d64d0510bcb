import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildModel } from "@earmark/openapi";
import { expect, it } from "vitest";
import { clientOfOperation, installedClient } from "../../testing/client.ts";
import { documentOf } from "../../testing/documents.ts";
import { serve } from "../../testing/serve.ts";
import { errorsOfUse } from "../../testing/type-check.ts";

const KEY = { "x-idempotency-key": "Idempotency-Key" };
const header = { name: "Idempotency-Key", in: "header", required: true, schema: { type: "string" } };
const body = { required: true, content: { "application/json": { schema: { type: "object" } } } };
const responses = { "201": { description: "Created.", content: { "application/json": { schema: {} } } } };

const USE = `
import { createTestClient } from "@earmark/test-client";
import { createCaller, createOrder } from "@earmark/test-client/functions";

export async function run(baseUrl: string): Promise<void> {
  const client = createTestClient({ baseUrl, retry: { baseDelay: 1 } });
  await client.createOrder({ a: 1 });
  await client.createCharge(undefined, { a: 1 });
  await client.createCharge({ "Idempotency-Key": "mine" }, { a: 1 });
  await client.withResponse.createOrder({ a: 1 }, { headers: { "Idempotency-Key": "mine" } });
  await createOrder(createCaller({ baseUrl }), { a: 1 });
  // @ts-expect-error of raw, the document decides
  const sent = () => client.raw.POST("/charges", { body: { a: 1 } });
  void sent;
}
`;

it("an operation with x-idempotency-key is repeated with one key, which callers need not give", async () => {
  const folder = await installedClient(
    {
      paths: {
        "/orders": { post: { operationId: "CreateOrder", ...KEY, requestBody: body, responses } },
        "/charges": {
          post: { operationId: "CreateCharge", ...KEY, parameters: [header], requestBody: body, responses },
        },
      },
    },
    { "use.mts": USE },
  );
  expect(errorsOfUse(join(folder, "use.mts"))).toEqual([]);

  const keys: unknown[] = [];
  const { url } = await serve((request, response) => {
    keys.push(request.headers["idempotency-key"]);
    const status = keys.length === 1 ? 503 : 201;
    request.resume().on("end", () => response.writeHead(status, { "content-type": "application/json" }).end("{}"));
  });
  const { run } = await import(pathToFileURL(join(folder, "use.mts")).href);
  await run(url);
  const made = expect.stringMatching(/^[\da-f-]{36}$/);
  expect(keys).toEqual([made, keys[0], made, "mine", "mine", made]);
  expect(new Set(keys).size).toBe(4);
});

it("only an operation with a key has the code for one", async () => {
  const [keyed, plain] = [await clientOfOperation(KEY), await clientOfOperation({ "x-idempotent": true })];
  expect(keyed.code).toContain('$http.keyedOperation({ operationId: "Do"');
  expect(keyed.code).toContain('idempotencyKey: "Idempotency-Key",');
  expect(keyed.code).toContain("idempotent: true,");
  expect(plain.code).not.toMatch(/keyed|idempotencyKey/);
  expect(plain.code).toContain("$http.operation({");
});

it.each([{ swagger: "2.0" }, { openapi: "3.0.3" }, { openapi: "3.2.0" }])(
  "a key counts in %j as well",
  async (version) => {
    const info = { title: "Test", version: "1" };
    const document = {
      ...version,
      info,
      paths: { "/a": { post: { ...KEY, responses: { "204": { description: "" } } } } },
    };
    const { model } = buildModel(await documentOf(JSON.stringify(document)));
    expect(model.operations).toMatchObject([{ idempotencyKey: "Idempotency-Key", idempotent: true }]);
  },
);

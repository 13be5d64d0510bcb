import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { installedClient } from "../../testing/client.ts";
import { serve } from "../../testing/serve.ts";
import { errorsOfUse } from "../../testing/type-check.ts";

const order = { content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } } };

const ORDERS = {
  servers: [{ url: "https://api.example" }],
  security: [{ token: [] }],
  paths: {
    "/orders/{id}": {
      get: {
        operationId: "getOrder",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { "200": { description: "Found.", ...order } },
      },
    },
    "/orders": {
      post: {
        operationId: "createOrder",
        "x-idempotency-key": "Idempotency-Key",
        requestBody: { required: true, ...order },
        responses: { "201": { description: "Created.", ...order } },
      },
    },
  },
  schemas: { Order: { type: "object", properties: { id: { type: "string" } }, required: ["id"] } },
  components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
};

/** The examples of hooks, tracing and idempotency keys in the README of `@earmark/http`, as a program. */
async function examples(): Promise<string> {
  const readme = await readFile(join(import.meta.dirname, "../../../../http/README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  const imports: string[] = [];
  const example = (text: string): string => {
    const code = blocks.find((block) => block.includes(text)) ?? "";
    imports.push(...(code.match(/^import .*$/gm) ?? []));
    return code.replaceAll(/^import .*$/gm, "");
  };
  const [key, hooks, own, tracing] = [
    example("createOrder(order"),
    example("= withHooks({"),
    example(": Hook ="),
    example("withTracing()"),
  ];
  return `
import type { Hook } from "@earmark/http";
import { createTestClient } from "@earmark/test-client";
${imports.join("\n")}
export async function run(baseUrl: string, log: (text: string) => void): Promise<void> {
  const token = "t0ken";
  const createOrdersClient = (options: Parameters<typeof createTestClient>[0]) =>
    createTestClient({ baseUrl, retry: { baseDelay: 1 }, ...options });
  {${hooks} await orders.getOrder({ id: "7" }); }
  {${tracing} await orders.getOrder({ id: "7" }); }
  {${own}
    const orders = createOrdersClient({ token, hooks: [timed] });
    await orders.getOrder({ id: "7" });
    const order = { id: "7" };
    ${key}
  }
}
`;
}

it("the examples of hooks, tracing and idempotency keys compile, and work", async () => {
  const folder = await installedClient(ORDERS, { "examples.mts": await examples() });
  expect(errorsOfUse(join(folder, "examples.mts"))).toEqual([]);

  const received: (readonly unknown[])[] = [];
  const { url: baseUrl } = await serve(({ method, headers }, response) => {
    received.push([method, headers.authorization, headers["x-attempt"] ?? headers["idempotency-key"]]);
    const status = received.length === 1 ? 503 : 200;
    response.writeHead(status, { "content-type": "application/json" }).end('{"id":"7"}');
  });

  const logged: string[] = [];
  const { run } = await import(pathToFileURL(join(folder, "examples.mts")).href);
  await run(baseUrl, (text: string) => logged.push(text));
  expect(received).toEqual([
    ["GET", "Bearer t0ken", "1"],
    ["GET", "Bearer t0ken", "2"],
    ["GET", "Bearer t0ken", undefined],
    ["GET", "Bearer t0ken", undefined],
    ["POST", "Bearer t0ken", "7"],
  ]);
  expect(logged).toEqual([
    `getOrder: 503 ${baseUrl}/orders/7`,
    "getOrder: attempt 2",
    `getOrder: 200 ${baseUrl}/orders/7`,
    expect.stringMatching(/^getOrder: [\d.]+ ms$/),
    expect.stringMatching(/^createOrder: [\d.]+ ms$/),
  ]);
});

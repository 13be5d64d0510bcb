import { expect, it } from "vitest";
import { readingOf } from "../testing/documents.ts";

const done = { responses: { "204": { description: "Done." } } };
const post = (schema: unknown, more: object = {}) => ({
  post: { requestBody: { content: { "application/json": { schema } } }, ...done, ...more },
});
const inline = { type: "object", properties: { pet: { $ref: "#/components/schemas/Pet" } } };

it("webhooks and callbacks are read when they are asked for, and nothing is generated of them", async () => {
  const parts = {
    schemas: { Pet: { type: "string" } },
    paths: {
      "/a": post(
        { type: "string" },
        { operationId: "A", callbacks: { done: { "{$request.body#/url}": post(inline) } } },
      ),
    },
    webhooks: {
      newPet: post(inline, { callbacks: { seen: { "{$response.body#/url}": post({ type: "integer" }) } } }),
      odd: post({ type: "number" }, { parameters: [{ name: "a", in: "fragment", schema: {} }] }),
    },
  };
  const { model } = await readingOf(parts);
  const before = structuredClone(model.schemas);
  const { webhooks, callbacks, schemas } = model.outbound();
  expect(webhooks.map(({ path, method, pointer }) => [path, method, pointer])).toEqual([
    ["newPet", "POST", "#/webhooks/newPet/post"],
    ["odd", "POST", "#/webhooks/odd/post"],
  ]);
  const [webhook] = webhooks;
  const seen = webhook && callbacks.get(webhook)?.get("seen");
  expect(seen?.map(({ path }) => path)).toEqual(["{$response.body#/url}"]);
  const [operation] = model.operations;
  const called = operation && callbacks.get(operation)?.get("done");
  expect(called?.map(({ path }) => path)).toEqual(["{$request.body#/url}"]);
  expect(schemas.map(({ pointer }) => pointer)).toEqual([
    "#/webhooks/newPet/post/requestBody/content/application~1json/schema",
    "#/webhooks/odd/post/requestBody/content/application~1json/schema",
    "#/paths/~1a/post/callbacks/done/{$request.body#~1url}/post/requestBody/content/application~1json/schema",
    "#/webhooks/newPet/post/callbacks/seen/{$response.body#~1url}/post/requestBody/content/application~1json/schema",
  ]);
  expect(model.schemas).toEqual(before);
  expect(model.outbound()).toBe(model.outbound());
});

import { describe, expect, it } from "vitest";
import { messagesOf, readingOf } from "../testing/documents.ts";
import { receivedOf } from "./model.ts";

const done = { responses: { "204": { description: "Done." } } };
const post = (schema: unknown, more: object = {}) => ({
  post: { requestBody: { content: { "application/json": { schema } } }, ...done, ...more },
});
const inline = { type: "object", properties: { pet: { $ref: "#/components/schemas/Pet" } } };

describe("webhooks and callbacks", () => {
  const parts = {
    schemas: { Pet: { type: "string" } },
    paths: {
      "/a": post(
        { type: "string" },
        { operationId: "doA", callbacks: { done: { "{$request.body#/url}": post(inline) } } },
      ),
    },
    webhooks: {
      newPet: post(inline, { callbacks: { seen: { "{$response.body#/url}": post({ type: "integer" }) } } }),
    },
  };

  it("are found by the name of the webhook, and by that of the callback behind its operation", async () => {
    const { model, diagnostics } = await readingOf(parts);
    const found = receivedOf(model).map(({ key, operationId, path, method }) => [key, operationId, method, path]);
    expect(found).toEqual([
      ["newPet", "NewPetWebhook", "POST", "newPet"],
      ["doA/done", "DoADoneCallback", "POST", "{$request.body#/url}"],
      ["newPet/seen", "NewPetSeenCallback", "POST", "{$response.body#/url}"],
    ]);
    expect(model.operations[0]?.callbacks.get("done")?.map(({ key }) => key)).toEqual(["doA/done"]);
    expect(model.webhooks[0]?.callbacks.get("seen")?.map(({ key }) => key)).toEqual(["newPet/seen"]);
    expect(diagnostics).toEqual([]);
  });

  it("have schemas that travel the other way round, under names that no operation could have had", async () => {
    const { model } = await readingOf(parts);
    const directions = model.schemas.map(({ name, inRequests, inResponses }) => [name, inRequests, inResponses]);
    expect(directions).toEqual([
      ["DoABody", true, false],
      ["DoADoneCallbackBody", false, true],
      ["NewPetSeenCallbackBody", false, true],
      ["NewPetWebhookBody", false, true],
      ["Pet", false, true],
    ]);
  });

  it("leave names to those that have them", async () => {
    const without = { schemas: { Pet: {}, NewPetWebhookBody: {} }, paths: { "/newPetWebhook": post(inline) } };
    const { model } = await readingOf({ ...without, webhooks: { newPet: post(inline) } });
    const names = (await readingOf(without)).model.schemas.map(({ name }) => name);
    expect(names).toEqual(["NewPetWebhookBody", "Pet", "PostNewPetWebhookBody"]);
    expect(model.schemas.map(({ name }) => name)).toEqual([...names, "NewPetWebhookBody2"].sort());
  });

  it("have keys of their own where methods, addresses or names are several", async () => {
    const { model } = await readingOf({
      paths: {
        "/a": post({}, { operationId: "doA", callbacks: { done: { "{$url}/x": post({}), "{$url}/y": post({}) } } }),
      },
      webhooks: { "pet.new": { ...post({}), get: done, put: done }, petNew: post({}), gone: { delete: done } },
    });
    expect(receivedOf(model).map(({ key, method, operationId }) => [key, method, operationId])).toEqual([
      ["gone", "DELETE", "GoneWebhook"],
      ["pet.new", "POST", "PetNewWebhook"],
      ["pet.new/get", "GET", "PetNewGetWebhook"],
      ["pet.new/put", "PUT", "PetNewPutWebhook"],
      ["petNew", "POST", "PetNewWebhook2"],
      ["doA/done", "POST", "DoADoneCallback"],
      ["doA/done/post", "POST", "DoADonePostCallback"],
    ]);
  });
});

describe("what no handler can be generated for", () => {
  const at = (name: string, place: string, more: object = {}) => ({
    name,
    in: place,
    schema: { type: "string" },
    ...more,
  });

  it.each([
    [
      "parameters of other places",
      { parameters: [at("id", "path", { required: true }), at("id", "query"), at("sid", "cookie")] },
      [
        "parameter id of a webhook left out: a handler reads queries and headers, no path",
        "parameter sid of a webhook left out: a handler reads queries and headers, no cookie",
      ],
    ],
    [
      "parameters in styles that say too little",
      {
        parameters: [
          at("a", "query", { style: "pipeDelimited", explode: false, schema: { type: "array" } }),
          at("b", "query", { schema: { type: "object" } }),
          at("c", "query", { style: "deepObject", schema: { type: "object" } }),
          at("d", "header", { schema: { type: "object" } }),
          at("e", "query", { schema: { type: "array" } }),
        ],
      },
      [
        "parameter a of a webhook left out: a handler reads no value in style pipeDelimited",
        "parameter b of a webhook left out: a handler reads no object in style form",
        "parameter d of a webhook left out: a handler reads no object in style simple",
      ],
    ],
    [
      "what only a client has a use for",
      {
        security: [{ Key: [] }],
        servers: [{ url: "/" }],
        "x-idempotent": true,
        "x-pagination": { items: "" },
        "x-idempotency-key": "X-Key",
      },
      [
        "security of a webhook left out: `verify` of its handler decides who may send it",
        "servers of a webhook left out",
        "x-idempotent of a webhook left out",
        "x-pagination of a webhook left out",
        "x-idempotency-key of a webhook left out",
      ],
    ],
  ])("is named: %s", async (_, more, messages) => {
    const { model, diagnostics } = await readingOf({ paths: {}, webhooks: { newPet: post({}, more) } });
    expect(messagesOf(diagnostics, "info")).toEqual(messages);
    expect(receivedOf(model)).toHaveLength(1);
  });

  it("costs itself alone", async () => {
    const content = (...types: string[]) => ({
      requestBody: { content: Object.fromEntries(types.map((type) => [type, {}])) },
    });
    const { model, diagnostics } = await readingOf({
      paths: {},
      webhooks: {
        odd: post({}, { parameters: [at("a", "fragment")] }),
        mixed: post({}, content("multipart/mixed")),
        either: post({}, content("multipart/mixed", "text/plain")),
        got: { get: { ...content("text/plain"), ...done } },
        fine: post({}),
        gone: { $ref: "#/nothing" },
        nested: post({}, { callbacks: { a: { "{$url}": post({}, { callbacks: {} }) }, b: { $ref: "#/b" } } }),
      },
    });
    const mixed = "a body of type multipart/mixed cannot be read; of multipart, only form-data can";
    const fragment = 'expected `in` to be path, query, header or cookie, received "fragment"';
    expect(messagesOf(diagnostics, "warning")).toEqual([
      mixed,
      "#/nothing does not exist",
      "no Request has a body with GET, so no handler gets one",
      mixed,
      `webhook mixed has no handler: ${mixed}`,
      fragment,
      `webhook odd has no handler: ${fragment}`,
      "#/b does not exist",
    ]);
    expect(messagesOf(diagnostics, "info")).toEqual(["callbacks of a callback left out"]);
    expect(receivedOf(model).map(({ key }) => key)).toEqual(["either", "fine", "got", "nested", "nested/a"]);
  });
});

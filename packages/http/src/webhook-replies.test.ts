import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { DEFINITION, post, receiver } from "./testing/webhooks.ts";
import { receiveWebhooks } from "./webhook.ts";
import type { WebhookHandler } from "./webhook-definition.ts";

describe("what a handler returns", () => {
  const returned = async (value: unknown) => {
    const { receive, errors } = receiver(() => value);
    const response = await receive(post('{"name":"a"}'));
    return { response, errors };
  };

  it("is a success without a body where it is nothing", async () => {
    const { response } = await returned(undefined);
    expect([response.status, response.body]).toEqual([202, null]);
  });

  it.each([
    [{ status: 200, body: { name: "Rex" } }, 200, "application/json", '{"name":"Rex"}'],
    [{ status: 200, body: "Rex", contentType: "text/plain" }, 200, "text/plain", "Rex"],
    [{ status: 404, headers: { "x-a": "b" } }, 404, null, ""],
    [Promise.resolve({ status: 202 }), 202, null, ""],
  ])("is sent as the document has it: %o", async (value, status, type, text) => {
    const { response, errors } = await returned(value);
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      status,
      type,
      text,
    ]);
    expect(errors).toEqual([]);
  });

  it("is sent as it is where it is a Response", async () => {
    const own = new Response("busy", { status: 503 });
    expect((await returned(own)).response).toBe(own);
  });

  it.each([
    ["a body that breaks its schema", { status: 200, body: { name: 1 } }, "name type"],
    ["a status that is not there", { status: 503 }, "status enum"],
    ["no body where there is one", { status: 200 }, "body required"],
    ["a body where there is none", { status: 202, body: "a" }, "contentType enum"],
    ["another media type", { status: 200, body: "a", contentType: "image/png" }, "contentType enum"],
    ["an object that is no JSON", { status: 200, body: { name: "a" }, contentType: "text/plain" }, "body type"],
  ])("is an error of the handler where it breaks the document: %s", async (_, value, issue) => {
    const { response, errors } = await returned(value);
    expect(response.status).toBe(500);
    expect(errors).toEqual([
      expect.objectContaining({ name: "ResponseValidationError", message: expect.stringContaining(issue) }),
    ]);
  });

  it("tells the sender nothing where it throws", async () => {
    const error = new Error("password 1234 is wrong");
    const { receive, errors } = receiver(() => {
      throw error;
    });
    const response = await receive(post('{"name":"a"}'));
    expect(await response.json()).toEqual({
      title: "Internal Server Error",
      status: 500,
      detail: "The request could not be handled.",
    });
    expect([response.status, errors]).toEqual([500, [error]]);
  });

  it("is sent although the listener of errors fails", async () => {
    const onError = () => {
      throw new Error("no log");
    };
    const receive = receiver(() => ({ status: 999 }), { onError }).receive;
    expect((await receive(post('{"name":"a"}'))).status).toBe(500);
  });
});

describe("what is told at the start is refused at once", () => {
  it.each([
    [
      { handlers: { oldPet: () => undefined } },
      "handlers.oldPet: no such webhook; there are newPet, newPet/put, makeOrder/shipped.",
    ],
    [{ handlers: { newPet: "handle" as unknown as WebhookHandler } }, "handlers.newPet must be a function."],
    [{ handlers: {}, maxBodyBytes: Number.NaN }, "maxBodyBytes must be a number of bytes, received NaN."],
  ])("%o", (options, message) => {
    expect(() => receiveWebhooks(DEFINITION, options)).toThrow(new TypeError(message));
  });

  it("such as a definition of another version", () => {
    expect(() => receiveWebhooks({ ...DEFINITION, interface: INTERFACE_VERSION + 1 }, { handlers: {} })).toThrow(
      /interface/,
    );
  });
});

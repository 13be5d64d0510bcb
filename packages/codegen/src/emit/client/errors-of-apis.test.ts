// The errors of five APIs that many know, as their documentation shows them: what a generated client makes of them.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { installedClient } from "../../testing/client.ts";
import { serve } from "../../testing/serve.ts";

/** What a document says of its errors, besides that there are any. */
interface Said {
  readonly root?: object;
  readonly response?: object;
}

interface Failure {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or bytes that are none. */
  readonly body: unknown;
}

type Caught = Error & Readonly<Record<string, unknown>>;

/** Calls an API whose document says this, and which responds so. */
async function errorOf({ root = {}, response = {} }: Said, { status, headers, body }: Failure): Promise<Caught> {
  const responses = { "204": { description: "Done." }, "409": { description: "In the way.", ...response } };
  const folder = await installedClient(
    { paths: { "/things": { get: { operationId: "getThings", responses } } }, ...root },
    { "use.mjs": 'export * from "@earmark/test-client";' },
  );
  const { url: baseUrl } = await serve((_, served) => {
    served.writeHead(status, { "content-type": "application/json", ...headers });
    served.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  const { createTestClient } = await import(pathToFileURL(join(folder, "use.mjs")).href);
  return createTestClient({ baseUrl, retry: false })
    .getThings()
    .catch((error: unknown) => error);
}

const STRIPE = {
  status: 402,
  headers: { "Request-Id": "req_aBcDeFgHiJkLmN" },
  body: {
    error: {
      code: "card_declined",
      decline_code: "insufficient_funds",
      doc_url: "https://stripe.com/docs/error-codes/card-declined",
      message: "Your card has insufficient funds.",
      type: "card_error",
    },
  },
};
const GITHUB = {
  status: 422,
  headers: { "X-GitHub-Request-Id": "C0DE:1A2B:3C4D" },
  body: {
    message: "Validation Failed",
    errors: [{ resource: "Issue", field: "title", code: "missing_field" }],
    documentation_url: "https://docs.github.com/rest/issues/issues#create-an-issue",
    status: "422",
  },
};
const TWILIO = {
  status: 404,
  headers: { "Twilio-Request-Id": "RQ0123456789" },
  body: {
    code: 20404,
    message: "The requested resource /Calls/CA1.json was not found",
    more_info: "https://www.twilio.com/docs/errors/20404",
    status: 404,
  },
};
const GOOGLE = {
  status: 404,
  body: {
    error: {
      code: 404,
      message: "Requested entity was not found.",
      status: "NOT_FOUND",
      details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "RESOURCE_DELETED" }],
    },
  },
};
const GRAPH = {
  status: 404,
  headers: { "request-id": "b0f0d0c0-1111-2222-3333-444444444444", "client-request-id": "other" },
  body: {
    error: {
      code: "Request_ResourceNotFound",
      message: "Resource 'a' does not exist.",
      innerError: { date: "2026-01-05T10:00:00", "request-id": "b0f0d0c0-1111-2222-3333-444444444444" },
    },
  },
};
const AZURE = {
  status: 404,
  headers: { "x-ms-request-id": "d0d0" },
  body: { error: { code: "ResourceGroupNotFound", message: "Resource group 'rg' could not be found." } },
};

describe("a document that says nothing of its errors has in its client, of an error", () => {
  it.each<[string, Failure, object, string]>([
    [
      "of Stripe, code, message and id",
      STRIPE,
      { name: "ApiError", code: "card_declined", requestId: "req_aBcDeFgHiJkLmN", moreInfo: undefined },
      "Status 402, code card_declined: Your card has insufficient funds.",
    ],
    [
      "of Stripe without a code, the message",
      { status: 401, body: { error: { message: "Invalid API Key provided: sk_test_****1234", type: "invalid" } } },
      { name: "AuthenticationError", code: undefined, requestId: undefined },
      "Status 401: Invalid API Key provided: sk_test_****1234.",
    ],
    [
      "of GitHub, code and message",
      GITHUB,
      { name: "UnprocessableContentError", code: "missing_field", requestId: undefined, moreInfo: undefined },
      "Status 422, code missing_field: Validation Failed.",
    ],
    [
      "of GitHub without a code, the message",
      { status: 404, body: { message: "Not Found", documentation_url: "https://docs.github.com/rest", status: "404" } },
      { name: "NotFoundError", code: undefined },
      "Status 404: Not Found.",
    ],
    [
      "of Twilio, code and message",
      TWILIO,
      { name: "NotFoundError", code: 20404, requestId: undefined, moreInfo: undefined },
      "Status 404, code 20404: The requested resource /Calls/CA1.json was not found.",
    ],
    [
      "of Google, the code, which is the status, and the message",
      GOOGLE,
      { name: "NotFoundError", code: 404 },
      "Status 404: Requested entity was not found.",
    ],
    [
      "of Microsoft Graph, code, message and id",
      GRAPH,
      { code: "Request_ResourceNotFound", requestId: GRAPH.headers["request-id"] },
      "Status 404, code Request_ResourceNotFound: Resource 'a' does not exist.",
    ],
    [
      "of Azure, code and message",
      AZURE,
      { code: "ResourceGroupNotFound", requestId: undefined },
      "Status 404, code ResourceGroupNotFound: Resource group 'rg' could not be found.",
    ],
    [
      "as RFC 9457 has it, title, detail and a link",
      {
        status: 403,
        headers: { "content-type": "application/problem+json", "X-Request-Id": "r1" },
        body: {
          type: "https://example.com/probs/out-of-credit",
          title: "You do not have enough credit.",
          detail: "Your current balance is 30, but that costs 50.",
          instance: "/account/12345/msgs/abc",
        },
      },
      { name: "PermissionError", requestId: "r1", moreInfo: "https://example.com/probs/out-of-credit" },
      "Status 403: You do not have enough credit: Your current balance is 30, but that costs 50.",
    ],
  ])("%s", async (_, failure, wanted, message) => {
    const error = await errorOf({}, failure);
    expect(error).toMatchObject({ status: failure.status, body: failure.body, ...wanted });
    expect(error.message).toBe(`${message} GET ${error.url}`);
  });
});

describe("a document that says where its errors have their parts has in its client those", () => {
  const inError = { code: "/error/code", message: "/error/message" };

  it.each<[string, object, Failure, object, string]>([
    [
      "of Stripe",
      { "x-error": { ...inError, link: "/error/doc_url" } },
      STRIPE,
      { code: "card_declined", requestId: "req_aBcDeFgHiJkLmN", moreInfo: STRIPE.body.error.doc_url },
      "Status 402, code card_declined: Your card has insufficient funds.",
    ],
    [
      "of GitHub",
      {
        "x-error": { code: "/errors/0/code", message: "/message", link: "/documentation_url" },
        "x-request-id-header": "X-GitHub-Request-Id",
      },
      GITHUB,
      { code: "missing_field", requestId: "C0DE:1A2B:3C4D", moreInfo: GITHUB.body.documentation_url },
      "Status 422, code missing_field: Validation Failed.",
    ],
    [
      "of Twilio",
      {
        "x-error": { code: "/code", message: "/message", link: "/more_info" },
        "x-request-id-header": "Twilio-Request-Id",
      },
      TWILIO,
      { code: 20404, requestId: "RQ0123456789", moreInfo: TWILIO.body.more_info },
      "Status 404, code 20404: The requested resource /Calls/CA1.json was not found.",
    ],
    [
      "of Google",
      { "x-error": { ...inError, code: "/error/status" } },
      GOOGLE,
      { code: "NOT_FOUND", moreInfo: undefined },
      "Status 404, code NOT_FOUND: Requested entity was not found.",
    ],
    [
      "of Microsoft Azure",
      { "x-error": inError, "x-request-id-header": "x-ms-request-id" },
      AZURE,
      { code: "ResourceGroupNotFound", requestId: "d0d0" },
      "Status 404, code ResourceGroupNotFound: Resource group 'rg' could not be found.",
    ],
  ])("%s", async (_, root, failure, wanted, message) => {
    const error = await errorOf({ root }, failure);
    expect(error).toMatchObject({ status: failure.status, body: failure.body, ...wanted });
    expect(error.message).toBe(`${message} GET ${error.url}`);
    const printed = inspect(error);
    expect(printed.split("\n")[0]).toBe(`${error.name}: ${error.message}`);
    for (const value of Object.values({ code: error.code, ...wanted })) expect(printed).toContain(inspect(value));
  });

  it("no others, even if the body has what is usual", async () => {
    const root = { "x-error": { message: "/fault" } };
    const body = { fault: "Broken", code: 5, title: "A", type: "https://a.example", error: { code: 6, message: "B" } };
    const error = await errorOf({ root }, { status: 500, body });
    expect(error).toMatchObject({ code: undefined, moreInfo: undefined });
    expect(error.message).toBe(`Status 500: Broken. GET ${error.url}`);
  });

  it("of one response that has others", async () => {
    const said = { root: { "x-error": { message: "/m" } }, response: { "x-error": { code: "/a~1b/0/c-d" } } };
    const body = { m: "In the way", "a/b": [{ "c-d": "E" }] };
    expect(await errorOf(said, { status: 409, body })).toMatchObject({
      code: "E",
      message: expect.stringMatching(/^Status 409, code E: app/),
    });
    expect(await errorOf(said, { status: 400, body })).toMatchObject({
      code: undefined,
      message: expect.stringMatching(/400: In the way\. /),
    });
  });
});

describe("an error is safe to print", () => {
  const root = { "x-error": { code: "/error/code", message: "/error/message", link: "/error/link" } };

  it.each<[string, unknown]>([
    ["a string", "down"],
    ["a string of JSON", '"down"'],
    ["a number", 5],
    ["null", null],
    ["a list", [[], {}]],
    ["a part that is null", { error: null }],
    ["a part that is a string", { error: "down" }],
    ["a part that is a list", { error: [{ code: 1, message: "a" }] }],
    ["parts of other types", { error: { code: { a: 1 }, message: ["a"], link: 5 } }],
    ["a prototype", '{"__proto__":{"error":{"code":1,"message":"a"}}}'],
    ["a prototype of a part", '{"error":{"__proto__":{"code":1,"message":"a","link":"b"}}}'],
    ["half of a body", '{"error":{"code":1,"message":"a"'],
  ])("that has nothing where the document says, but %s", async (_, body) => {
    const error = await errorOf({ root }, { status: 500, body });
    expect(error).toMatchObject({ name: "ServerError", code: undefined, moreInfo: undefined });
    expect(error.message).toBe(`Status 500: application/json. GET ${error.url}`);
  });

  it.each<[string, object]>([
    ["said by the document", { root }],
    ["as usual", {}],
  ])("whose parts are endless, %s", async (_, said) => {
    const long = "x".repeat(3e6);
    const error = await errorOf(said, { status: 500, body: { error: { code: long, message: long, link: long } } });
    expect(error.message.length).toBeLessThan(1300);
    expect(String(error.code)).toHaveLength(100);
    expect(inspect(error).length).toBeLessThan(60_000);
  });
});

import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { documentText, type Parts, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { contextOf } from "../../testing/client.ts";
import { compile } from "../../testing/compile.ts";
import { viewsOf } from "../../testing/documents.ts";
import { codegen } from "../../testing/run.ts";
import { serve } from "../../testing/serve.ts";
import { emitWebhooks } from "./index.ts";

const done = { responses: { "204": { description: "Done." } } };
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const pet = {
  type: "object",
  required: ["name", "kind"],
  properties: { name: { type: "string" }, kind: { enum: ["cat", "dog"] } },
  additionalProperties: false,
};

/** Lines of the declarations that are about one document. */
async function declared(parts: Parts): Promise<readonly string[]> {
  const { model, views } = await viewsOf(parts);
  const [, declarations] = emitWebhooks(model, views, contextOf(model, views).imports);
  return declarations?.text.split("\n").filter((line) => /^export (type|interface)|^ {2}readonly/.test(line)) ?? [];
}

describe("a handler is declared", () => {
  it.each<[string, object, readonly string[]]>([
    [
      "with a body that has a name of its own",
      { post: { ...done, requestBody: { required: true, ...json(ref("Pet")) } } },
      [
        "export type NewPetWebhookBody = $types.Pet;",
        "export type NewPetWebhook = WebhookCall<NewPetWebhookBody, {}>;",
        "export type NewPetWebhookReply = void | Response | WebhookReply<204, undefined>;",
      ],
    ],
    [
      "with a body that is named after it, and may be missing",
      { post: { ...done, requestBody: json({ type: "integer" }) } },
      [
        "export type NewPetWebhookBody = $types.NewPetWebhookBody | undefined;",
        "export type NewPetWebhook = WebhookCall<NewPetWebhookBody, {}>;",
        "export type NewPetWebhookReply = void | Response | WebhookReply<204, undefined>;",
      ],
    ],
    [
      "with what every kind of body is in a program",
      {
        post: {
          ...done,
          requestBody: {
            required: true,
            content: {
              "text/csv": {},
              "application/xml": {},
              "image/png": {},
              "multipart/form-data": { schema: ref("Pet") },
            },
          },
        },
      },
      [
        "export type NewPetWebhookBody = string | Blob | $types.Pet;",
        "export type NewPetWebhook = WebhookCall<NewPetWebhookBody, {}>;",
        "export type NewPetWebhookReply = void | Response | WebhookReply<204, undefined>;",
      ],
    ],
    [
      "without one",
      { get: done },
      [
        "export type NewPetWebhookBody = undefined;",
        "export type NewPetWebhook = WebhookCall<NewPetWebhookBody, {}>;",
        "export type NewPetWebhookReply = void | Response | WebhookReply<204, undefined>;",
      ],
    ],
    [
      "with parameters, below their place where their name is taken",
      {
        post: {
          ...done,
          parameters: [
            { name: "X-Id", in: "header", required: true, schema: { type: "string" } },
            { name: "q", in: "query", schema: { type: "integer" } },
            { name: "q", in: "header", schema: { type: "integer" } },
          ],
        },
      },
      [
        "export type NewPetWebhookBody = undefined;",
        'export type NewPetWebhookParameters = { readonly "X-Id": $types.NewPetWebhookXId; readonly q?: $types.NewPetWebhookQ; readonly header?: { readonly q?: $types.NewPetWebhookQ2 } };',
        "export type NewPetWebhook = WebhookCall<NewPetWebhookBody, NewPetWebhookParameters>;",
        "export type NewPetWebhookReply = void | Response | WebhookReply<204, undefined>;",
      ],
    ],
    [
      "with what it returns, which the sender holds to its form of a schema",
      {
        post: {
          requestBody: { required: true, ...json(ref("Pet")) },
          responses: {
            "200": { description: "Seen.", ...json(ref("Pet")) },
            "4XX": { description: "No.", content: { "text/plain": {}, "application/*": {} } },
          },
        },
      },
      [
        "export type NewPetWebhookBody = $types.Pet;",
        "export type NewPetWebhook = WebhookCall<NewPetWebhookBody, {}>;",
        "export type NewPetWebhookReply = Response | WebhookReply<200, $types.PetInput> | WebhookReply<number, string | Blob> & { readonly contentType: string };",
      ],
    ],
  ])("%s", async (_, item, want) => {
    const lines = await declared({ paths: {}, schemas: { Pet: pet }, webhooks: { newPet: item } });
    expect(lines.filter((line) => line.startsWith("export type NewPet"))).toEqual(want);
  });

  it("under the key of each webhook and each callback", async () => {
    const callbacks = { "order.shipped": { "{$request.body#/url}": { post: done } } };
    const paths = { "/orders": { post: { operationId: "makeOrder", callbacks, ...done } } };
    const lines = await declared({ paths, webhooks: { "pet-new": { post: { ...done, summary: "A pet." } } } });
    expect(lines.filter((line) => line.startsWith("  "))).toEqual([
      '  readonly "pet-new"?: (call: PetNewWebhook) => PetNewWebhookReply | Promise<PetNewWebhookReply>;',
      '  readonly "makeOrder/order.shipped"?: (call: MakeOrderOrderShippedCallback) => MakeOrderOrderShippedCallbackReply | Promise<MakeOrderOrderShippedCallbackReply>;',
    ]);
  });
});

it("nothing is generated for a document without webhooks", async () => {
  const { model, views } = await viewsOf({ paths: { "/a": { get: { operationId: "Get", ...done } } } });
  expect(emitWebhooks(model, views, contextOf(model, views).imports)).toEqual([]);
});

const STORE = {
  paths: {
    "/orders": {
      post: {
        operationId: "makeOrder",
        callbacks: {
          shipped: {
            "{$request.body#/url}": {
              post: {
                requestBody: json({ type: "string" }),
                responses: { "200": { description: "Seen.", ...json(ref("Pet")) } },
              },
            },
          },
        },
        ...done,
      },
    },
  },
  webhooks: {
    newPet: {
      post: {
        parameters: [{ name: "X-Tries", in: "header", schema: { type: "integer", maximum: 9 } }],
        requestBody: { required: true, ...json(ref("Pet")) },
        ...done,
      },
    },
  },
  components: { schemas: { Pet: pet } },
};

const CHECK = `
import { createWebhookHandler, type NewPetWebhook, type WebhookHandlers } from "./webhooks.gen.js";
import type { Pet, webhooks } from "./types.gen.js";

declare const key: Parameters<typeof crypto.subtle.verify>[1];
const handlers: WebhookHandlers = {
  newPet: ({ body, parameters, request }) => {
    const pet: Pet = body;
    const tries: number | undefined = parameters["X-Tries"];
    // What is received may be a kind that the document does not list.
    const isBird: boolean = body.kind === "bird";
    console.log(pet, tries, isBird, request.url);
  },
  "makeOrder/shipped": async ({ body }) => ({ status: 200, body: { name: body ?? "", kind: "cat" } }),
};
export const handle: (request: Request) => Promise<Response> = createWebhookHandler({
  handlers,
  verify: (bytes, request) => crypto.subtle.verify("HMAC", key, new Uint8Array(), bytes) && request.ok,
  keyOf: (request, body) => request.headers.get("x-event") ?? String(body),
});
export const call = {} as NewPetWebhook;
export const same: webhooks["newPet"]["post"]["requestBody"]["content"]["application/json"] = call.body;
// @ts-expect-error there is no such webhook
createWebhookHandler({ handlers: { oldPet: () => undefined } });
// @ts-expect-error what is sent is held to the document
createWebhookHandler({ handlers: { "makeOrder/shipped": () => ({ status: 200, body: { name: "Rex", kind: "bird" } }) } });
// @ts-expect-error the response has to hold a pet
createWebhookHandler({ handlers: { "makeOrder/shipped": () => {} } });
// @ts-expect-error 500 is no documented response
createWebhookHandler({ handlers: { newPet: () => ({ status: 500 }) } });
`.replace(" && request.ok", "");

type Receive = (request: Request) => Promise<Response>;
interface Options {
  readonly handlers: Readonly<
    Record<string, (call: { readonly body: unknown; readonly parameters: unknown }) => unknown>
  >;
  readonly [option: string]: unknown;
}

/** The generated function that makes a handler, in plain Node, outside any workspace. */
async function generated(): Promise<{ readonly folder: string; readonly create: (options: Options) => Receive }> {
  const folder = await tempFolder({ "store.json": documentText(STORE), "out/webhooks.mts": CHECK });
  const { code, err } = await codegen(folder, "generate", "--spec", "store.json", "--out", "out");
  expect([code, err]).toEqual([0, [expect.stringMatching(/^\d+ changed/)]]);
  const module = (await import(pathToFileURL(join(folder, "out/webhooks.gen.js")).href)) as {
    createWebhookHandler: (options: Options) => Receive;
  };
  return { folder: join(folder, "out"), create: module.createWebhookHandler };
}

/** The address of a handler behind `node:http`. */
async function serveWebhooks(receive: Receive): Promise<string> {
  const { url: address } = await serve(async (incoming, outgoing) => {
    const { method = "GET", url = "/", headers } = incoming;
    const body = method === "GET" ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>); // the platform's
    const init = { method, headers: new Headers(headers as Record<string, string>), body, duplex: "half" } as const;
    const response = await receive(new Request(new URL(url, `http://${headers.host}`), init));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  });
  return address;
}

describe("a generated folder", () => {
  it("type-checks, and refuses what is wrong", async () => {
    const { folder } = await generated();
    expect(compile(folder)).toBe("");
  }, 60_000);

  it("receives webhooks and callbacks over the network", async () => {
    const { create } = await generated();
    const calls: unknown[] = [];
    const sign = (bytes: Uint8Array | string): string => createHmac("sha256", "secret").update(bytes).digest("hex");
    const url = await serveWebhooks(
      create({
        handlers: {
          newPet: ({ body, parameters }) => void calls.push([body, parameters]),
          "makeOrder/shipped": ({ body }) => ({ status: 200, body: { name: body, kind: "dog" } }),
        },
        verify: (bytes: Uint8Array, request: Request) => request.headers.get("x-signature") === sign(bytes),
      }),
    );
    const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
      const signed = { "content-type": "application/json", "x-signature": sign(body), ...headers };
      const response = await fetch(url + path, { method: "POST", body, headers: signed });
      return [response.status, await response.text()];
    };
    // A kind and a property that the document does not list yet.
    expect(await post("/hooks/newPet", '{"name":"Rex","kind":"bird","age":1}', { "x-tries": "2" })).toEqual([204, ""]);
    expect(calls).toEqual([[{ name: "Rex", kind: "bird", age: 1 }, { "X-Tries": 2 }]]);
    expect(await post("/makeOrder/shipped", '"Tom"')).toEqual([200, '{"name":"Tom","kind":"dog"}']);
    expect(await post("/newPet", '{"kind":"cat"}')).toEqual([400, expect.stringContaining("name is required")]);
    expect(await post("/newPet", "{}", { "x-signature": "0" })).toEqual([401, expect.any(String)]);
    expect((await fetch(`${url}/newPet`, { headers: { "x-signature": sign("") } })).status).toBe(405);
  });

  it("answers hostile requests, and goes on", async () => {
    const { create } = await generated();
    const errors: unknown[] = [];
    const receive = create({
      handlers: { newPet: () => undefined },
      maxBodyBytes: 1000,
      onError: (error: unknown) => void errors.push(error),
    });
    const url = await serveWebhooks(receive);
    const post = async (body: string | Uint8Array<ArrayBuffer>, type = "application/json", path = "/newPet") =>
      (await fetch(url + path, { method: "POST", body, headers: { "content-type": type } })).status;
    const deep = "[".repeat(400) + "]".repeat(400);
    expect(await post(`{"name":"a","kind":"cat","__proto__":{"polluted":true},"constructor":${deep}}`)).toBe(204);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(await post('{"__proto__":{"name":"a","kind":"cat"}}')).toBe(400);
    expect(await post(new Uint8Array([0xff, 0xfe]))).toBe(400);
    expect(await post("a".repeat(1001))).toBe(413);
    expect(await post("{}", "application/json; charset=utf-7")).toBe(415);
    expect(await post("{}", "")).toBe(415);
    expect(await post("{}", "application/json", "/%E0%A4%A")).toBe(404);
    expect(await post("{}", "application/json", "/newPet%2f..%2fmakeOrder/shipped")).toBe(404);
    expect(await post("{}", "application/json", "/makeOrder/shipped")).toBe(501);
    // A sender that goes away in the middle of its body.
    const { port } = new URL(url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => {
        socket.write(
          "POST /newPet HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{",
        );
        socket.destroy();
      }).on("close", () => resolve());
    });
    expect(await post('{"name":"a","kind":"cat"}')).toBe(204);
    expect(errors).toEqual([]);
  });
});

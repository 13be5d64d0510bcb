import { createHmac, timingSafeEqual } from "node:crypto";
import { describe, expect, it } from "vitest";
import { callOf, DEFINITION, JSON_TYPE, never, ONLY, post, receiver, statusOf } from "./testing/webhooks.ts";
import { receiveWebhooks } from "./webhook.ts";
import type { WebhookHandler, WebhookOptions } from "./webhook-definition.ts";

describe("a handler gets", () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };

  it.each<[string, Request, unknown]>([
    ["JSON", post('{"name":"Rex","more":1}'), { name: "Rex", more: 1 }],
    [
      "JSON of another type with its suffix",
      post('{"name":"Rex"}', { headers: { "content-type": "Application/JSON; charset=UTF-8" } }),
      { name: "Rex" },
    ],
    ["JSON behind a byte order mark", post('\uFEFF{"name":"Rex"}'), { name: "Rex" }],
    [
      "a form, its fields by their types",
      post('name=R%C3%A9x&age=3&toys=a&owner={"id":1}', { headers: form }),
      { name: "Réx", age: 3, toys: ["a"], owner: { id: 1 } },
    ],
    ["text within a range", post("Rex", { headers: { "content-type": "text/csv" } }), "Rex"],
  ])("%s", async (_, request, body) => {
    expect((await callOf(request)).body).toEqual(body);
  });

  it("the fields and files of multipart", async () => {
    const sent = new FormData();
    sent.append("name", "Rex");
    sent.append("age", "3");
    sent.append("photo", new Blob(["png"], { type: "image/png" }), "rex.png");
    const { body } = await callOf(post(sent, { headers: {} }));
    expect(body).toMatchObject({ name: "Rex", age: 3 });
    expect(await (body as { photo: Blob }).photo.text()).toBe("png");
  });

  it("bytes", async () => {
    const { body } = await callOf(post(new Uint8Array([0, 255]), { headers: { "content-type": "image/png" } }));
    expect([...new Uint8Array(await (body as Blob).arrayBuffer())]).toEqual([0, 255]);
  });

  it("nothing where nothing was sent and nothing is required", async () => {
    expect((await callOf(post(null, { headers: {} }, "/makeOrder/shipped"))).body).toBeUndefined();
    expect((await callOf(post("", {}, "/makeOrder/shipped"))).body).toBeUndefined();
  });

  it("parameters of headers and of the query, below their place where their name is taken", async () => {
    const headers = { ...JSON_TYPE, "x-tries": "2", tag: "c, d" };
    const path = `/newPet?tag=a&tag=b&other=1&filter=${encodeURIComponent('{"a":1}')}`;
    const { parameters } = await callOf(post('{"name":"Rex"}', { headers }, path));
    expect(parameters).toEqual({ "X-Tries": 2, tag: ["a", "b"], filter: { a: 1 }, header: { tag: ["c", "d"] } });
  });

  it("the request as it came", async () => {
    const request = post('{"name":"Rex"}');
    expect((await callOf(request)).request).toBe(request);
  });
});

describe("a request is refused with", () => {
  it.each<[number, string, Request, string]>([
    [400, "a body that breaks its schema", post('{"name":1}'), "Not valid: name must be of type string, received 1."],
    [
      400,
      "a parameter that does",
      post('{"name":"a"}', { headers: { ...JSON_TYPE, "x-tries": "11" } }),
      "Not valid: X-Tries must satisfy maximum 9, received 11.",
    ],
    [400, "no body where one is required", post(null, { headers: {} }), "Not valid: body is required."],
    [400, "no JSON", post("{"), "The body is not JSON."],
    [400, "bytes that are no text", post(new Uint8Array([255])), "The body is not UTF-8."],
    [
      400,
      "a form that is none",
      post("a=%E9", { headers: { "content-type": "application/x-www-form-urlencoded" } }),
      "Not a form: malformed percent-encoding or UTF-8 in the pair at character 0.",
    ],
    [
      400,
      "a broken multipart body",
      post("x", { headers: { "content-type": "multipart/form-data; boundary=b" } }),
      "The body is no multipart/form-data.",
    ],
    [
      400,
      "a query that is none",
      post('{"name":"a"}', {}, "/newPet?a=%E9"),
      "Not a form: malformed percent-encoding or UTF-8 in the pair at character 0.",
    ],
    [
      404,
      "a path that ends in no key",
      post("{}", {}, "/hooks/oldPet"),
      "No webhook goes by this path: it must end in one of newPet, makeOrder/shipped.",
    ],
    [
      404,
      "half of a key",
      post("{}", {}, "/hooks/shipped"),
      "No webhook goes by this path: it must end in one of newPet, makeOrder/shipped.",
    ],
    [405, "another method", new Request("https://here.example/newPet"), "newPet is sent by POST, PUT."],
    [413, "a large body", post(JSON.stringify({ name: "a".repeat(2 ** 20) })), "The body has more than 1048576 bytes."],
    [
      415,
      "another media type",
      post("a", { headers: { "content-type": "application/pdf" } }),
      "Expected application/json or application/x-www-form-urlencoded or multipart/form-data or text/* or image/png, in UTF-8 and not compressed.",
    ],
    [
      415,
      "another encoding of characters",
      post("{}", { headers: { "content-type": "application/json; charset=latin1" } }),
      "Expected application/json or application/x-www-form-urlencoded or multipart/form-data or text/* or image/png, in UTF-8 and not compressed.",
    ],
  ])("%i for %s", async (status, _, request, detail) => {
    const { receive, errors } = receiver();
    const response = await receive(request);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, detail });
    expect([response.status, errors]).toEqual([status, []]);
  });

  it("405 and the methods that there are", async () => {
    const response = await receiver().receive(new Request("https://here.example/newPet", { method: "DELETE" }));
    expect(response.headers.get("allow")).toBe("POST, PUT");
  });

  it("413 before all of a body has come", async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const request = new Request("https://here.example/newPet", {
      method: "POST",
      body,
      duplex: "half",
      headers: JSON_TYPE,
    } as RequestInit);
    const [status] = await statusOf(receiver(undefined, { maxBodyBytes: 10_000 }).receive(request));
    expect(status).toBe(413);
    expect(sent).toBeLessThan(20);
  });

  it("400 where it is cut off", async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
    const request = new Request("https://here.example/newPet", {
      method: "POST",
      body,
      duplex: "half",
      headers: JSON_TYPE,
    } as RequestInit);
    expect((await statusOf(receiver().receive(request)))[0]).toBe(400);
  });

  it("501 where there is no handler, whatever it holds", async () => {
    const receive = receiveWebhooks(DEFINITION, { handlers: {} });
    expect(await statusOf(receive(post("{")))).toEqual([
      501,
      { title: "Not Implemented", status: 501, detail: "There is no handler for newPet." },
    ]);
  });

  it("500 where its body was read before, since it would look empty", async () => {
    const request = post('{"name":"Rex"}');
    await request.text();
    const { receive, errors } = receiver();
    expect((await receive(request)).status).toBe(500);
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining("was read before") })]);
  });
});

describe("the webhook of a request", () => {
  const seen = async (request: Request, options: Partial<WebhookOptions> = {}, definition = DEFINITION) => {
    const found: string[] = [];
    const handlers = Object.fromEntries(
      Object.keys(definition.webhooks).map((key) => [key, (() => void found.push(key)) satisfies WebhookHandler]),
    );
    const { status } = await receiveWebhooks(definition, { handlers, ...options })(request);
    return [status, found[0]];
  };

  it.each([
    ["the key in which the path ends", "/api/hooks/newPet?a=/x"],
    ["with its characters escaped", "/api/new%50et"],
    ["before a slash at the end", "/newPet/"],
  ])("is %s", async (_, path) => {
    expect(await seen(post('{"name":"a"}', {}, path))).toEqual([202, "newPet"]);
  });

  it("is that of several by its method", async () => {
    expect(await seen(post(null, { method: "PUT", headers: {} }))).toEqual([200, "newPet/put"]);
    expect(await seen(post(null, { method: "PUT", headers: {} }, "/newPet/put"))).toEqual([200, "newPet/put"]);
  });

  it("is that of a callback by its operation, too", async () => {
    expect(await seen(post("1", {}, "/hooks/makeOrder/shipped"))).toEqual([204, "makeOrder/shipped"]);
  });

  it("is the one with the longest key where several end a path", async () => {
    const shipped = DEFINITION.webhooks["makeOrder/shipped"] ?? never();
    const both = { ...DEFINITION, webhooks: { shipped, ...DEFINITION.webhooks } };
    expect(await seen(post("1", {}, "/makeOrder/shipped"), {}, both)).toEqual([204, "makeOrder/shipped"]);
    expect(await seen(post("1", {}, "/hooks/shipped"), {}, both)).toEqual([204, "shipped"]);
  });

  it("is the only one that there is, wherever it is received", async () => {
    expect(await seen(post('{"name":"a"}', {}, "/"), {}, ONLY)).toEqual([202, "newPet"]);
  });

  it("is the one that `keyOf` tells, by headers or by what the body says", async () => {
    const byHeader = (request: Request) => request.headers.get("x-event") ?? undefined;
    const event = { headers: { ...JSON_TYPE, "x-event": "newPet" } };
    expect(await seen(post('{"name":"a"}', event, "/"), { keyOf: byHeader })).toEqual([202, "newPet"]);
    const byBody = async (_: Request, body: unknown) => (body as { name: string } | undefined)?.name;
    expect(await seen(post('{"name":"makeOrder/shipped"}', {}, "/"), { keyOf: byBody })).toEqual([
      204,
      "makeOrder/shipped",
    ]);
    const form = { headers: { "content-type": "application/x-www-form-urlencoded" } };
    expect(await seen(post("name=newPet", form, "/"), { keyOf: byBody })).toEqual([202, "newPet"]);
  });

  it("is none where `keyOf` tells none, or a name that every object has", async () => {
    for (const key of [undefined, "oldPet", "constructor", "__proto__", "newPet/get"])
      expect(await seen(post("{}"), { keyOf: () => key })).toEqual([501, undefined]);
  });
});

describe("a signature", () => {
  const sign = (body: Uint8Array | string): string => createHmac("sha256", "secret").update(body).digest("hex");
  const verify = (body: Uint8Array, { headers }: Request): boolean =>
    timingSafeEqual(Buffer.from(sign(body)), Buffer.from((headers.get("x-signature") ?? "").padEnd(64).slice(0, 64)));
  // Parsed and written again, it would have another signature.
  const text = '{ "name" :\n"Rex" }';
  const signed = (signature: string): Request => post(text, { headers: { ...JSON_TYPE, "x-signature": signature } });

  it("is checked over the bytes as they came", async () => {
    const { receive } = receiver(undefined, { verify });
    expect((await receive(signed(sign(text)))).status).toBe(202);
    const refused = await receive(signed(sign(`${text} `)));
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, "Signature"]);
    expect(await refused.json()).toEqual({ title: "Unauthorized", status: 401, detail: "The signature is wrong." });
  });

  it("comes before everything that tells of the document", async () => {
    const { receive } = receiver(undefined, { verify: () => false, keyOf: () => never() });
    for (const request of [post("{"), post("{}", {}, "/nothing"), new Request("https://here.example/newPet")])
      expect((await receive(request)).status).toBe(401);
  });

  it("is wrong where checking it fails, which is reported, and where the result is not `true`", async () => {
    const error = new Error("no secret");
    const { receive, errors } = receiver(undefined, { verify: () => Promise.reject(error) });
    expect((await receive(post('{"name":"a"}'))).status).toBe(401);
    expect(errors).toEqual([error]);
    const odd = receiver(undefined, { verify: (() => "yes") as unknown as NonNullable<WebhookOptions["verify"]> });
    expect((await odd.receive(post('{"name":"a"}'))).status).toBe(401);
  });
});

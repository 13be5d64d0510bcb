import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CallSid, failure, testClient } from "./testing/definition.ts";
import { fullClient, getting } from "./testing/full-definition.ts";
import { json, type Responder, serve } from "./testing/serve.ts";

const page = (size: number) => JSON.stringify({ call_sid: "x".repeat(size - '{"call_sid":""}'.length) });
const raw = (status: number, body: string | Uint8Array, headers: Record<string, string> = {}): Responder => {
  return (response) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
};
/** Sends 64 KiB after 64 KiB, for as long as they are taken. */
const endless = (status: number): Responder => {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json" });
    Readable.from(forever()).pipe(response);
  };
};
function* forever() {
  for (;;) yield Buffer.alloc(2 ** 16, 32);
}

describe("a response", () => {
  it.each<[string, (body: string) => Responder]>([
    ["with a length", (body) => raw(200, body)],
    [
      "in chunks",
      (body) => (response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write(body.slice(0, 7));
        response.end(body.slice(7));
      },
    ],
    ["that is compressed", (body) => raw(200, gzipSync(body), { "content-encoding": "gzip" })],
  ])("%s may have as many bytes as the limit, and no more", async (_, respond) => {
    const body = page(1000);
    const server = await serve(respond(body));
    const read = (maxResponseBytes: number) =>
      testClient({ baseUrl: server.url, maxResponseBytes }).fetchAnnotation({ CallSid });
    await expect(read(1000)).resolves.toEqual(JSON.parse(body));
    const error = await failure(() => read(999));
    expect(error).toMatchObject({ name: "ResponseTooLargeError", code: "size", status: 200, maxResponseBytes: 999 });
    expect(error.message).toBe(
      "The 200 response has more than 999 bytes; raise maxResponseBytes. " +
        `GET ${server.url}/v1/Voice/${CallSid}/Annotation`,
    );
    // Once each: what is too large stays too large.
    expect(server.received).toHaveLength(2);
  });

  it("is counted in bytes, not in characters", async () => {
    const server = await serve(json(200, { call_sid: "é".repeat(100) }));
    const read = (maxResponseBytes: number) =>
      testClient({ baseUrl: server.url, maxResponseBytes }).fetchAnnotation({ CallSid });
    await expect(read(215)).resolves.toEqual({ call_sid: "é".repeat(100) });
    await expect(read(214)).rejects.toMatchObject({ name: "ResponseTooLargeError" });
  });

  it("has 64 MiB by default; a call may allow less, more, or any size", async () => {
    const body = gzipSync(page(2 ** 26 + 1));
    const server = await serve(raw(200, body, { "content-encoding": "gzip" }));
    const client = testClient({ baseUrl: server.url, timeout: 60_000 });
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ maxResponseBytes: 67_108_864 });
    for (const maxResponseBytes of [2 ** 26 + 1, Number.POSITIVE_INFINITY]) {
      const { call_sid: sid } = await client.fetchAnnotation({ CallSid }, { maxResponseBytes });
      expect(sid).toHaveLength(2 ** 26 - 14);
    }
    await expect(client.fetchAnnotation({ CallSid }, { maxResponseBytes: 10 })).rejects.toMatchObject({
      name: "ResponseTooLargeError",
      maxResponseBytes: 10,
    });
  });

  it.each([200, 500])(
    "of status %i that never ends has its connection closed, well before the timeout",
    async (status) => {
      const closed: Promise<unknown>[] = [];
      const respond: Responder = (response: ServerResponse, request) => {
        closed.push(once(response, "close"));
        endless(status)(response, request);
      };
      const server = await serve(respond);
      const client = testClient({ baseUrl: server.url, maxResponseBytes: 2 ** 20, timeout: 20_000, retry: false });
      const error = await failure(() => client.fetchAnnotation({ CallSid }));
      expect(error.name).toBe(status === 200 ? "ResponseTooLargeError" : "ServerError");
      await Promise.all(closed);
      expect(closed).toHaveLength(1);
    },
  );

  it("that promises less than it sends is cut there, as ever", async () => {
    const server = await serve((response) => {
      response.socket?.end(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 16\r\n\r\n{"call_sid":"a"}tail',
      );
    });
    const client = testClient({ baseUrl: server.url, maxResponseBytes: 16 });
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual({ call_sid: "a" });
  });

  it("of HEAD or 204 has no body, whatever its length says", async () => {
    const server = await serve((response) => response.writeHead(204, { "content-length": "5000" }).end());
    const head = getting({ method: "HEAD", responses: { "200": {} } });
    for (const operation of [head, getting({})]) {
      const { call } = fullClient(operation, { baseUrl: server.url, maxResponseBytes: 1 });
      await expect(call()).resolves.toBeUndefined();
    }
  });

  it("that stalls below the limit still times out", async () => {
    const server = await serve((response) => response.writeHead(200).write("{"));
    const client = testClient({ baseUrl: server.url, timeout: 60, maxResponseBytes: 10, retry: false });
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ name: "TimeoutError", limit: "timeout" });
  });

  it("of the raw client has no limit", async () => {
    const server = await serve(raw(200, page(5000)));
    const { raw: client } = testClient({ baseUrl: server.url, maxResponseBytes: 10 });
    const { data } = await client.GET("/v1/Voice/{CallSid}/Annotation", { params: { path: { CallSid } } });
    expect(data?.call_sid).toHaveLength(5000 - 15);
  });
});

describe("an error", () => {
  it.each([
    [404, "NotFoundError"],
    [302, "ApiError"],
    [422, "UnprocessableContentError"],
  ])("%i beyond the limit is still a %s, without its body", async (status, name) => {
    const server = await serve(raw(status, page(1000), { "x-request-id": "RQ1" }));
    const client = testClient({ baseUrl: server.url, maxResponseBytes: 999 });
    const error = await failure(() => client.fetchAnnotation({ CallSid }));
    expect(error).toMatchObject({ name, status, requestId: "RQ1", body: undefined, code: undefined });
    expect(error.message).toMatch(
      status === 302 ? /^Status 302: redirects are not followed\./ : /: more than maxResponseBytes\./,
    );
    expect(server.received).toHaveLength(1);
  });

  it("beyond the limit is repeated as its status says, and so is one whose success follows", async () => {
    const server = await serve(
      endless(503),
      raw(429, page(1000), { "retry-after": "0" }),
      json(200, { call_sid: "a" }),
    );
    const client = testClient({ baseUrl: server.url, maxResponseBytes: 999 });
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual({ call_sid: "a" });
    expect(server.received).toHaveLength(3);
  });

  it("at the limit keeps its body", async () => {
    const body = JSON.stringify({ message: "no", code: 7 });
    const server = await serve(raw(400, body));
    const client = testClient({ baseUrl: server.url, maxResponseBytes: body.length });
    await expect(client.fetchAnnotation({ CallSid })).rejects.toMatchObject({ code: 7, body: { message: "no" } });
  });
});

it.each([
  [0, "a number from 1, received 0"],
  [-1, "a number from 1, received -1"],
  [0.5, "a number from 1, received 0.5"],
  [Number.NaN, "a number from 1, received NaN"],
  ["64MB", "a number from 1, received 64MB"],
  ["1000", "a number from 1, received 1000"],
])("%j is no limit, of a client or of a call", async (value, message) => {
  const options = { maxResponseBytes: value as number };
  const want = new TypeError(`maxResponseBytes must be ${message}.`);
  expect(() => testClient(options)).toThrow(want);
  expect(await failure(() => testClient().fetchAnnotation({ CallSid }, options))).toEqual(want);
});

describe("bytes", () => {
  const operation = getting({ responses: { "200": { content: { "application/pdf": {} } } } });

  it("are limited like text", async () => {
    const bytes = new Uint8Array([0, 255, 128, 13, 10]);
    const server = await serve(raw(200, bytes, { "content-type": "application/pdf" }));
    const { call } = fullClient(operation, { baseUrl: server.url, maxResponseBytes: 5 });
    const blob = (await call()) as Blob;
    expect([blob.type, new Uint8Array(await blob.arrayBuffer())]).toEqual(["application/pdf", bytes]);
    await expect(call({ maxResponseBytes: 4 })).rejects.toMatchObject({ name: "ResponseTooLargeError" });
  });
});

describe("text is read as response.text() reads it", () => {
  const bytes = (...parts: (string | readonly number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
  it.each<[string, Buffer]>([
    ["a byte order mark", bytes([0xef, 0xbb, 0xbf], "a")],
    ["the beginning of a byte order mark", bytes([0xef, 0xbb])],
    ["invalid bytes", bytes("a", [0xff, 0xfe, 0xc3], "b")],
    ["a character that is cut off", bytes("a", [0xf0, 0x9f, 0x98])],
    ["characters of each length", bytes("aé€😀\u0000\r\n")],
    ["an encoded surrogate", bytes([0xed, 0xa0, 0x80])],
    ["nothing", bytes()],
  ])("with %s, whole and byte by byte", async (_, body) => {
    const wanted = await new Response(new Uint8Array(body)).text();
    const streams = [
      () => new Response(new Uint8Array(body), { headers: { "content-type": "text/plain" } }),
      () => {
        const stream = new ReadableStream({
          start: (controller) => {
            for (const byte of body) controller.enqueue(new Uint8Array([byte]));
            controller.close();
          },
        });
        return new Response(stream, { headers: { "content-type": "text/plain" } });
      },
    ];
    const text = getting({ responses: { "200": { content: { "text/plain": {} } } } });
    for (const make of streams) {
      const fetch = async () => make();
      expect(await testClient({ fetch }).search()).toBe(wanted);
      expect(await fullClient(text, { fetch }).call()).toBe(wanted);
    }
  });
});

describe("a fetch whose responses have no stream", () => {
  const body = '{"call_sid":"é"}';
  const headers = new Headers({ "content-type": "application/json" });
  const known = { ok: true, status: 200, headers, url: "" };
  it.each<[string, object]>([
    ["but text()", { text: async () => body }],
    ["but blob() and text()", { text: async () => body, blob: async () => new Blob([body]) }],
    ["but a body that another library reads", { body: Readable.from([]), text: async () => body }],
  ])("%s is read, and limited", async (_, rest) => {
    const fetch = async () => ({ ...known, ...rest }) as Response;
    const operation = getting({ responses: { "200": { content: { "application/json": {} } } } });
    for (const call of [
      (maxResponseBytes: number) => testClient({ fetch }).fetchAnnotation({ CallSid }, { maxResponseBytes }),
      (maxResponseBytes: number) => fullClient(operation, { fetch }).call({ maxResponseBytes }),
    ]) {
      await expect(call(17)).resolves.toEqual({ call_sid: "é" });
      await expect(call(15)).rejects.toMatchObject({ name: "ResponseTooLargeError" });
    }
  });
});

it("a large error takes the process no long time", async () => {
  const zeros = Buffer.from(`["\\u0041",${"0,".repeat(3e6)}0]`);
  const server = await serve(raw(400, gzipSync(zeros), { "content-encoding": "gzip" }));
  const start = process.cpuUsage();
  const error = await failure(() => testClient({ baseUrl: server.url }).fetchAnnotation({ CallSid }));
  expect(error.body).toHaveLength(3e6 + 2);
  // A reviver for JSON takes seconds for this.
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
});

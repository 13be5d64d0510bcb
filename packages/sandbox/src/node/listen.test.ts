import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createSandbox } from "../index.ts";
import type { FetchHandler } from "../sandbox/sandbox.ts";
import { deferred } from "../testing/deferred.ts";
import { exchange, lastBody } from "../testing/exchange.ts";
import { allow, basic, path } from "../testing/fixtures.ts";
import { type ListenOptions, listen } from "./listen.ts";

const authorization = basic();
const head = (first: string, ...headers: string[]) =>
  `${[first, "Host: a.localhost", `Authorization: ${authorization}`, ...headers].join("\r\n")}\r\n\r\n`;
const form = "Content-Type: application/x-www-form-urlencoded";

async function start(sandbox: FetchHandler = createSandbox(), options: ListenOptions = {}): Promise<string> {
  const { url, close } = await listen(sandbox, options);
  onTestFinished(close);
  return url;
}

describe("over a port", () => {
  it("responds like fetch, at the origin of the request", async () => {
    const url = await start();
    const response = await fetch(url + path, {
      method: "POST",
      headers: { authorization },
      body: new URLSearchParams({ Spam: "True" }),
    });
    expect(await response.json()).toMatchObject({ spam: true, url: url + path });
    expect(response.headers.get("twilio-request-id")).toMatch(/^RQ[0-9a-f]{32}$/);
    const received = await exchange(url, head(`GET ${path} HTTP/1.1`, "Connection: close"));
    expect(lastBody(received)).toMatchObject({ spam: true, url: `http://a.localhost${path}` });
  });

  it("listens on loopback unless told otherwise", async () => {
    expect(await start()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await start(createSandbox(), { host: "::1" })).toMatch(/^http:\/\/\[::1\]:\d+$/);
    await expect(listen(createSandbox(), { host: "" })).rejects.toThrow(TypeError);
  });

  it("says so when the port is taken", async () => {
    const port = Number(new URL(await start()).port);
    await expect(listen(createSandbox(), { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("keeps the connection, and responds to requests on it in order", async () => {
    const url = await start();
    const post = head(`POST ${path} HTTP/1.1`, form, "Content-Length: 9");
    const received = await exchange(
      url,
      `${post}Spam=true${post}CallScore${head(`GET ${path} HTTP/1.1`, "Connection: close")}`,
    );
    expect(received.match(/HTTP\/1.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 200"]);
  });

  it("keeps the connection after a small request that it refuses unread", async () => {
    const response = await fetch((await start()) + path, { method: "POST", body: "not read" });
    expect([response.status, response.headers.get("connection")]).toEqual([401, "keep-alive"]);
  });

  it("responds to HEAD without a body and to OPTIONS with what is allowed", async () => {
    const url = await start();
    const received = await exchange(url, head(`HEAD ${path} HTTP/1.1`, "Connection: close"));
    expect(received).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*content-length: [1-9][\s\S]*\r\n\r\n$/);
    const options = await exchange(url, head(`OPTIONS ${path} HTTP/1.1`, "Connection: close"));
    expect(options).toMatch(/^HTTP\/1.1 204 /);
    expect(options).toContain(`\r\nallow: ${allow}\r\n`);
  });

  it("reads a chunked body and one that waits for 100 Continue", async () => {
    const url = await start();
    const chunked = head(`POST ${path} HTTP/1.1`, form, "Transfer-Encoding: chunked", "Connection: close");
    expect(lastBody(await exchange(url, `${chunked}4\r\nSpam\r\n5\r\n=true\r\n0\r\n\r\n`))).toMatchObject({
      spam: true,
    });
    const waiting = head(
      `POST ${path} HTTP/1.1`,
      form,
      "Content-Length: 11",
      "Expect: 100-continue",
      "Connection: close",
    );
    expect(await exchange(url, `${waiting}CallScore=2`)).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200/);
  });

  it("keeps the connection of HTTP/1.0 that wants that", async () => {
    const url = await start();
    const get = (...headers: string[]) =>
      [`GET ${path} HTTP/1.0`, `Authorization: ${authorization}`, ...headers, "\r\n"].join("\r\n");
    const received = await exchange(url, get("Connection: keep-alive") + get());
    expect(received.match(/HTTP\/1.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 200"]);
    expect(received.match(/connection: .*/gi)).toEqual(["Connection: keep-alive", "Connection: close"]);
  });

  it("responds to a client that wants another protocol in this one", async () => {
    const url = await start(createSandbox(), { keepAliveTimeout: 50 });
    const upgrade = ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA"];
    const received = await exchange(
      url,
      `${head(`POST ${path} HTTP/1.1`, form, "Content-Length: 9", ...upgrade)}Spam=true`,
    );
    expect(received).toMatch(/^HTTP\/1.1 200 OK/);
    expect(lastBody(received)).toMatchObject({ spam: true });
  });

  it("reads thousands of headers, and overlooks none", async () => {
    const url = await start();
    const flood = Array.from({ length: 3000 }, () => "a:").join("\r\n");
    const received = await exchange(
      url,
      `GET ${path} HTTP/1.1\r\nHost: a.localhost\r\n${flood}\r\nConnection: close\r\nAuthorization: ${authorization}\r\n\r\n`,
    );
    expect(received).toMatch(/^HTTP\/1.1 200 OK/);
  });

  it("serves HTTP/1.0 without a Host", async () => {
    const url = await start();
    const received = await exchange(url, `GET ${path} HTTP/1.0\r\nAuthorization: ${authorization}\r\n\r\n`);
    expect(lastBody(received)).toMatchObject({ url: url + path });
  });
});

describe("a large body", () => {
  const declared = head(`POST ${path} HTTP/1.1`, form, "Content-Length: 99999999");
  const chunked = head(`POST ${path} HTTP/1.1`, form, "Transfer-Encoding: chunked");
  const chunk = `10000\r\n${"a".repeat(0x10000)}\r\n`;

  it.each([
    ["is announced", declared],
    ["is announced to come after 100 Continue", declared.replace("Content-L", "Expect: 100-continue\r\nContent-L")],
    ["has begun", `${declared}${"a".repeat(100_000)}`],
    ["turns out to be", chunked + chunk + chunk],
  ])("is refused as soon as it %s", async (_, bytes) => {
    const received = await exchange(await start(), bytes);
    expect(received).toMatch(/^HTTP\/1.1 413 [\s\S]*connection: close/i);
    expect(lastBody(received)).toMatchObject({ status: 413, code: 20413 });
  });

  it("is refused in a way that fetch understands", async () => {
    const init = {
      method: "POST",
      headers: { authorization },
      body: new URLSearchParams({ a: "a".repeat(9_000_000) }),
    };
    const url = await start();
    for (let round = 0; round < 5; round++) expect((await fetch(url + path, init)).status).toBe(413);
  });

  it("is not waited for where nobody reads it", async () => {
    const received = await exchange(await start(), declared.replace("/v1/", "/v2/"));
    expect(lastBody(received)).toMatchObject({ status: 404 });
  });
});

describe("malformed requests", () => {
  const get = (target: string) => head(`GET ${target} HTTP/1.1`, "Connection: close");
  it.each([
    ["no HTTP", "hello\r\n\r\n", 400],
    ["a header without a name", head(`GET ${path} HTTP/1.1`, ": a"), 400],
    ["a header with a control character", head(`GET ${path} HTTP/1.1`, "A: \u0001"), 400],
    ["huge headers", head(`GET ${path} HTTP/1.1`, `A: ${"a".repeat(70_000)}`), 431],
    [
      "a body that is not chunked as it says",
      `${head(`POST ${path} HTTP/1.1`, form, "Transfer-Encoding: chunked")}zz\r\n`,
      400,
    ],
    [
      "a body of two lengths",
      `${head(`POST ${path} HTTP/1.1`, form, "Content-Length: 9", "Content-Length: 8")}Spam=true`,
      400,
    ],
    [
      "a body that is both chunked and of a length",
      `${head(`POST ${path} HTTP/1.1`, form, "Content-Length: 9", "Transfer-Encoding: chunked")}4\r\nSpam\r\n0\r\n\r\n`,
      400,
    ],
    ["a folded header", head(`GET ${path} HTTP/1.1`, "A: b\r\n c", "Connection: close"), 400],
    ["a header after which only LF comes", head(`GET ${path} HTTP/1.1`, "A: b\nC: d", "Connection: close"), 400],
    ["two credentials", head(`GET ${path} HTTP/1.1`, `Authorization: ${authorization}`, "Connection: close"), 401],
    ["a huge URL", get(`${path}?${"a".repeat(70_000)}`), 431],
    ["a version that is none", head(`GET ${path} HTTP/9.9`), 400],
    ["HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["no Host", `GET ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`, 400],
    ["two Hosts", head(`GET ${path} HTTP/1.1`, "Host: b.example", "Connection: close"), 400],
    ["a Host that is none", `GET ${path} HTTP/1.1\r\nHost: a/b?c\r\nConnection: close\r\n\r\n`, 400],
    ["a Host without a possible port", `GET ${path} HTTP/1.1\r\nHost: a:99999\r\nConnection: close\r\n\r\n`, 400],
    ["a URL with a backslash", get(path.replace("Voice/", "Voice\\")), 400],
    ["a URL with raw bytes", get("/v1/Voice/é/Annotation"), 400],
    ["a path that is not UTF-8", get("/v1/Voice/%ff/Annotation"), 400],
    ["a path with a lone percent sign", get("/v1/Voice/%/Annotation"), 400],
    ["a user in an absolute URL", get(`http://user@localhost${path}`), 400],
    ["a user and a password in one", get(`https://user:secret@127.0.0.1:80${path}`), 400],
    ["an empty user in one", get(`http://@localhost${path}`), 400],
    ["a user that hides the host", get(`http://localhost%40evil.example@localhost${path}`), 400],
    ["an absolute URL without a host", get("http:///v1"), 404],
    ["an absolute URL without a possible port", get(`http://localhost:99999${path}`), 400],
    ["an absolute URL without a Host", `GET http://localhost${path} HTTP/1.1\r\nConnection: close\r\n\r\n`, 400],
    ["dot segments", get(path.replace("/Voice", "/Voice/../Voice")), 404],
    ["encoded dot segments", get(path.replace("/Voice", "/Voice/%2e%2E/Voice")), 404],
    ["doubled slashes", get(`/${path}`), 404],
    ["no path at all", get("*"), 404],
    ["CONNECT", head("CONNECT a.example:80 HTTP/1.1"), 400],
    ["TRACE", head(`TRACE ${path} HTTP/1.1`, "Connection: close"), 405],
  ])("are refused in the format of every error: %s", async (_, bytes, status) => {
    const url = await start();
    const received = await exchange(url, bytes);
    expect(lastBody(received)).toMatchObject({ status, code: expect.any(Number), more_info: expect.any(String) });
    expect(received).toMatch(new RegExp(`^HTTP/1.1 ${status} [\\s\\S]*twilio-request-id: RQ[0-9a-f]{32}`, "i"));
    expect(received).not.toMatch(/\.[jt]s:|node:|at .+\(/);
    expect((await fetch(url + path, { headers: { authorization } })).status).toBe(200);
  });

  it("leave a server that lives when they end in the middle", async () => {
    const url = await start();
    const pieces = [
      "",
      "GET",
      head(`POST ${path} HTTP/1.1`, form, "Content-Length: 10"),
      `${head(`POST ${path} HTTP/1.1`, form, "Content-Length: 10")}Spam`,
    ];
    for (const piece of pieces) {
      const socket = connect(Number(new URL(url).port), "127.0.0.1");
      await once(socket, "connect");
      await new Promise((resolve) => socket.write(piece, resolve));
      socket.resetAndDestroy();
    }
    expect((await fetch(url + path, { headers: { authorization } })).status).toBe(200);
  });

  it("take an absolute URL for what it is", async () => {
    const received = await exchange(await start(), get(`http://b.localhost:81${path}`));
    expect(lastBody(received)).toMatchObject({ url: `http://b.localhost:81${path}` });
  });
});

describe("a fetch that fails", () => {
  it.each([
    ["rejects", () => Promise.reject(new Error("secret"))],
    [
      "breaks off",
      async () => new Response(new ReadableStream({ start: (controller) => controller.error(new Error("secret")) })),
    ],
  ])("leads to 500 and is reported when it %s", async (_, broken) => {
    const reported: unknown[] = [];
    const url = await start({ fetch: broken }, { onError: (error) => reported.push(error) });
    const response = await fetch(url + path);
    expect([response.status, await response.json()]).toMatchObject([
      500,
      { code: 20500, message: "Internal Server Error" },
    ]);
    expect(reported).toEqual([new Error("secret")]);
  });
});

describe("a fault", () => {
  it("resets the connection, for a client as for a socket", async () => {
    const url = await start(createSandbox({ faults: [{ reset: true }] }));
    const error: unknown = await fetch(url + path, { headers: { authorization } }).catch((reason) => reason);
    expect(error).toMatchObject({ name: "TypeError", cause: { code: "ECONNRESET" } });
    await expect(exchange(url, head(`GET ${path} HTTP/1.1`))).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  it("ends the connection in the middle of a response", async () => {
    const url = await start(createSandbox({ faults: [{ body: "truncated" }] }));
    const response = await fetch(url + path, { headers: { authorization } });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
    const received = await exchange(url, head(`GET ${path} HTTP/1.1`));
    const [, length = "0"] = /content-length: (\d+)/.exec(received) ?? [];
    const [, body = ""] = received.split("\r\n\r\n");
    expect([body.startsWith('{"account_sid"'), body.length]).toEqual([true, Math.floor(Number(length) / 2)]);
  });

  it("leaves the server alive", async () => {
    const faults = [
      { reset: true, requests: "1-20" },
      { body: "truncated", requests: "21-40" },
    ] as const;
    const url = await start(createSandbox({ faults }));
    const ask = () => fetch(url + path, { headers: { authorization } }).then((response) => response.text());
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, ask));
    expect(outcomes.map(({ status }) => status)).toEqual(Array(40).fill("rejected"));
    expect(await ask()).toContain(path);
  });
});

describe("a slow client", () => {
  const timeouts = { headersTimeout: 100, requestTimeout: 200, keepAliveTimeout: 100 };
  const post = head(`POST ${path} HTTP/1.1`, form, "Content-Length: 9");

  it.each([
    ["with its first byte", ""],
    ["with its headers", `GET ${path} HTTP/1.1\r\nHost: a.localhost\r\n`],
    ["with its body", `${post}Spam`],
  ])("is told that it took too long %s", async (_, bytes) => {
    const received = await exchange(await start(createSandbox(), timeouts), bytes);
    expect(received).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n[\s\S]*twilio-request-id: RQ/);
    expect(lastBody(received)).toMatchObject({ status: 408, code: 20408 });
  });

  it("may not keep a connection without using it", async () => {
    const url = await start(createSandbox(), { keepAliveTimeout: 100 });
    const received = await exchange(url, head(`GET ${path} HTTP/1.1`));
    expect(received.match(/HTTP\/1.1 \d+/g)).toEqual(["HTTP/1.1 200"]);
  });
});

describe("a client that goes", () => {
  it("ends what was done for it", async () => {
    const asked = deferred<AbortSignal | null | undefined>();
    const ended = deferred<void>();
    const url = await start({
      fetch: (_, init) => {
        init?.signal?.addEventListener("abort", () => ended.resolve());
        asked.resolve(init?.signal);
        return new Promise(() => {});
      },
    });
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(head(`GET ${path} HTTP/1.1`)));
    expect((await asked.promise)?.aborted).toBe(false);
    socket.destroy();
    await ended.promise;
  });
});

describe("close", () => {
  /** A server of which one request is under way until it is released. */
  async function busy(grace: number) {
    const asked = deferred<void>();
    const released = deferred<Response>();
    const slow = (request: Request) => {
      if (request.url.endsWith("/quick")) return Promise.resolve(new Response("quick"));
      asked.resolve();
      return released.promise;
    };
    const { url, close } = await listen({ fetch: slow }, { grace });
    const received = exchange(url, head(`GET ${path} HTTP/1.1`));
    await asked.promise;
    return { url, close, received, release: () => released.resolve(new Response("done")) };
  }

  it("waits for requests in progress, and for nothing else", async () => {
    const { url, close, received, release } = await busy(60_000);
    const silent = connect(Number(new URL(url).port), "127.0.0.1");
    const idle = connect(Number(new URL(url).port), "127.0.0.1", () => idle.write(head("GET /quick HTTP/1.1")));
    const left = [once(silent, "close"), once(idle, "close")];
    await Promise.all([once(silent, "connect"), once(idle, "data")]);
    const closed = Promise.all([close(), close()]);
    await expect(fetch(url)).rejects.toThrow();
    release();
    await Promise.all([closed, ...left]);
    expect(await received).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*done$/);
  });

  it("ends what takes too long", async () => {
    const { close, received } = await busy(20);
    await close();
    expect(await received).toBe("");
  });
});

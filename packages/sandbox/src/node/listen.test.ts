import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { createSandbox, type Sandbox } from "../index.ts";
import { exchange, lastBody } from "../testing/exchange.ts";
import { basic, path } from "../testing/fixtures.ts";
import { type ListenOptions, listen } from "./listen.ts";

const authorization = basic();
const head = (first: string, ...headers: string[]) =>
  `${[first, "Host: a.example", `Authorization: ${authorization}`, ...headers].join("\r\n")}\r\n\r\n`;
const form = "Content-Type: application/x-www-form-urlencoded";

async function start(sandbox: Sandbox = createSandbox(), options: ListenOptions = {}): Promise<string> {
  const { url, close } = await listen(sandbox, options);
  onTestFinished(close);
  return url;
}

describe("over a port", () => {
  it("answers like fetch, at the origin that was asked", async () => {
    const url = await start();
    const response = await fetch(url + path, {
      method: "POST",
      headers: { authorization },
      body: new URLSearchParams({ Spam: "True" }),
    });
    expect(await response.json()).toMatchObject({ spam: true, url: url + path });
    expect(response.headers.get("twilio-request-id")).toMatch(/^RQ[0-9a-f]{32}$/);
    const received = await exchange(url, head(`GET ${path} HTTP/1.1`, "Connection: close"));
    expect(lastBody(received)).toMatchObject({ spam: true, url: `http://a.example${path}` });
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

  it("keeps the connection, and answers requests on it in order", async () => {
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

  it("answers HEAD without a body and OPTIONS with what is allowed", async () => {
    const url = await start();
    const received = await exchange(url, head(`HEAD ${path} HTTP/1.1`, "Connection: close"));
    expect(received).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*content-length: [1-9][\s\S]*\r\n\r\n$/);
    expect(await exchange(url, head(`OPTIONS ${path} HTTP/1.1`, "Connection: close"))).toMatch(
      /^HTTP\/1.1 204[\s\S]*allow: GET, HEAD, OPTIONS, POST/,
    );
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
    ["no Host", `GET ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`, 400],
    ["two Hosts", head(`GET ${path} HTTP/1.1`, "Host: b.example", "Connection: close"), 400],
    ["a Host that is none", `GET ${path} HTTP/1.1\r\nHost: a/b?c\r\nConnection: close\r\n\r\n`, 400],
    ["a Host without a possible port", `GET ${path} HTTP/1.1\r\nHost: a:99999\r\nConnection: close\r\n\r\n`, 400],
    ["a URL with a backslash", get(path.replace("Voice/", "Voice\\")), 400],
    ["a URL with raw bytes", get("/v1/Voice/é/Annotation"), 400],
    ["a path that is not UTF-8", get("/v1/Voice/%ff/Annotation"), 400],
    ["a path with a lone percent sign", get("/v1/Voice/%/Annotation"), 400],
    ["dot segments", get(path.replace("/Voice", "/Voice/../Voice")), 404],
    ["encoded dot segments", get(path.replace("/Voice", "/Voice/%2e%2E/Voice")), 404],
    ["doubled slashes", get(`/${path}`), 404],
    ["no path at all", get("*"), 404],
    ["CONNECT", head("CONNECT a.example:80 HTTP/1.1"), 400],
    ["TRACE", head(`TRACE ${path} HTTP/1.1`, "Connection: close"), 405],
  ])("are answered in the shape of every error: %s", async (_, bytes, status) => {
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
      socket.write(piece);
      await sleep(20);
      socket.resetAndDestroy();
    }
    await sleep(20);
    expect((await fetch(url + path, { headers: { authorization } })).status).toBe(200);
  });

  it("take an absolute URL for what it is", async () => {
    const received = await exchange(await start(), get(`http://b.example:81${path}`));
    expect(lastBody(received)).toMatchObject({ url: `http://b.example:81${path}` });
  });
});

describe("a fetch that fails", () => {
  it.each([
    ["rejects", () => Promise.reject(new Error("secret"))],
    [
      "breaks off",
      async () => new Response(new ReadableStream({ start: (controller) => controller.error(new Error("secret")) })),
    ],
  ])("is answered with 500 and reported when it %s", async (_, broken) => {
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

describe("close", () => {
  it("ends silent, idle and busy connections within a moment, and may be repeated", async () => {
    let asked = () => {};
    const waiting = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const never = () => {
      asked();
      return new Promise<Response>(() => {});
    };
    const { url, close } = await listen({ fetch: never });
    const silent = exchange(url, "");
    const busy = exchange(url, get);
    await waiting;
    const before = performance.now();
    await Promise.all([close(), close()]);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(await Promise.all([silent, busy])).toEqual(["", ""]);
    await expect(fetch(url)).rejects.toThrow();
  });

  it("lets what is being answered finish", async () => {
    let asked = () => {};
    const waiting = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const slow = async () => {
      asked();
      await sleep(50);
      return new Response("done");
    };
    const { url, close } = await listen({ fetch: slow });
    const answer = fetch(url).then((response) => response.text());
    await waiting;
    await close();
    expect(await answer).toBe("done");
  });

  const get = head(`GET ${path} HTTP/1.1`);
});

import { createServer as createHttpServer } from "node:http";
import { createServer, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { NetworkError } from "./network-error.ts";
import { accountSid, authToken, CallSid, failure, testClient } from "./testing/definition.ts";
import { fullClient, getting } from "./testing/full-definition.ts";
import { shownOf } from "./testing/secrets.ts";
import { serve, text } from "./testing/serve.ts";

const target = { method: "GET", url: "https://api.example.com/v1/Voice?From=%2B15551234567&key=TOP)SECRET" };
const reasonOf = (thrown: unknown) =>
  /^No complete response \((.*)\)\. GET [^ ]+$/s.exec(new NetworkError(target, thrown).message)?.[1];

const chain = (...links: readonly (Error | object)[]) => {
  for (const [index, link] of links.slice(0, -1).entries()) Object.assign(link, { cause: links[index + 1] });
  return links[0];
};
const withCode = (code: unknown, message: string) => Object.assign(new Error(message), { code });
const abort = () => new DOMException("The operation was aborted due to timeout", "TimeoutError");
const cycle = new Error("fetch failed");
cycle.cause = new Error("socket hang up", { cause: cycle });

describe("a NetworkError says", () => {
  it.each<[string, unknown, string]>([
    [
      "Node: refused",
      chain(new TypeError("fetch failed"), withCode("ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:1")),
      "connect ECONNREFUSED 127.0.0.1:1",
    ],
    [
      "Node: refused at both addresses of a host",
      chain(
        new TypeError("fetch failed"),
        Object.assign(
          new AggregateError(
            [
              withCode("ECONNREFUSED", "connect ECONNREFUSED ::1:1"),
              withCode("ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:1"),
            ],
            "",
          ),
          { code: "ECONNREFUSED" },
        ),
      ),
      "connect ECONNREFUSED 127.0.0.1:1",
    ],
    ["an aggregate of nothing", Object.assign(new AggregateError([], ""), { code: "ETIMEDOUT" }), "ETIMEDOUT"],
    ["errors that are no list", Object.assign(new Error("invalid"), { errors: { a: "b" } }), "invalid"],
    [
      "Node: a proxy refuses the tunnel",
      chain(
        new TypeError("fetch failed"),
        new DOMException("Request was cancelled.", "AbortError"),
        withCode("UND_ERR_ABORTED", "Proxy response (407) !== 200 when HTTP Tunneling"),
      ),
      "UND_ERR_ABORTED: Proxy response (407) !== 200 when HTTP Tunneling",
    ],
    ["Node: 407 of the server", chain(new TypeError("fetch failed"), new Error("")), "fetch failed"],
    [
      "Node: closed",
      chain(new TypeError("fetch failed"), withCode("UND_ERR_SOCKET", "other side closed")),
      "UND_ERR_SOCKET: other side closed",
    ],
    ["a timeout of a fetch of one's own", abort(), "The operation was aborted due to timeout"],
    ["Chromium", new TypeError("Failed to fetch"), "Failed to fetch"],
    [
      "Firefox",
      new TypeError("NetworkError when attempting to fetch resource."),
      "NetworkError when attempting to fetch resource.",
    ],
    ["Safari", new TypeError("Load failed"), "Load failed"],
    ["msw: the cause is a Response", chain(new TypeError("Failed to fetch"), Response.error()), "Failed to fetch"],
    ["workerd", new Error("Network connection lost."), "Network connection lost."],
    [
      "Bun",
      Object.assign(new Error("Unable to connect. Is the computer able to access the URL?"), {
        code: "ConnectionRefused",
        path: target.url,
        errno: 0,
      }),
      "ConnectionRefused: Unable to connect. Is the computer able to access the URL",
    ],
    [
      "Deno",
      new TypeError(
        `error sending request for url (${target.url}): client error (Connect): Connection refused (os error 111)`,
      ),
      "error sending request for url (https://api.example.com/v1/Voice): client error (Connect): Connection refused (os error 111)",
    ],
    [
      "node-fetch",
      Object.assign(new Error(`request to ${target.url} failed, reason: connect ECONNREFUSED`), {
        type: "system",
        code: "ECONNREFUSED",
      }),
      "request to https://api.example.com/v1/Voice failed, reason: connect ECONNREFUSED",
    ],
    [
      "the path and query alone",
      new Error("GET /v1/Voice?From=%2B15551234567&key=TOP)SECRET timed out"),
      "GET /v1/Voice timed out",
    ],
    ["the query alone", new Error("no route for From=%2B15551234567&key=TOP)SECRET"), "no route for "],
    [
      "the URL as people read it",
      new Error(`"${decodeURIComponent(target.url)}" failed`),
      '"https://api.example.com/v1/Voice" failed',
    ],
    [
      "the URL within another",
      new Error(`no route for proxy.example/${encodeURIComponent(target.url)} here`),
      "no route for proxy.example/https%3A%2F%2Fapi.example.com%2Fv1%2FVoice here",
    ],
    [
      "another URL",
      new Error("redirected to <https://elsewhere.example/?token=TOPSECRET>"),
      "redirected to <https://elsewhere.example/>",
    ],
    ["a code without a message", withCode("ECONNRESET", ""), "ECONNRESET"],
    ["a numeric code", withCode(23, "timed out"), "timed out"],
    ["a number for a message", chain(new Error("it broke"), withCode("-111", "0")), "it broke"],
    ["a string", "the tunnel is closed", "the tunnel is closed"],
    ["a string as the cause", chain(new TypeError("fetch failed"), { message: "" }), "fetch failed"],
    ["a string as a cause", new TypeError("fetch failed", { cause: "no route to host" }), "no route to host"],
    ["a number", 7, "no reason given"],
    ["nothing", undefined, "no reason given"],
    ["null", null, "no reason given"],
    ["an error without a word", new Error(""), "no reason given"],
    ["causes in a cycle", cycle, "socket hang up"],
  ])("why: %s", (_, thrown, reason) => {
    const error = new NetworkError(target, thrown);
    expect(reasonOf(thrown)).toBe(reason);
    expect(error.cause).toBeInstanceOf(Error);
    expect((error.cause as Error).message).toBe(reason);
    expect(shownOf(error)).not.toMatch(/undefined|15551234567/);
  });

  it("what the runtime calls it", () => {
    const thrown = withCode("ECONNRESET", "read ECONNRESET");
    const { cause } = new NetworkError(target, new TypeError("fetch failed", { cause: thrown }));
    expect(cause).toMatchObject({ name: "Error", code: "ECONNRESET", message: "read ECONNRESET" });
    expect(new NetworkError(target, withCode(23, "x")).cause).not.toHaveProperty("code");
  });

  it("nothing else that was in the error", () => {
    const thrown = Object.assign(new Error("connection lost"), {
      data: "Authorization: TOPSECRET",
      config: { headers: { Authorization: "TOPSECRET" } },
      request: new Request("https://a.example/?TOPSECRET"),
      socket: { remoteAddress: "192.0.2.1" },
    });
    expect(shownOf(new NetworkError(target, thrown))).not.toMatch(/TOPSECRET|192/);
  });

  it("no secret that is known", () => {
    const redact = (text: string) => text.replaceAll("TOPSECRET", "[redacted]");
    const error = new NetworkError(target, withCode("TOPSECRET", "no TOPSECRET"), redact);
    expect(error.message).toContain("no [redacted]");
    expect(shownOf(error)).not.toContain("TOPSECRET");
  });
});

const encoded = btoa(`${accountSid}:${authToken}`);

async function listen(respond: (socket: Socket, received: string) => void): Promise<string> {
  const server = createServer((socket) =>
    socket.on("data", (data) => respond(socket, `${data}`)).on("error", () => {}),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

describe("a NetworkError is made of", () => {
  const throwing = (name: string) =>
    Object.defineProperty(new Error("reset by peer"), name, {
      get() {
        throw new Error("TOP)SECRET");
      },
    });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const endless = (): Error => Object.defineProperty(new Error("reset by peer"), "cause", { get: endless });
  const deep = Array.from({ length: 1000 }).reduce((cause) => new Error("reset by peer", { cause }), proxy);
  it.each<[string, unknown, string]>([
    ["a message that throws", throwing("message"), "no reason given"],
    ["a cause that throws", throwing("cause"), "no reason given"],
    ["what throws beneath another", new Error("fetch failed", { cause: throwing("code") }), "fetch failed"],
    ["a revoked proxy", proxy, "no reason given"],
    ["one beneath another", new Error("fetch failed", { cause: proxy }), "fetch failed"],
    ["one in an aggregate", new AggregateError([proxy], "all failed"), "all failed"],
    ["causes without end", endless(), "reset by peer"],
    ["a thousand causes", deep, "reset by peer"],
  ])("%s", (_, thrown, reason) => {
    expect(reasonOf(thrown)).toBe(reason);
    expect(shownOf(new NetworkError(target, thrown))).not.toContain("SECRET");
  });
});

describe("no NetworkError shows credentials", () => {
  const expectNoCredentials = (error: Error) => {
    expect(error.name).toBe("NetworkError");
    expect(error.message).toMatch(/\((?=.*[a-z]).+\)\. GET/i);
    for (const secret of [encoded, encoded.replace(/=+$/, ""), authToken]) expect(shownOf(error)).not.toContain(secret);
  };

  it.each<[string, (received: string) => string]>([
    ["repeats what it gets", (received) => received],
    [
      "repeats it in a malformed header",
      (received) => `HTTP/1.1 200 OK\r\nBad Header ${received.replaceAll("\r\n", " ")}\r\n\r\n`,
    ],
    [
      "repeats it in a malformed chunk",
      (received) => `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${received}`,
    ],
    ["repeats it in the status line", (received) => `HTTP/9.9 ${received.replaceAll("\r\n", " ")}\r\n\r\n`],
  ])("when a server %s, for a method or the raw client", async (_, respond) => {
    const baseUrl = await listen((socket, received) => socket.end(respond(received)));
    const client = testClient({ baseUrl, retry: false });
    const raw = () => client.raw.GET("/v1/Voice/{CallSid}/Annotation", { params: { path: { CallSid } } });
    expectNoCredentials(await failure(() => client.fetchAnnotation({ CallSid })));
    expectNoCredentials(await failure(raw));
  });

  it.each(["token", "headerKey", "queryKey", "cookieKey"])(
    "of the option %s, nor a query, whatever a fetch says",
    async (option) => {
      const secret = "t0p/s3cr3t+=";
      const scheme =
        { token: "Bearer", headerKey: "HeaderKey", queryKey: "QueryKey", cookieKey: "CookieKey" }[option] ?? "";
      const fetch = async ({ url, headers }: Request) => {
        throw Object.assign(new Error(`${url} failed with ${JSON.stringify([...headers])}`), { path: url, code: url });
      };
      const operation = getting({ security: [[scheme]], parameters: [{ name: "From", in: "query", schema: "Text" }] });
      const client = fullClient(operation, { [option]: secret, fetch, retry: false });
      const error = await failure(() => client.call({ From: "+15551234567" }));
      expect(error.name).toBe("NetworkError");
      expect(error.message).toContain("https://api.example.com/v1/things");
      expect(shownOf(error)).not.toMatch(/s3cr3t|15551234567/);
    },
  );

  it("when a proxy or server wants credentials, and says so", async () => {
    const server = createHttpServer((_, response) => response.writeHead(407).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const baseUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const error = await failure(() => testClient({ baseUrl, retry: false }).fetchAnnotation({ CallSid }));
    expect(error.message).toMatch(/fetch failed|407/);
  });
});

describe("a status below 400", () => {
  it.each([300, 304, 305, 399])("of %i is no redirect that would be followed", async (status) => {
    const server = await serve(text(status, "", { "content-type": "text/plain" }));
    const error = await failure(() => testClient({ baseUrl: server.url }).fetchAnnotation({ CallSid }));
    expect(error).toMatchObject({ name: "ApiError", status });
    expect(error.message).not.toContain("redirect");
  });

  it("of 103, which a runtime may hand out, is none either", async () => {
    const fetch = async () => ({ ok: false, status: 103, headers: new Headers(), text: async () => "" }) as Response;
    const error = await failure(() => testClient({ fetch }).fetchAnnotation({ CallSid }));
    expect(error.message).toMatch(/^Status 103: no body\./);
  });
});

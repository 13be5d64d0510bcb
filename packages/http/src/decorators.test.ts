import { describe, expect, it } from "vitest";
import { isPrivate } from "./is-private.ts";
import { failure, testRuntime } from "./testing/definition.ts";
import { withBasicAuth } from "./with-basic-auth.ts";
import { withRetry } from "./with-retry.ts";
import { withTimeout } from "./with-timeout.ts";

// Clients put drafts through decorators; here they get what everybody else has: real requests.

const limits = { attempts: 3, baseDelay: 1, maxDelay: 1, deadline: 1000 };

describe("decorators of a real fetch", () => {
  it("leave the request that they are given as it is", async () => {
    const seen: Request[] = [];
    const fetch = async (request: Request) => {
      seen.push(request);
      return new Response(await request.text());
    };
    const auth = withBasicAuth(fetch, { username: "u", password: "p", origin: "https://a.example" });
    const request = new Request("https://a.example/", { method: "POST", body: "b", headers: { "x-a": "1" } });
    const response = await withTimeout(auth, { limit: "timeout", ms: 1000 })(request);
    expect(await response.text()).toBe("b");
    expect(seen[0]?.headers.get("authorization")).toBe("Basic dTpw");
    expect(seen[0]?.headers.get("x-a")).toBe("1");
    expect(seen[0]?.redirect).toBe("manual");
    expect(request.headers.get("authorization")).toBeNull();
  });

  it("repeat a request with its body", async () => {
    const bodies: string[] = [];
    const fetch = async (request: Request) => {
      bodies.push(await request.text());
      return new Response("", { status: bodies.length < 3 ? 503 : 200 });
    };
    const response = await withRetry(
      fetch,
      limits,
      testRuntime(),
    )(new Request("https://a.example/", { method: "PUT", body: "b" }));
    expect(response.status).toBe(200);
    expect(bodies).toEqual(["b", "b", "b"]);
  });

  it("do not repeat POST by default", async () => {
    let count = 0;
    const fetch = async () => {
      count++;
      return new Response("", { status: 503 });
    };
    await withRetry(fetch, limits, testRuntime())(new Request("https://a.example/", { method: "POST" }));
    expect(count).toBe(1);
  });

  it("do not repeat mistakes", async () => {
    let count = 0;
    const mistake = new ReferenceError("x is not defined");
    const fetch = async () => {
      count++;
      throw mistake;
    };
    const call = () => withRetry(fetch, limits, testRuntime())(new Request("https://a.example/"));
    expect(await failure(call)).toBe(mistake);
    expect(count).toBe(1);
  });
});

describe("withBasicAuth", () => {
  it("writes user and password in UTF-8", async () => {
    let sent: string | null = "";
    const fetch = async (request: Request) => {
      sent = request.headers.get("authorization");
      return new Response();
    };
    const origin = "https://a.example";
    await withBasicAuth(fetch, { username: "jürgen", password: "pässwörd😀", origin })(new Request(origin));
    expect(Buffer.from(sent.replace("Basic ", ""), "base64").toString()).toBe("jürgen:pässwörd😀");
  });

  it("refuses to send credentials unencrypted, whatever it was told", async () => {
    const fetch = () => Promise.reject(new Error("sent"));
    const auth = withBasicAuth(fetch, { username: "u", password: "p4ss", origin: "http://a.example" });
    const error = await failure(() => auth(new Request("http://a.example/x")));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(/^Credentials go to/);
    expect(error.message).not.toContain("p4ss");
  });

  it.each([
    ["https://example.com", true],
    ["http://localhost:1", true],
    ["http://LOCALHOST", true],
    ["http://api.localhost", true],
    ["http://127.0.0.1", true],
    ["http://127.1", true],
    ["http://2130706433", true],
    ["http://127.255.255.254", true],
    ["http://[::1]:8080", true],
    ["http://[0:0:0:0:0:0:0:1]", true],
    ["http://128.0.0.1", false],
    ["http://127.0.0.1.example.com", false],
    ["http://127.example.com", false],
    ["http://localhost.example.com", false],
    ["http://notlocalhost", false],
    ["http://example.com", false],
    ["http://[::2]", false],
    ["http://0.0.0.0", false],
    ["ftp://localhost", false],
    ["ws://localhost", false],
  ])("trusts %s: %s", (url, expected) => {
    expect(isPrivate(new URL(url))).toBe(expected);
  });
});

import { describe, expect, it } from "vitest";
import { NetworkError } from "./network-error.ts";
import { failure, testRuntime } from "./testing/definition.ts";
import { withBasicAuth } from "./with-basic-auth.ts";
import { withRetry } from "./with-retry.ts";
import { withTimeout } from "./with-timeout.ts";

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
    const response = await withTimeout(auth, "timeout", 1000)(request);
    expect(await response.text()).toBe("b");
    expect(seen[0]?.headers.get("authorization")).toBe("Basic dTpw");
    expect(seen[0]?.headers.get("x-a")).toBe("1");
    expect(request.headers.get("authorization")).toBeNull();
    expect(request.bodyUsed).toBe(false);
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

  it.each([
    ["GET", 3],
    ["HEAD", 3],
    ["PUT", 3],
    ["DELETE", 3],
    ["OPTIONS", 3],
    ["POST", 1],
    ["PATCH", 1],
    // Request writes the others in capital letters, and this one not.
    ["patch", 1],
  ])("repeat %s by default: %i attempts", async (method, expected) => {
    let count = 0;
    const fetch = async () => {
      count++;
      return new Response("", { status: 503 });
    };
    await withRetry(fetch, limits, testRuntime())(new Request("https://a.example/", { method }));
    expect(count).toBe(expected);
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

describe("withRetry", () => {
  const request = new Request("https://a.example/");
  const refused = () => new NetworkError(request, new Error("refused"));

  it("throws the error of the last attempt, or returns its response", async () => {
    const errors = [refused(), refused(), refused()];
    const fails = withRetry(() => Promise.reject(errors.shift()), limits, testRuntime());
    const last = errors[2];
    expect(await failure(() => fails(request))).toBe(last);

    const responses = [new Response("", { status: 500 }), new Response("", { status: 500 }), new Response("last")];
    const responding = withRetry(async () => responses.shift() ?? new Response(), limits, testRuntime());
    expect(await (await responding(request)).text()).toBe("last");
  });

  it("goes by what it is told about the request rather than by its method", async () => {
    let count = 0;
    const fetch = async () => {
      count++;
      throw refused();
    };
    await failure(() => withRetry(fetch, { ...limits, idempotent: false }, testRuntime())(request));
    expect(count).toBe(1);
    const post = new Request("https://a.example/", { method: "POST", body: "b" });
    await failure(() => withRetry(fetch, { ...limits, idempotent: true }, testRuntime())(post));
    expect(count).toBe(1 + limits.attempts);
  });

  it("makes no attempt that the deadline would end at once", async () => {
    const delays: number[] = [];
    const now = () => 0;
    const fetch = async () => new Response("", { status: 503 });
    const options = { ...limits, baseDelay: 50, maxDelay: 50, deadline: 50 };
    const response = await withRetry(fetch, options, { ...testRuntime(delays), now })(request);
    expect(response.status).toBe(503);
    expect(delays).toEqual([]);
  });

  it("makes no other attempt once the signal has aborted, be it in init or in the request", async () => {
    for (const place of ["init", "request"] as const) {
      let count = 0;
      const controller = new AbortController();
      const fetch = async () => {
        count++;
        controller.abort();
        throw refused();
      };
      const { signal } = controller;
      const aborting = place === "request" ? new Request("https://a.example/", { signal }) : request;
      const error = await failure(() =>
        withRetry(fetch, limits, testRuntime())(aborting, place === "init" ? { signal } : undefined),
      );
      expect(error.name).toBe("NetworkError");
      expect(count).toBe(1);
    }
  });
});

describe("withTimeout", () => {
  const hangs = () => new Promise<never>(() => {});

  it("gives its own signal to the attempt, and ends it with the error that it throws", async () => {
    let inner: AbortSignal | null | undefined;
    const fetch = (_: Request, init?: RequestInit) => {
      inner = init?.signal;
      return hangs();
    };
    const request = new Request("https://a.example/x?q");
    const error = await failure(() => withTimeout(fetch, "timeout", 5)(request));
    expect(error).toMatchObject({ name: "TimeoutError", code: "timeout", limit: "timeout", ms: 5 });
    expect(error.message).toBe("No complete response within 5 ms (timeout). GET https://a.example/x");
    expect(inner?.reason).toBe(error);
    expect(request.signal.aborted).toBe(false);
  });

  it("follows the signal of init, or else that of the request", async () => {
    const signal = AbortSignal.abort("enough");
    const fetch = withTimeout(hangs, "deadline", 1000);
    expect(await failure(() => fetch(new Request("https://a.example/"), { signal }))).toBe("enough");
    expect(await failure(() => fetch(new Request("https://a.example/", { signal })))).toBe("enough");
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

  const sent = () => Promise.reject(new Error("sent"));

  it("refuses an origin to which credentials would go unencrypted", async () => {
    const error = await failure(() =>
      withBasicAuth(sent, { username: "u", password: "p4ss", origin: "http://a.example" }),
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toBe(
      "No credentials for http://a.example: not baseUrl, https:, localhost or a host in allowInsecure.",
    );
  });

  it.each(["https://b.example", "https://a.example:8443", "http://a.example", "https://a.example.b.example"])(
    "sends nothing to %s, which is another origin",
    async (url) => {
      const auth = withBasicAuth(sent, { username: "u", password: "p4ss", origin: "https://a.example" });
      const error = await failure(() => auth(new Request(`${url}/x`)));
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message).toContain(`No credentials for ${url}`);
    },
  );

  it.each([
    ["https://example.com", true],
    ["http://localhost:1", true],
    ["http://LOCALHOST", true],
    ["http://api.localhost", false],
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
    const { origin } = new URL(url);
    const create = () => withBasicAuth(sent, { username: "u", password: "p4ss", origin });
    if (expected) expect(create).not.toThrow();
    else expect(create).toThrow(TypeError);
  });
});

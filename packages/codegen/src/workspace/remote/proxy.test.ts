import { createServer } from "node:http";
import { connect } from "node:net";
import { portOf } from "@earmark/testing/servers";
import { describe, expect, it } from "vitest";
import { documentRequest } from "./document-request.ts";
import { proxyFor } from "./proxy.ts";
import { fetchDocument } from "./remote-document.ts";

function fetched(url: string, env: NodeJS.ProcessEnv, headers: Readonly<Record<string, string>> = {}) {
  return fetchDocument(documentRequest({ url, headers }, env), {}, env);
}

describe("a URL goes through the proxy of the environment", () => {
  const env = { HTTPS_PROXY: "http://proxy.test:1" };

  it.each<[string, NodeJS.ProcessEnv, string | undefined]>([
    ["https://a.test/x", env, "proxy.test:1"],
    ["https://a.test/x", { ...env, https_proxy: "https://first.test:3" }, "first.test:3"],
    ["https://a.test/x", { HTTP_PROXY: "http://proxy.test:1" }, undefined],
    ["https://a.test/x", { HTTPS_PROXY: "" }, undefined],
    ["https://a.test/x", {}, undefined],
    ["http://localhost/x", env, undefined],
    ["http://127.0.0.9:8080/x", env, undefined],
    ["https://[::1]/x", env, undefined],
  ])("%s with %j: %s", (url, variables, host) => {
    expect(proxyFor(new URL(url), variables)?.host).toBe(host);
  });

  it.each([
    ["https://a.test/", "*", true],
    ["https://a.test/", "a.test", true],
    ["https://A.test/", "b.test, A.TEST", true],
    ["https://docs.a.test/", "a.test", true],
    ["https://docs.a.test/", ".a.test", true],
    ["https://docs.a.test/", "*.a.test", true],
    ["https://docsa.test/", "a.test", false],
    ["https://a.test.evil/", "a.test", false],
    ["https://a.test/", "a.test:443", true],
    ["https://a.test:8443/", "a.test:443", false],
    ["https://a.test:8443/", "x.test a.test:8443", true],
    ["https://10.0.0.1/", "10.0.0.1", true],
    ["https://[fd00::1]/", "[fd00::1]", true],
    ["https://a.test/", "", false],
    ["https://a.test/", ",.,:,*.", false],
  ])("%s, but for NO_PROXY=%s: %j", (url, list, isDirect) => {
    expect(proxyFor(new URL(url), { ...env, NO_PROXY: list }) === undefined).toBe(isDirect);
    expect(proxyFor(new URL(url), { ...env, NO_PROXY: "none.test", no_proxy: list }) === undefined).toBe(isDirect);
  });
});

describe("a proxy", () => {
  it("is asked to connect for https:, and shown neither path nor headers", async () => {
    const seen: string[] = [];
    const plain = await portOf(createServer());
    const proxy = createServer().on("connect", ({ url, headers }, client) => {
      seen.push(`${url} ${JSON.stringify(headers)}`);
      // No TLS there, so that the connection fails after the tunnel.
      const target = connect(plain, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        target.pipe(client).pipe(target);
      });
      for (const socket of [target, client]) socket.on("error", () => {});
    });
    const HTTPS_PROXY = `http://127.0.0.1:${await portOf(proxy)}`;
    const env = { HTTPS_PROXY, TOKEN: "hunter2" };
    await expect(fetched("https://docs.test/private", env, { Authorization: "env:TOKEN" })).rejects.toThrow(
      "https://docs.test/private: no complete response (",
    );
    expect(seen).toEqual(['docs.test:443 {"host":"docs.test:443","connection":"close"}']);
  });

  it.each([
    [407, "; name user and password in its URL: http://user:password@host"],
    [403, ""],
  ])("that refuses with %d is named, without its password", async (status, advice) => {
    const proxy = createServer().on("connect", (_, client) => client.end(`HTTP/1.1 ${status} No\r\n\r\n`));
    const port = await portOf(proxy);
    await expect(
      fetched("https://docs.test/", { HTTPS_PROXY: `http://me:hunter2@127.0.0.1:${port}` }),
    ).rejects.toMatchObject({
      message: `https://docs.test/: the proxy 127.0.0.1:${port} refused with status ${status}${advice}`,
    });
  });

  it.each(["me:hunter2@proxy:8080", "socks5://proxy.test", "http://"])(
    "of no URL is an error that does not quote it: %s",
    async (HTTPS_PROXY) => {
      await expect(fetched("https://docs.test/", { HTTPS_PROXY })).rejects.toMatchObject({
        message:
          "https://docs.test/: HTTPS_PROXY: expected a URL such as http://proxy.example:8080, received something else",
      });
    },
  );
});

import * as http from "node:http";
import { portOf, serveBehindProxy, serveSecurely, tlsFile } from "@earmark/testing/servers";
import { expect, test } from "vitest";
import { CALL, credentials, runEarmark } from "../testing/run-earmark.ts";
import { sendJson, serve } from "../testing/serve.ts";

/** Before Node 24.14, a program cannot choose its proxy: a variable has to be set. */
const isOlder = !("setGlobalProxyFromEnv" in http);
const setUp: Readonly<Record<string, string>> = isOlder ? { NODE_USE_ENV_PROXY: "1" } : {};

/** An API that only the proxy can find, and the proxy. */
async function apiBehindProxy() {
  const served = await serveBehindProxy((_, response) => sendJson(response, 200, { spam: true }));
  const trust = { ...credentials, ...setUp, NODE_EXTRA_CA_CERTS: tlsFile("certificate.pem") };
  const get = (env: Record<string, string>) => runEarmark(["get", CALL, "--base-url", "https://insights.test"], env);
  return { ...served, get, trust };
}

test.each(["HTTPS_PROXY", "https_proxy"])("%s is used", async (name) => {
  const { asked, get, trust, url } = await apiBehindProxy();
  expect(await get({ ...trust, [name]: url })).toEqual({
    code: 0,
    stdout: "spam  true\n",
    stderr: isOlder ? expect.any(String) : "",
  });
  expect(asked).toEqual([`insights.test:443 Basic ${btoa("me:hunter2")}`]);
});

test.skipIf(isOlder)("HTTPS_PROXY is used with any HTTP_PROXY, which no message quotes", async () => {
  const { asked, get, trust, url } = await apiBehindProxy();
  const result = await get({ ...trust, HTTPS_PROXY: url, HTTP_PROXY: "::hunter2::" });
  expect(result).toEqual({ code: 0, stdout: "spam  true\n", stderr: "" });
  expect(asked).toHaveLength(1);
});

test.each(["NO_PROXY", "no_proxy"])("%s is respected", async (name) => {
  const { asked, get, trust, url } = await apiBehindProxy();
  const result = await get({ ...trust, HTTPS_PROXY: url, [name]: "insights.test" });
  expect({ code: result.code, asked }).toEqual({ code: 5, asked: [] });
});

test("without NODE_EXTRA_CA_CERTS, the certificate is refused", async () => {
  const { get, url } = await apiBehindProxy();
  const result = await get({ ...credentials, ...setUp, HTTPS_PROXY: url });
  expect(result).toMatchObject({ code: 5, stdout: "" });
  expect(result.stderr).toMatch(/NODE_EXTRA_CA_CERTS/);
  expect(result.stderr).not.toContain("hunter2");
});

const upper = ["HTTP_PROXY", "HTTPS_PROXY"];
test.skipIf(isOlder).each<[string, string[], Record<string, string>]>([
  ["127.0.0.1", upper, {}],
  ["127.0.0.1", upper, { NODE_USE_ENV_PROXY: "1" }],
  ["127.0.0.1", upper, { NODE_OPTIONS: "--use-env-proxy" }],
  ["127.0.0.1", upper, { NODE_USE_ENV_PROXY: "1", NO_PROXY: "elsewhere.test" }],
  ["127.0.0.1", ["http_proxy"], { NODE_USE_ENV_PROXY: "1" }],
  ["localhost", ["HTTP_PROXY"], { NODE_USE_ENV_PROXY: "1", no_proxy: "elsewhere.test" }],
  ["LOCALHOST", upper, { NODE_USE_ENV_PROXY: "1" }],
])("requests to %s go there directly, where a proxy would see their credentials: %j %j", async (host, names, node) => {
  const { asked, url } = await apiBehindProxy();
  const server = await serve((response) => sendJson(response, 200, {}));
  const env = { ...credentials, ...node, ...Object.fromEntries(names.map((name) => [name, url])) };
  const baseUrl = server.url.replace("127.0.0.1", host);
  expect(await runEarmark(["get", CALL, "--base-url", baseUrl], env)).toMatchObject({ code: 0, stderr: "" });
  expect({ asked, received: server.received.length }).toEqual({ asked: [], received: 1 });
});

test.runIf(isOlder).each([{ NODE_USE_ENV_PROXY: "1" }, { NODE_OPTIONS: "--use-env-proxy" }])(
  "requests to this machine are refused where Node would show a proxy their credentials: %j",
  async (node) => {
    const { asked, url } = await apiBehindProxy();
    const result = await runEarmark(["get", CALL, "--base-url", new URL(url).origin], {
      ...credentials,
      ...node,
      HTTP_PROXY: url,
    });
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining("leave out NODE_USE_ENV_PROXY") });
    expect(asked).toEqual([]);
  },
);

test.runIf(isOlder)("a proxy that Node is not set up for is refused, not passed by", async () => {
  const result = await runEarmark(["get", CALL], { ...credentials, HTTPS_PROXY: "http://proxy.test" });
  expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining("NODE_USE_ENV_PROXY=1") });
});

test("requests to this machine ignore the proxy, valid or not", async () => {
  const server = await serve((response) => sendJson(response, 200, {}));
  const env = { ...credentials, HTTP_PROXY: "me:hunter2@proxy:8080", HTTPS_PROXY: "none" };
  expect(await runEarmark(["get", CALL, "--base-url", server.url], env)).toMatchObject({ code: 0, stderr: "" });
});

test.each<["expired.pem" | "certificate.pem", string]>([
  ["expired.pem", "The server's certificate has expired. Ask the operator of the server for a new one, and check"],
  ["certificate.pem", "The server's certificate is for another name: give the name that is in it with --base-url or"],
])("%s, which is trusted, is refused with the reason, directly", async (name, advice) => {
  const { asked, url } = await apiBehindProxy();
  const port = await serveSecurely(name, (_, response) => sendJson(response, 200, {}));
  const env = { ...credentials, NODE_EXTRA_CA_CERTS: tlsFile(name), HTTPS_PROXY: url };
  const { code, stderr } = await runEarmark(["get", CALL, "--base-url", `https://localhost:${port}`], env);
  expect({ code, asked }).toEqual({ code: 5, asked: [] });
  expect(stderr).toContain(advice);
  expect(stderr).not.toContain("NODE_EXTRA_CA_CERTS");
});

test("an invalid proxy is named without its value", async () => {
  const result = await runEarmark(["get", CALL], { ...credentials, HTTPS_PROXY: "me:hunter2@proxy:8080" });
  expect(result).toEqual({ code: 2, stdout: "", stderr: "earmark: HTTPS_PROXY must be an http: or https: URL\n" });
});

test("a proxy that refuses is a network failure", async () => {
  const proxy = http.createServer().on("connect", (_, client) => client.end("HTTP/1.1 407 No\r\n\r\n"));
  const url = `http://me:hunter2@127.0.0.1:${await portOf(proxy)}`;
  const result = await runEarmark(["get", CALL], { ...credentials, ...setUp, HTTPS_PROXY: url });
  expect(result).toMatchObject({ code: 5, stdout: "" });
  expect(result.stderr).toContain("407");
  expect(result.stderr).not.toContain("hunter2");
});

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createSandbox, type Sandbox, SettingsError } from "../index.ts";
import type { FetchHandler } from "../sandbox/sandbox.ts";
import { exchange, lastBody } from "../testing/exchange.ts";
import { ask, basic, path } from "../testing/fixtures.ts";
import { hostnameOf, hostnameOfAddress, isLoopback, serverIdentity } from "./host.ts";
import { listen } from "./listen.ts";
import { toRequest } from "./request.ts";

async function start(sandbox: FetchHandler, host?: string): Promise<string> {
  const { url, close } = await listen(sandbox, host === undefined ? {} : { host });
  onTestFinished(close);
  return url;
}

/** The response to a request with this Host and these headers. */
async function get(url: string, host: string, ...headers: readonly string[]): Promise<unknown> {
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`, `Authorization: ${basic()}`, ...headers, "Connection: close"];
  return lastBody(await exchange(url, `${lines.join("\r\n")}\r\n\r\n`));
}

describe("a request is for this server", () => {
  it.each([
    "localhost",
    "LocalHost:1",
    "localhost.",
    "app.localhost:4010",
    "a.b.localhost",
    "127.0.0.1",
    "127.8.9.10:80",
    "127.1",
    "[::1]:4010",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]:4010",
    "[::FFFF:7f00:1]",
    "localhost:",
    "sandbox.example",
    "SANDBOX.example.:99",
  ])("when its Host is of this machine, or that of the origin: %s", async (host) => {
    const url = await start(createSandbox({ origin: "https://sandbox.example:8443/" }));
    expect(await get(url, host)).toMatchObject({ url: `https://sandbox.example:8443${path}` });
  });

  it.each([
    "evil.example",
    "localhost.evil.example",
    "evillocalhost",
    "127.0.0.1.evil.example",
    "128.0.0.1",
    "0.0.0.0",
    "169.254.169.254",
    "[::2]",
    "[::ffff:1.2.3.4]",
    "a",
    "www.sandbox.example",
    "sandbox.example.evil.example",
  ])("and not when it is another, as a page may have whose name leads here: %s", async (host) => {
    const url = await start(createSandbox({ origin: "https://sandbox.example" }));
    const refused = { status: 421, code: 20421, message: expect.stringContaining("--origin") };
    expect(await get(url, `${host}:4010`)).toMatchObject(refused);
    expect(await get(url, host)).toMatchObject({ message: expect.stringContaining(hostnameOf(host)) });
    // Neither what is forwarded nor an absolute URL makes up for it, nor the other way round.
    expect(await get(url, host, "Forwarded: host=localhost", "X-Forwarded-Host: localhost")).toMatchObject(refused);
    for (const [named, target] of [
      [host, "localhost"],
      ["localhost", host],
    ]) {
      const lines = [`GET http://${target}${path} HTTP/1.1`, `Host: ${named}`, `Authorization: ${basic()}`];
      const received = await exchange(url, `${lines.join("\r\n")}\r\nConnection: close\r\n\r\n`);
      expect(received).toMatch(/^HTTP\/1.1 421 Misdirected Request\r\n/);
    }
  });

  it("when it is the address that it was sent to, or the name that the server listens on", async () => {
    const url = await start(createSandbox(), "::1");
    const response = await fetch(url + path, { headers: { authorization: basic() } });
    expect(await response.json()).toMatchObject({ url: url + path });
    const { hostnames } = serverIdentity({}, "Build-Agent", { address: "192.0.2.7", port: 1, family: "IPv4" });
    expect([...hostnames]).toEqual(["build-agent"]);
  });
});

it.each([
  ["127.0.0.1", true],
  ["127.255.0.9", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["0.0.0.0", false],
  ["::", false],
  ["192.168.1.5", false],
  ["::ffff:10.0.0.1", false],
  ["fe80::1%eth0", false],
])("an address of this machine alone, or not: %s", (address, expected) => {
  expect(isLoopback(hostnameOfAddress(address))).toBe(expected);
});

describe("faults by header", () => {
  const taken = (address: string, more: Pick<Sandbox, "allowFaultHeader"> = {}) =>
    serverIdentity(more, address, { address, port: 1, family: "IPv4" }).takesFaultHeader;

  it("are taken where no other machine can ask for them, or where it is said that it may", () => {
    expect(["127.0.0.1", "::1"].map((address) => taken(address))).toEqual([true, true]);
    expect(["0.0.0.0", "::", "192.0.2.7"].map((address) => taken(address))).toEqual([false, false, false]);
    expect([taken("0.0.0.0", { allowFaultHeader: false }), taken("127.0.0.1", { allowFaultHeader: false })]).toEqual([
      false,
      true,
    ]);
    expect([
      taken("0.0.0.0", { allowFaultHeader: true }),
      taken("::", createSandbox({ allowFaultHeader: true })),
    ]).toEqual([true, true]);
    expect(taken("0.0.0.0", createSandbox())).toBe(false);
  });

  it("are refused elsewhere, and not passed over in silence", async () => {
    const identity = serverIdentity({}, "0.0.0.0", { address: "0.0.0.0", port: 1, family: "IPv4" });
    const refused: unknown[] = [];
    const server = createServer((incoming, outgoing) => {
      try {
        toRequest(incoming, identity, () => {});
      } catch (error) {
        refused.push(error);
      }
      outgoing.end();
    });
    onTestFinished(() => void server.close());
    await once(server.listen(0, "127.0.0.1"), "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const headers of [{ "Sandbox-Fault": "reset" }, {}]) await fetch(url, { headers });
    expect(refused).toMatchObject([{ status: 403, message: expect.stringContaining("--allow-fault-header") }]);
  });
});

describe("an origin", () => {
  it("is that of the URLs in responses, with and without a port", async () => {
    const sandbox = createSandbox({ origin: "HTTPS://Sandbox.Example:443" });
    expect(await (await ask(sandbox)).json()).toMatchObject({ url: `https://sandbox.example${path}` });
    expect(await get(await start(sandbox), "localhost", "Forwarded: proto=http;host=other.example")).toMatchObject({
      url: `https://sandbox.example${path}`,
    });
  });

  it.each([
    "",
    "sandbox.example",
    "ftp://a",
    "https://a/b",
    "https://a/?b",
    "https://a#b",
    "https://u@a",
    "file:///a",
    5,
  ])("is an http(s) URL without anything else, not %j", (origin) => {
    // @ts-expect-error for the number.
    expect(() => createSandbox({ origin })).toThrow(SettingsError);
    // @ts-expect-error for the number.
    expect(() => createSandbox({ origin })).toThrow("origin must be an http(s) URL without user, path and query");
  });
});

describe("a proxy on this machine", () => {
  it.each<[headers: readonly string[], origin: string]>([
    [["X-Forwarded-Proto: https"], "https://localhost:4010"],
    [["X-Forwarded-Proto: HTTPS , http"], "https://localhost:4010"],
    [["X-Forwarded-Proto: http"], "http://localhost:4010"],
    [["Forwarded: proto=https"], "https://localhost:4010"],
    [["Forwarded: host=api.example"], "http://api.example"],
    [["Forwarded: for=192.0.2.1;Proto=HTTPS;HOST=api.example;by=_me"], "https://api.example"],
    [['Forwarded: for="[2001:db8::1]:80" ; proto=https; host="api.example:8443"'], "https://api.example:8443"],
    [['Forwarded: host="[2001:db8::1]:81"'], "http://[2001:db8::1]:81"],
    [["Forwarded: host=api.example;proto=https, host=inner.example;proto=http"], "https://api.example"],
    [["Forwarded: host=api.example", "Forwarded: host=inner.example"], "http://api.example"],
    [['Forwarded: for="a,b;c=\\"d\\"";proto=https'], "https://localhost:4010"],
    [['Forwarded: proto="\\h\\t\\t\\p\\s"'], "https://localhost:4010"],
    [["Forwarded: , ;proto=https;"], "https://localhost:4010"],
    [["Forwarded: proto=https", "X-Forwarded-Proto: http"], "https://localhost:4010"],
    [["Forwarded: for=192.0.2.1", "X-Forwarded-Proto: https"], "https://localhost:4010"],
  ])("says where the URLs in responses lead: %j", async (headers, origin) => {
    expect(await get(await start(createSandbox()), "localhost:4010", ...headers)).toMatchObject({ url: origin + path });
  });

  it.each([
    "X-Forwarded-Proto: ftp",
    "X-Forwarded-Proto: https:",
    "X-Forwarded-Proto: , https",
    "X-Forwarded-Proto:",
    "X-Forwarded-Host: api.example",
    "Forwarded:",
    "Forwarded: proto",
    "Forwarded: proto=",
    "Forwarded: proto=ftp",
    "Forwarded: proto=https;proto=http",
    'Forwarded: proto="https',
    "Forwarded: proto = https",
    "Forwarded: proto=https, @",
    "Forwarded: host=api.example:8443",
    'Forwarded: host="user@api.example"',
    'Forwarded: host="api.example/path"',
    'Forwarded: host="api.example:99999"',
    'Forwarded: host=""',
    'Forwarded: host="a b"',
  ])("is ignored where it makes no sense: %s", async (header) => {
    const url = await start(createSandbox());
    expect(await get(url, "localhost:4010", header)).toMatchObject({ url: `http://localhost:4010${path}` });
  });

  it("leaves half of it where half of it makes sense", async () => {
    const url = await start(createSandbox());
    const header = 'Forwarded: proto=https;host="a b"';
    expect(await get(url, "localhost", header)).toMatchObject({ url: `https://localhost${path}` });
  });

  it("says nothing of who is let in, and is not believed without a port", async () => {
    const url = await start(createSandbox());
    const lines = [
      `GET ${path} HTTP/1.1`,
      "Host: localhost",
      "Forwarded: for=127.0.0.1;proto=https",
      "Connection: close",
    ];
    expect(await exchange(url, `${lines.join("\r\n")}\r\n\r\n`)).toMatch(/^HTTP\/1.1 401 /);
    const headers = { "X-Forwarded-Proto": "http", Forwarded: "host=other.example" };
    expect(await (await ask(createSandbox(), { headers })).json()).toMatchObject({
      url: `https://insights.example${path}`,
    });
  });
});

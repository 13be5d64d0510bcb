import { describe, expect, it } from "vitest";
import { clientOf } from "./testing/client-parts.ts";
import { CallSid, definition, failure, testClient } from "./testing/definition.ts";
import { fullClient, getting } from "./testing/full-definition.ts";
import { serve, text } from "./testing/serve.ts";
import { withBasicAuth } from "./with-basic-auth.ts";

const origins: [pattern: string, allowed: string[], refused: string[]][] = [
  [
    "*.svc.cluster.local",
    [
      "orders.svc.cluster.local",
      "a.b.svc.cluster.local:8080",
      "ORDERS.Svc.Cluster.Local.",
      "orders.svc.cluster.local.:1",
    ],
    ["svc.cluster.local", "ordersXsvc.cluster.local", "xsvc.cluster.local", "orders.svc.cluster.local.example.com"],
  ],
  [
    "orders.internal",
    ["orders.internal", "orders.internal:8080", "Orders.INTERNAL.", "orders.internal.:80"],
    ["a.orders.internal", "ordersXinternal", "orders.internal.example.com", "internal", "xorders.internal"],
  ],
  ["Orders.Internal.", ["orders.internal", "orders.internal."], ["orders"]],
  ["*.Internal.", ["a.internal", "a.b.internal."], ["internal"]],
  ["orders", ["orders:1"], ["order", "orders2", "orders.internal"]],
  ["my_service-1", ["my_service-1"], ["my_service-2"]],
  [
    "10.0.0.0/8",
    ["10.0.0.1", "10.255.255.255:8080", "10.1", "0xa.1.1.1"],
    [
      "11.0.0.1",
      "9.255.255.255",
      "110.0.0.1",
      "10.example.com",
      "10.0.0.1.example.com",
      "[a00::1]",
      "[::ffff:10.0.0.1]",
    ],
  ],
  ["172.16.0.0/12", ["172.16.0.1", "172.31.255.255"], ["172.32.0.0", "172.15.255.255"]],
  ["192.168.7.0/25", ["192.168.7.127"], ["192.168.7.128"]],
  ["192.168.7.9/24", ["192.168.7.200"], ["192.168.8.9"]],
  ["192.0.2.7/32", ["192.0.2.7"], ["192.0.2.6"]],
  ["0.0.0.0/0", ["192.0.2.7"], ["example.com", "[2001:db8::1]"]],
  ["192.0.2.7", ["192.0.2.7:99"], ["192.0.2.70", "192.0.2.8"]],
  ["[fd00::7]", ["[fd00::7]:99", "[FD00:0::7]"], ["[fd00::8]"]],
  ["[FD00:0:0:0:0:0:0:7]", ["[fd00::7]"], ["[fd00::8]"]],
  // Of an address, no part is a domain.
  ["*.0.2.7", [], ["192.0.2.7"]],
  ["*.7", [], ["192.0.2.7"]],
];
const basic = (origin: string, allowInsecure?: readonly string[]) => () =>
  withBasicAuth(async () => new Response(), {
    username: "u",
    password: "p4ss",
    origin: new URL(origin).origin,
    allowInsecure,
  });

describe("allowInsecure", () => {
  it.each(origins.flatMap(([pattern, allowed]) => allowed.map((host): [string, string] => [pattern, host])))(
    "%s allows http://%s",
    (pattern, host) => {
      expect(basic(`http://${host}`, ["other.example", pattern])).not.toThrow();
      expect(basic(`http://${host}`, ["other.example"])).toThrow(/allowInsecure/);
    },
  );

  it.each(origins.flatMap(([pattern, , refused]) => refused.map((host): [string, string] => [pattern, host])))(
    "%s does not allow http://%s, but https:, and this machine",
    (pattern, host) => {
      expect(basic(`http://${host}`, [pattern])).toThrow(TypeError);
      expect(basic(`https://${host}`, [pattern])).not.toThrow();
      expect(basic("http://127.0.0.1:1", [pattern])).not.toThrow();
      expect(basic(`ftp://${host}`, [pattern])).toThrow(TypeError);
    },
  );

  it.each([
    ...["", " ", "*", "**", "*.", "*.*", "*foo.com", "a.*.b", "a.*", "*.a.*", "foo*", ".", ".internal", "a..b", "*..b"],
    ...["10.0.0.0/99", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0.300/8", "10.0/8", "10/8"],
    ...["orders.internal/8", "*.internal/8", "*.10.0.0.0/8", "10.0.0.0/a", "10.0.0.0/ 8", "10.0.0.0/255.0.0.0"],
    ...[
      "http://orders.internal",
      "https://a.b",
      "orders.internal:8080",
      "10.0.0.1:80",
      "[::1]:80",
      "u@orders.internal",
    ],
    ...["orders.internal/", "orders.internal/path", "orders.internal?x", "a b", "a\tb", "a,b", "(.*)", "[fd00::7", "$"],
  ])("of %j is a TypeError, for a client with credentials or without", (pattern) => {
    const allowInsecure = ["orders.internal", pattern];
    for (const baseUrl of ["https://a.example", "http://127.0.0.1:1", "http://orders.internal"]) {
      expect(() => testClient({ baseUrl, allowInsecure })).toThrow(TypeError);
      expect(() => testClient({ baseUrl, allowInsecure })).toThrow(/allowInsecure.*expected/);
      expect(() => fullClient(getting({}), { baseUrl, allowInsecure })).toThrow(/allowInsecure/);
      expect(() => clientOf({ ...definition, credentials: [] }, { baseUrl, allowInsecure })).toThrow(/allowInsecure/);
      expect(basic(baseUrl, allowInsecure)).toThrow(/allowInsecure/);
    }
  });

  it("of nothing allows nothing", () => {
    expect(basic("http://orders.internal", [])).toThrow(/allowInsecure/);
    expect(basic("http://orders.internal")).toThrow(/allowInsecure/);
  });
});

describe("withBasicAuth", () => {
  const options = { username: "u", password: "p4ss", allowInsecure: ["*.svc.cluster.local", "10.0.0.0/8"] };
  it.each([
    ["HTTP://Orders.SVC.cluster.local.", "http://orders.svc.cluster.local./a"],
    ["http://orders.svc.cluster.local:80", "http://orders.svc.cluster.local/a"],
    ["http://10.1:080/v1?q", "http://10.0.0.1/a"],
    ["http://LOCALHOST:80/", "http://localhost/a"],
    ["https://a.example:443/v1", "https://a.example/a"],
  ])("takes %s for the origin of %s, and of no other", async (origin, url) => {
    const sent: (string | null)[] = [];
    const send = withBasicAuth(
      async ({ headers }) => {
        sent.push(headers.get("authorization"));
        return new Response();
      },
      { ...options, origin },
    );
    await send(new Request(url));
    expect(sent).toEqual(["Basic dTpwNHNz"]);
    for (const other of ["http://b.example/a", "http://b.svc.cluster.local", "http://orders.svc.cluster.local:81/a"])
      await expect(send(new Request(other))).rejects.toThrow("No credentials for http://");
    expect(sent).toHaveLength(1);
  });
});

/** A service inside a cluster: any name leads to a server on this machine. */
async function cluster(...responders: Parameters<typeof serve>) {
  const server = await serve(...responders);
  const fetch = ({ url, method, headers, redirect }: Request, init?: RequestInit) =>
    globalThis.fetch(new Request(url.replace(/^http:\/\/[^/]+/, server.url), { method, headers, redirect }), init);
  return { server, fetch, baseUrl: "http://orders.svc.cluster.local:8080", allowInsecure: ["*.svc.cluster.local"] };
}

describe("a client inside a cluster", () => {
  it.each([
    ["Bearer", { token: "t" }, { authorization: "Bearer t" }],
    ["HeaderKey", { headerKey: "k" }, { "x-key": "k" }],
    ["CookieKey", { cookieKey: "k" }, { cookie: "session=k" }],
    ["QueryKey", { queryKey: "k" }, {}],
    ["Basic", { user: "u", password: "p" }, { authorization: "Basic dTpw" }],
  ])("sends credentials of scheme %s over http: to the hosts that it may call so", async (scheme, options, headers) => {
    const { server, allowInsecure, ...rest } = await cluster(text(204, ""));
    const operation = getting({ security: [[scheme]] });
    expect(() => fullClient(operation, { ...rest, ...options })).toThrow(/allowInsecure/);
    expect(() => fullClient(operation, { ...rest, ...options, allowInsecure: ["*.cluster.local.example"] })).toThrow(
      TypeError,
    );
    await fullClient(operation, { ...rest, ...options, allowInsecure }).call();
    expect(server.received[0]?.headers).toMatchObject(headers);
    if (scheme === "QueryKey") expect(server.received[0]?.url).toBe("/v1/things?key=k");
  });

  it("sends those of Basic alone as well, to no other host, and follows no redirect", async () => {
    const elsewhere = await serve(text(200, ""));
    const { server, ...options } = await cluster(text(307, "", { location: elsewhere.url }));
    const { fetchAnnotation, raw } = testClient(options);
    expect(await failure(() => fetchAnnotation({ CallSid }))).toMatchObject({ status: 307 });
    expect(server.received[0]?.headers.authorization).toMatch(/^Basic /);
    // Allowed, but another origin than that of baseUrl.
    const other = "http://invoices.svc.cluster.local";
    const get = raw.GET("/v1/Voice/{CallSid}/Annotation", { params: { path: { CallSid } }, baseUrl: other });
    expect((await failure(() => get)).message).toContain(`No credentials for ${other}`);
    expect(server.received).toHaveLength(1);
    expect(elsewhere.received).toHaveLength(0);
  });

  it("may call any host over http: without credentials", async () => {
    const { server, allowInsecure, ...rest } = await cluster(text(204, ""));
    await fullClient(getting({}), rest).call();
    expect(server.received).toHaveLength(1);
  });
});

describe("baseUrl", () => {
  it.each(["", "/", "/api/v3", "https://{host}/v1", "ftp://a.example"])(
    "is asked for where the document's server is %j",
    (baseUrl) => {
      const create = (options: object) => () => clientOf({ ...definition, credentials: [], baseUrl }, options);
      expect(create({})).toThrow(/^baseUrl must be an http\(s\) URL, .*the document has no such server/);
      expect(create({ baseUrl: "/v1" })).toThrow(/^baseUrl must be an http\(s\) URL, without user and query\.$/);
      expect(create({ baseUrl: "https://a.example/api/v3" })).not.toThrow();
    },
  );
});

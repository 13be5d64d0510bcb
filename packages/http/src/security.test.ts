import { describe, expect, it } from "vitest";
import { apiKeyAuth, bearerAuth } from "./auth-scheme.ts";
import { fullWire } from "./full-wire.ts";
import type { Operation } from "./operation.ts";
import { type ClientParts, clientOf } from "./testing/client-parts.ts";
import { CallSid, definition, failure, type TestClient } from "./testing/definition.ts";
import { fullClient, getting, posting } from "./testing/full-definition.ts";
import { secret, shownOf } from "./testing/secrets.ts";
import { json, type Responder, reset, serve, text } from "./testing/serve.ts";

const secured = (...security: string[][]) => getting({ security });

function expectNoSecret(value: unknown, hidden = secret): void {
  for (const form of [hidden, encodeURIComponent(hidden)]) expect(shownOf(value)).not.toContain(form);
}

describe("credentials", () => {
  it.each<[string, Record<string, unknown>, Record<string, string>, string]>([
    ["Bearer", { token: secret }, { authorization: `Bearer ${secret}` }, ""],
    ["HeaderKey", { headerKey: secret }, { "x-key": secret }, ""],
    ["CookieKey", { cookieKey: secret }, { cookie: `session=${secret}` }, ""],
    ["QueryKey", { queryKey: secret }, {}, `&key=${encodeURIComponent(secret)}`],
    ["Basic", { user: "u", password: "p:é" }, { authorization: "Basic dTpwOsOp" }, ""],
  ])("of scheme %s are sent with every attempt, and only there", async (scheme, options, headers, query) => {
    const server = await serve(json(503, {}), text(204, ""));
    const parameters = [{ name: "a", in: "query", schema: "A" }] as const;
    const operation = getting({ security: [[scheme]], parameters });
    const client = fullClient(operation, { baseUrl: server.url, ...options });
    await client.call({ a: "b" });
    expect(server.received).toHaveLength(2);
    for (const one of server.received) {
      expect(one.headers).toMatchObject(headers);
      expect(one.url).toBe(`/v1/things?a=b${query}`);
      for (const name of ["authorization", "x-key", "cookie"]) {
        if (!(name in headers)) expect(one.headers[name]).toBeUndefined();
      }
    }
    expectNoSecret(client);
    expectNoSecret(client.raw);
  });

  it("in a query leave bodies as they are, also when they are sent again", async () => {
    const server = await serve(json(503, {}), text(204, ""));
    const operation = posting({ "multipart/form-data": {} }, { security: [["QueryKey"]] });
    await fullClient(operation, { baseUrl: server.url, queryKey: secret }).call({ a: "b" });
    for (const { bytes, headers } of server.received) {
      const form = await new Response(bytes, { headers: { "content-type": `${headers["content-type"]}` } }).formData();
      expect(form.get("a")).toBe("b");
    }
    expect(server.received).toHaveLength(2);
  });

  it("are sent together where they are needed together; cookies join those of parameters", async () => {
    const server = await serve(text(204, ""));
    const parameters = [{ name: "theme", in: "cookie", schema: "Theme" }] as const;
    const operation = getting({ security: [["Bearer", "CookieKey"]], parameters });
    await fullClient(operation, { baseUrl: server.url, token: "t", cookieKey: "k" }).call({ theme: "dark" });
    expect(server.received[0]?.headers).toMatchObject({ authorization: "Bearer t", cookie: "theme=dark; session=k" });
  });

  it.each<[string[][], Record<string, unknown>, Record<string, unknown>]>([
    [[["Bearer"], ["HeaderKey"]], { token: "t", headerKey: "k" }, { authorization: "Bearer t", "x-key": undefined }],
    [[["Bearer"], ["HeaderKey"]], { headerKey: "k" }, { authorization: undefined, "x-key": "k" }],
    [[["Bearer", "HeaderKey"], ["HeaderKey"]], { headerKey: "k" }, { authorization: undefined, "x-key": "k" }],
    [[["Bearer"], []], {}, { authorization: undefined }],
    [[["Bearer"], []], { token: "t" }, { authorization: "Bearer t" }],
    [[[], ["Bearer"]], { token: "t" }, { authorization: "Bearer t" }],
    [[[], ["Bearer"]], {}, { authorization: undefined }],
    [[], { token: "t" }, { authorization: undefined }],
  ])(
    "are those of the first alternative that is complete, and asks for any: %j with %j",
    async (security, options, headers) => {
      const server = await serve(text(204, ""));
      const { call, raw } = fullClient(secured(...security), { baseUrl: server.url, ...options });
      await call();
      // The types of the raw client know no paths of this document.
      await (raw as unknown as { GET(path: string): Promise<unknown> }).GET("/v1/things");
      for (const one of server.received) {
        for (const [name, value] of Object.entries(headers)) expect(one.headers[name]).toBe(value);
      }
      expect(server.received).toHaveLength(2);
    },
  );

  it("of Basic alone are sent as ever, beside a wire, and not where none are needed", async () => {
    const server = await serve(json(200, { call_sid: CallSid }));
    const { fetchAnnotation, updateAnnotation } = definition.operations as Record<string, Operation>;
    // The table is constant; no operation in it has an empty requirement.
    const open = { ...updateAnnotation, security: [[]] } as unknown as Operation;
    for (const wire of [{}, { wire: fullWire }]) {
      const operations = { fetchAnnotation, updateAnnotation: open } as ClientParts["operations"];
      const options = { accountSid: "AC", authToken: "t", baseUrl: server.url };
      const client = clientOf<TestClient>({ ...definition, ...wire, operations }, options);
      await client.fetchAnnotation({ CallSid });
      await client.updateAnnotation({ CallSid }, {});
    }
    const basic = `Basic ${btoa("AC:t")}`;
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([basic, undefined, basic, undefined]);
  });

  it("and parameters in cookies join a cookie of the caller's own", async () => {
    const server = await serve(text(204, ""));
    const parameters = [{ name: "theme", in: "cookie", schema: "Theme" }] as const;
    const { call } = fullClient(getting({ parameters }), { baseUrl: server.url });
    await call({ theme: "dark" }, { headers: { cookie: "a=b" } });
    expect(server.received[0]?.headers.cookie).toBe("a=b; theme=dark");
  });

  it.each([
    ["session=THEIRS", "session=k"],
    ["a=b; session=THEIRS; c=d", "a=b; c=d; session=k"],
    ["session=THEIRS; a=b", "a=b; session=k"],
    [" session = THEIRS ;a=b;", "a=b; session=k"],
    ["a=b, session=THEIRS", "a=b; session=k"],
    ["a=b,c", "a=b,c; session=k"],
    ["session", "session=k"],
    ["session=1; session=2", "session=k"],
    ["xsession=1; session2=2; Session=3", "xsession=1; session2=2; Session=3; session=k"],
    ["a=session=1", "a=session=1; session=k"],
  ])("in a cookie are sent beside no other of that name: %s", async (cookie, expected) => {
    const server = await serve(text(204, ""));
    const client = fullClient(secured(["CookieKey"]), { baseUrl: server.url, cookieKey: "k" });
    await client.call({ headers: { cookie } });
    expect(server.received[0]?.headers.cookie).toBe(expected);
  });

  it("in a cookie or query replace a parameter of that name", async () => {
    const server = await serve(text(204, ""));
    const cookie = { name: "session", in: "cookie", schema: "Text" } as const;
    const query = { name: "key", in: "query", schema: "Text" } as const;
    const options = { baseUrl: server.url, cookieKey: "c", queryKey: "q" };
    const own = fullClient(getting({ security: [["CookieKey"]], parameters: [cookie] }), options);
    await own.call({ session: "THEIRS" });
    const others = fullClient(getting({ security: [["QueryKey"]], parameters: [query] }), options);
    await others.call({ key: "THEIRS" });
    expect(server.received[0]?.headers.cookie).toBe("session=c");
    expect(server.received[1]?.url).toBe("/v1/things?key=q");
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"])(
    "may be those of a scheme, and a header, called %s",
    async (name) => {
      const received: Headers[] = [];
      const fetch = async ({ headers }: Request) => {
        received.push(headers);
        return new Response(null, { status: 204 });
      };
      const auth = [bearerAuth(name, name), apiKeyAuth(`${name}Key`, "header", name, `${name}Key`)];
      const operation = secured([name, `${name}Key`], []);
      const given = Object.fromEntries([
        [name, "t"],
        [`${name}Key`, "k"],
      ]);
      await fullClient(operation, { fetch }, { auth }).call();
      await fullClient(operation, { fetch, ...given }, { auth }).call();
      expect(received.map((headers) => headers.get("authorization"))).toEqual([null, "Bearer t"]);
      expect(received.map((headers) => headers.get(name))).toEqual([null, "k"]);
      const needed = fullClient(secured([name]), { fetch }, { auth });
      expect((await failure(() => needed.call())).message).toContain(`Pass ${name}.`);
    },
  );

  it("that are missing are named before anything is sent", async () => {
    const server = await serve(text(204, ""));
    const operation = secured(["Bearer", "HeaderKey"], ["Basic"]);
    const error = await failure(() => fullClient(operation, { baseUrl: server.url, headerKey: "k" }).call());
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toBe("Get needs credentials; nothing was sent. Pass token or user,password.");
    expect(server.received).toHaveLength(0);
  });

  it("may be functions, called for each call and not for each attempt", async () => {
    const server = await serve(json(503, {}), text(204, ""));
    let count = 0;
    const token = async () => `t${++count}`;
    const { call } = fullClient(secured(["Bearer"]), { baseUrl: server.url, token });
    await call();
    await call();
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer t1",
      "Bearer t1",
      "Bearer t2",
    ]);
    const broken = new Error("no token today");
    const token2 = () => Promise.reject(broken);
    expect(await failure(() => fullClient(secured(["Bearer"]), { baseUrl: server.url, token: token2 }).call())).toBe(
      broken,
    );
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["a line break in a header", { token: `${secret}\r\nx: y` }, "Bearer"],
    ["more than ASCII in a header", { headerKey: `${secret}é` }, "HeaderKey"],
    ["a semicolon in a cookie", { cookieKey: `${secret};` }, "CookieKey"],
    ["a function that returns none", { token: () => "" }, "Bearer"],
    ["a function that returns something else", { token: () => ({ secret }) }, "Bearer"],
  ])("that cannot be sent are refused without being shown: %s", async (_, options, scheme) => {
    const error = await failure(() => fullClient(secured([scheme]), options).call());
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(/^(token|headerKey|cookieKey) must /);
    expectNoSecret(error);
  });

  it.each([{ token: 7 }, { user: "u" }, { token: secret, baseUrl: "http://example.com" }])(
    "that make no sense are refused when a client is made: %j",
    (options) => {
      expect(() => fullClient(secured(["Bearer"]), options)).toThrow(TypeError);
    },
  );

  it("go to no other origin", async () => {
    const [home, elsewhere] = [await serve(text(204, "")), await serve(text(204, ""))];
    const { raw } = fullClient(secured(["QueryKey"]), { baseUrl: home.url, queryKey: secret });
    // The types of the raw client know no paths of this document.
    const get = (raw as unknown as { GET(path: string, init: object): Promise<unknown> }).GET;
    const error = await failure(() => get("/v1/things", { baseUrl: elsewhere.url }));
    expect(error.message).toContain(`No credentials for ${elsewhere.url}`);
    expect(elsewhere.received).toHaveLength(0);
  });

  const schemes = ["Bearer", "HeaderKey", "QueryKey", "CookieKey"];
  const echo: Responder = (response, { headers, url }) => json(400, { headers, url })(response, {} as never);
  const cases = schemes.flatMap((scheme): [string, string, Responder][] => [
    [scheme, "all that was sent", echo],
    [scheme, "the secret in a success", json(200, [secret])],
    [scheme, "a redirect", text(302, "", { location: `https://elsewhere.example/?key=${secret}` })],
    [scheme, "nothing, with a reset", reset],
  ]);
  it.each(cases)("of scheme %s are in no error when the server responds with %s", async (scheme, _, respond) => {
    const server = await serve(respond);
    const check = (_value: unknown, issues?: { push: (issue: never) => void }) => {
      issues?.push({ path: [], code: "x", message: "", expected: 1, value: _value } as never);
      return false;
    };
    const operation = getting({
      security: [[scheme]],
      responses: { "200": { content: { "application/json": { schema: "Thing" } } } },
    });
    const keys = { token: secret, headerKey: secret, queryKey: secret, cookieKey: secret };
    const options = { baseUrl: server.url, responseValidation: "throw", ...keys } as const;
    expectNoSecret(await failure(() => fullClient(operation, options, { responses: { Thing: check } }).call()));
  });
});

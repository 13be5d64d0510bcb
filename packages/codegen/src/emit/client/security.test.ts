import { describe, expect, it } from "vitest";
import { clientOf, clientOfOperation } from "../../testing/client.ts";

describe("security", () => {
  const secured = (schemes: object, ...names: string[]) =>
    clientOfOperation(
      { security: names.map((name) => ({ [name]: [] })) },
      { components: { securitySchemes: schemes } },
    );
  const basic = { type: "http", scheme: "basic" };
  const bearer = { type: "http", scheme: "bearer" };
  const key = { type: "apiKey", in: "header", name: "X-Key" };

  it.each<[string, object, readonly string[], string, string]>([
    [
      "Basic",
      { B: basic },
      ["B"],
      'auth: $http.basicCredentials([["username", "password"]]),',
      "{ readonly username: string; readonly password: string }",
    ],
    [
      "bearer",
      { Token: bearer },
      ["Token"],
      'auth: $http.securitySchemes([$http.bearerAuth("token", "Token")])',
      "{ readonly token: $http.Secret }",
    ],
    [
      "OAuth 2",
      { Login: { type: "oauth2", flows: {} } },
      ["Login"],
      'auth: $http.securitySchemes([$http.bearerAuth("login", "Login")])',
      "{ readonly login: $http.Secret }",
    ],
    [
      "a key",
      { Key: key },
      ["Key"],
      'auth: $http.securitySchemes([$http.apiKeyAuth("key", "header", "X-Key", "Key")])',
      "{ readonly key: $http.Secret }",
    ],
    [
      "either",
      { B: basic, Key: key },
      ["B", "Key"],
      'auth: $http.securitySchemes([$http.basicAuth([["username","password"]], "B"), $http.apiKeyAuth(',
      "readonly key?: $http.Secret }",
    ],
  ])("by %s is part of definition and options", async (_what, schemes, names, definition, options) => {
    const { code, types } = await secured(schemes, ...names);
    expect(code).toContain(definition);
    expect(types).toContain(options);
  });

  it("may be called what every object inherits, and be left out", async () => {
    const keys = (name: string) => ({ type: "apiKey", in: "header", name });
    const schemes = { constructor: keys("constructor"), other: keys("__proto__") };
    const { code, types } = await clientOfOperation(
      { security: [{ constructor: [] }, { other: [] }] },
      { components: { securitySchemes: schemes } },
    );
    expect(code).toContain('$http.apiKeyAuth("constructor", "header", "constructor", "constructor")');
    expect(code).toContain('$http.apiKeyAuth("other", "header", "__proto__", "other")');
    // Without this, TypeScript takes what is inherited for what was passed, and refuses every client.
    expect(types).toContain(
      'readonly constructor?: $http.Secret | Object["constructor"]; readonly other?: $http.Secret }',
    );
  });

  it("that nothing uses asks for nothing", async () => {
    const { code, types } = await clientOfOperation({}, { components: { securitySchemes: { B: basic } } });
    expect(code).toContain("auth: $http.noCredentials,");
    expect(types).toContain("export type TestClientOptions = $http.ClientOptions;");
  });

  it.each<[string, object, object, string | undefined]>([
    ["left out where it is the only one", {}, { B: basic }, undefined],
    ["left out where there is none", { security: [] }, {}, undefined],
    ["said where an operation needs none", { security: [] }, { B: basic }, "security: []"],
    ["said where it has a choice", {}, { B: basic, Key: key }, 'security: [["B"], ["Key"]]'],
    ["said where it is no Basic", {}, { Key: key }, 'security: [["Key"]]'],
  ])("of an operation is %s", async (_what, operation, schemes, wanted) => {
    const names = Object.keys(schemes);
    const { code } = await clientOf({
      security: names.map((name) => ({ [name]: [] })),
      components: { securitySchemes: schemes },
      paths: {
        "/a": { get: { operationId: "A", responses: { "204": { description: "Done." } }, ...operation } },
        "/b": { get: { operationId: "B", responses: { "204": { description: "Done." } } } },
      },
    });
    expect(/security: \[.*\]/.exec(code)?.[0]).toBe(wanted);
  });

  it("by mutual TLS is left to the connection", async () => {
    const { types } = await secured({ M: { type: "mutualTLS" } }, "M");
    expect(types).toContain("export type TestClientOptions = $http.ClientOptions;");
  });

  it("that may be left out is asked for as an option", async () => {
    const { code, types } = await clientOfOperation(
      { security: [{ B: [] }, {}] },
      { components: { securitySchemes: { B: basic } } },
    );
    expect(code).toContain('auth: $http.securitySchemes([$http.basicAuth([["username","password"]], "B")])');
    expect(types).toContain("{ readonly username?: string; readonly password?: string }");
  });

  it("by schemes whose names are alike, or those of other options, asks for each by a name of its own", async () => {
    const { types } = await secured({ "a-b": key, "a.b": key, timeout: key }, "a-b", "a.b", "timeout");
    expect(types).toContain(
      "readonly aB?: $http.Secret; readonly aB2?: $http.Secret; readonly timeout2?: $http.Secret }",
    );
  });
});

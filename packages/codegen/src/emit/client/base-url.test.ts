import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { clientOf, installedClient } from "../../testing/client.ts";
import { errorsOfUse } from "../../testing/type-check.ts";

const at = (...urls: readonly string[]): Parts => ({ servers: urls.map((url) => ({ url })) });
const get = (more: object = {}) => ({
  get: { operationId: "A", responses: { "204": { description: "Done." } }, ...more },
});

/** A client of a document with one operation. */
const clientAt = (parts: Parts) => clientOf({ paths: { "/a": get() }, ...parts });

describe("the server of a client", () => {
  it.each<[string, Parts, string]>([
    ["the first of the document", at("https://a.example/v1", "https://b.example"), "https://a.example/v1"],
    ["the first that is absolute", at("/v1", "https://b.example"), "https://b.example"],
    [
      "the first that can be called",
      at("ftp://a.example", "https://u@b.example", "https://c.example"),
      "https://c.example",
    ],
    ["over http:, too", at("http://orders.internal:8080"), "http://orders.internal:8080"],
    ["that of all operations", { paths: { "/a": { ...at("https://b.example"), ...get() } } }, "https://b.example"],
    [
      "with its variables at their defaults",
      {
        servers: [
          {
            url: "{scheme}://{host}/{base}",
            variables: { scheme: { default: "https" }, host: { default: "a.example" }, base: { default: "v2" } },
          },
        ],
      },
      "https://a.example/v2",
    ],
  ])("is %s", async (_, parts, server) => {
    const { code, types } = await clientAt(parts);
    expect(code).toContain(`baseUrl: "${server}"`);
    expect(types).not.toContain("baseUrl");
  });

  it.each<[string, Parts, string]>([
    ["no server", {}, "names no absolute server."],
    ["an empty list", { servers: [] }, "names no absolute server."],
    ["the root of wherever it is", at("/"), "names no absolute server."],
    ["a path", at("/api/v3"), "names no absolute server, with the path that it does name: `/api/v3`."],
    ["a host without a scheme", at("//a.example/v1"), "names no absolute server."],
    ["a variable without a default", at("https://{host}/v1"), "names no absolute server."],
    ["a scheme that is not called", at("wss://a.example"), "names no absolute server."],
    ["a query", at("https://a.example/?v=1"), "names no absolute server."],
  ])("is required by its type where the document has %s", async (_, parts, doc) => {
    const { code, types } = await clientAt(parts);
    expect(code).toContain('baseUrl: ""');
    expect(types).toContain(doc);
    expect(types).toMatch(/TestClientOptions = \$http\.ClientOptions & \{[^}]*readonly baseUrl: string;\n\};/);
  });
});

const KEY = { securitySchemes: { Key: { type: "apiKey", in: "header", name: "X-Key" } } };

describe("without an absolute server", () => {
  it.each<[string, Parts, string]>([
    ["and without credentials", at("/api/v3"), ""],
    ["and with credentials", { ...at("/api/v3"), components: KEY, security: [{ Key: [] }] }, 'key: "k", '],
  ])("a client %s does not compile without baseUrl, and says what to pass", async (_, parts, credentials) => {
    const use = `import { createTestClient } from "@earmark/test-client";
createTestClient({ ${credentials}baseUrl: "https://a.example/api/v3", allowInsecure: ["*.internal"] });
// @ts-expect-error without a server in the document, a baseUrl is required
createTestClient({ ${credentials}});
// @ts-expect-error undefined is no baseUrl
createTestClient({ ${credentials}baseUrl: undefined });
`;
    const folder = await installedClient({ paths: { "/a": get() }, ...parts }, { "use.ts": use });
    expect(errorsOfUse(join(folder, "use.ts"))).toEqual([]);

    const { createTestClient } = await import(
      pathToFileURL(join(folder, "node_modules/@earmark/test-client/src/generated/client.gen.js")).href
    );
    expect(() => createTestClient({ key: "k" })).toThrow(
      /^baseUrl must be an http\(s\) URL, .* the document has no such server/,
    );
    expect(() => createTestClient({ key: "k", baseUrl: "https://a.example/api/v3" })).not.toThrow();
  });
});

import { execFileSync } from "node:child_process";
import { symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Parts, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { viewsOf } from "../../testing/documents.ts";
import { emitClient } from "./index.ts";

const at = (...urls: readonly string[]): Parts => ({ servers: urls.map((url) => ({ url })) });
const get = (more: object = {}) => ({
  get: { operationId: "A", responses: { "204": { description: "Done." } }, ...more },
});

async function clientOf(parts: Parts) {
  const { model, views } = await viewsOf({ paths: { "/a": get() }, ...parts });
  const [code = "", types = ""] = emitClient(model, views).map(({ text }) => text);
  return { code, types };
}

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
    const { code, types } = await clientOf(parts);
    expect(code).toContain(`baseUrl: "${server}",`);
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
    const { code, types } = await clientOf(parts);
    expect(code).toContain('baseUrl: "",');
    expect(types).toContain(doc);
    expect(types).toMatch(/TestClientOptions = ClientOptions & \{[^}]*readonly baseUrl: string;\n\};/);
  });
});

const KEY = { securitySchemes: { Key: { type: "apiKey", in: "header", name: "X-Key" } } };

/** A folder with a client, and the packages that it imports. */
async function installed(parts: Parts) {
  const { code, types } = await clientOf(parts);
  const folder = await tempFolder({
    "client.gen.js": code,
    "client.gen.d.ts": types,
    "calls.gen.js": "export const operations = {};",
    "package.json": '{ "type": "module" }',
    "node_modules/@earmark/test-types/package.json": '{ "name": "@earmark/test-types", "types": "index.d.ts" }',
    "node_modules/@earmark/test-types/index.d.ts": "export type paths = {}; export type operations = {};",
  });
  await symlink(join(import.meta.dirname, "../../../../http"), join(folder, "node_modules/@earmark/http"));
  return folder;
}

describe("without an absolute server", () => {
  it.each<[string, Parts, string]>([
    ["and without credentials", at("/api/v3"), ""],
    ["and with credentials", { ...at("/api/v3"), components: KEY, security: [{ Key: [] }] }, 'key: "k", '],
  ])("a client %s does not compile without baseUrl, and says what to pass", async (_, parts, credentials) => {
    const folder = await installed(parts);
    await writeFile(
      join(folder, "use.ts"),
      `import { createTestClient } from "./client.gen.js";
createTestClient({ ${credentials}baseUrl: "https://a.example/api/v3", allowInsecure: ["*.internal"] });
// @ts-expect-error without a server in the document, a baseUrl is required
createTestClient({ ${credentials}});
// @ts-expect-error undefined is no baseUrl
createTestClient({ ${credentials}baseUrl: undefined });
`,
    );
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      module: "nodenext",
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      noEmit: true,
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    const root = createRequire(join(import.meta.dirname, "../../../../../package.json"));
    const tsc = join(dirname(root.resolve("typescript/package.json")), "bin/tsc");
    execFileSync(process.execPath, [tsc, "-p", folder], { stdio: "inherit" });

    const { createTestClient } = await import(pathToFileURL(join(folder, "client.gen.js")).href);
    expect(() => createTestClient({ key: "k" })).toThrow(
      /^baseUrl must be an http\(s\) URL, .* the document has no such server/,
    );
    expect(() => createTestClient({ key: "k", baseUrl: "https://a.example/api/v3" })).not.toThrow();
  });
});

import { execFile } from "node:child_process";
import { mkdir, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { findConfig, loadConfig } from "./load-config.ts";

/** What is said of a config, without the folder that it is in. */
async function mistakesIn(name: string, text: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const folder = await tempFolder({ [name]: text, ...files });
  const error: unknown = await loadConfig(folder).catch((reason: unknown) => reason);
  if (!(error instanceof Error)) return [];
  return error.message.split("\n").map((line) => line.replaceAll(join(folder, "/"), ""));
}

const inTypeScript = (config: string): Promise<string[]> =>
  mistakesIn("earmark.config.ts", `export default ${config};\n`);

const CONFIG = { overlays: { orders: ["openapi/overlays/orders.yaml"] }, rules: { server: "off" } };

describe("a config", () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ["of TypeScript", "ts", {}],
    ["of TypeScript in a package that says that it is CommonJS", "ts", { "package.json": '{ "type": "commonjs" }' }],
    ["of TypeScript in a package that says nothing", "ts", { "package.json": "{}" }],
    ["called .mts", "mts", {}],
    ["called .js", "js", { "package.json": '{ "type": "module" }' }],
    ["called .mjs", "mjs", {}],
  ])("%s is read", async (_, extension, files) => {
    const isTyped = extension.endsWith("ts");
    const text = `import { overlays } from "./overlays.${extension}";
export default { overlays, rules: { server: "off" } }${isTyped ? " satisfies object as object" : ""};\n`;
    const folder = await tempFolder({
      [`earmark.config.${extension}`]: text,
      [`overlays.${extension}`]: `export const overlays${isTyped ? ": object" : ""} = ${JSON.stringify(CONFIG.overlays)};\n`,
      ...files,
    });
    expect(await loadConfig(folder)).toEqual({ config: CONFIG, file: join(folder, `earmark.config.${extension}`) });
  });

  it("of JSON is read", async () => {
    const folder = await tempFolder({ "earmark.config.json": JSON.stringify(CONFIG) });
    expect((await loadConfig(folder)).config).toEqual(CONFIG);
  });

  it("of CommonJS is read", async () => {
    const folder = await tempFolder({ "earmark.config.js": `module.exports = ${JSON.stringify(CONFIG)};` });
    expect((await loadConfig(folder)).config).toEqual(CONFIG);
  });

  it("is typed by defineConfig of the package", async () => {
    const folder = await tempFolder({
      "earmark.config.ts": `import { type Config, defineConfig } from "@earmark/codegen";
const config: Config = ${JSON.stringify(CONFIG)};
export default defineConfig(config);\n`,
    });
    await mkdir(join(folder, "node_modules/@earmark"), { recursive: true });
    await symlink(resolve(import.meta.dirname, "../.."), join(folder, "node_modules/@earmark/codegen"));
    expect((await loadConfig(folder)).config).toEqual(CONFIG);
  });

  it("is read again after an edit", async () => {
    const folder = await tempFolder({ "earmark.config.mjs": "export default {};" });
    expect((await loadConfig(folder)).config).toEqual({});
    await writeFiles(folder, { "earmark.config.mjs": `export default ${JSON.stringify(CONFIG)};` });
    expect((await loadConfig(folder)).config).toEqual(CONFIG);
  });

  it("may leave everything out", async () => {
    expect((await loadConfig(await tempFolder())).config).toEqual({});
    expect(await inTypeScript("{}")).toEqual([]);
    expect(await inTypeScript("{ overlays: undefined }")).toEqual([]);
  });

  it("is that of the nearest folder upwards, up to the root of the workspace", async () => {
    const folder = await tempFolder({
      "earmark.config.mjs": "export default { rules: { path: 'off' } };",
      "inner/pnpm-workspace.yaml": "",
      "inner/a/b/x.txt": "",
      "outer/a/x.txt": "",
    });
    expect((await findConfig(join(folder, "inner/a/b"))).config).toEqual({});
    expect((await findConfig(join(folder, "outer/a"))).config).toEqual({ rules: { path: "off" } });
  });
});

describe("in a process of its own", () => {
  const program = `
    const { loadConfig } = await import(${JSON.stringify(join(import.meta.dirname, "load-config.ts"))});
    console.log(await loadConfig(".").then(({ config }) => JSON.stringify(config), ({ message }) => message));
  `;
  const run = async (files: Readonly<Record<string, string>>) =>
    promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], { cwd: await tempFolder(files) });

  it("a config of TypeScript is read without a warning of Node, whatever the package says", async () => {
    const files = { "earmark.config.ts": "export default { rules: {} };", "package.json": "{}" };
    expect(await run(files)).toEqual({ stdout: '{"rules":{}}\n', stderr: "" });
  });

  // Vitest takes a module whose default export is a promise for a promise.
  it("a promise is refused", async () => {
    expect((await run({ "earmark.config.ts": "export default Promise.resolve({});" })).stdout).toBe(
      "earmark.config.ts: expected an object, received a promise; write `export default await …`\n",
    );
  });
});

describe("a mistake in a config is named with its place:", () => {
  it.each<[string, string, string]>([
    [
      "an unknown key",
      "{ overlay: {} }",
      "overlay: unknown key; known are `layout`, `into`, `scope`, `documents`, `emitters`, `overlays`, `rules`; did you mean overlays?",
    ],
    [
      "a key like no other",
      "{ x: 1 }",
      "x: unknown key; known are `layout`, `into`, `scope`, `documents`, `emitters`, `overlays`, `rules`",
    ],
    [
      "headers without a URL",
      '{ documents: { a: { headers: { accept: "text/yaml" } } } }',
      "documents.a.headers: is for a document that is fetched; add its url",
    ],
    ["a list", "[]", "expected an object, received []"],
    ["a function", "() => ({})", "expected an object, received a function"],
    [
      "overlays that are a list",
      "{ overlays: ['a.yaml'] }",
      'overlays: expected lists of paths by names of documents, received ["a.yaml"]',
    ],
    ["one overlay", "{ overlays: { a: 'a.yaml' } }", 'overlays.a: expected a list of paths, received "a.yaml"'],
    [
      "an overlay that is no path",
      "{ overlays: { 'a-b': ['', 1] } }",
      'overlays["a-b"][0]: expected the path of an overlay, received ""',
    ],
    ["an unknown rule", "{ rules: { servr: 'off' } }", "rules.servr: there is no such rule; did you mean server?"],
    [
      "a rule like no other",
      "{ rules: { 'x-y': 'off' } }",
      'rules["x-y"]: there is no such rule; RULES.md of @earmark/openapi lists them',
    ],
    [
      "an unknown severity",
      "{ rules: { server: 'warn' } }",
      'rules.server: expected "off", "warning", "error", received "warn"; did you mean "warning"?',
    ],
    [
      "a severity that is no string",
      "{ rules: { server: true } }",
      'rules.server: expected "off", "warning", "error" or a list of exceptions, received true',
    ],
    [
      "an exception without a reason",
      "{ rules: { server: [{ at: '#/servers' }] } }",
      "rules.server[0]: expected `reason` beside the rest, received nothing",
    ],
    [
      "an exception at what is no JSON Pointer",
      "{ rules: { server: [{ at: 'servers', reason: 'x' }] } }",
      'rules.server[0].at: expected a JSON Pointer such as #/paths/~1orders/get, received "servers"',
    ],
    [
      "an unknown key of an exception",
      "{ rules: { server: [{ at: '#', reson: 'x', reason: 'x' }] } }",
      "rules.server[0].reson: unknown key; known are `at`, `reason`; did you mean reason?",
    ],
    [
      "a folder outside of the workspace",
      "{ into: 'a/../../b' }",
      'into: expected the path of a folder in the workspace, received "a/../../b"',
    ],
    ["a number that no JSON has", "{ scope: 1n }", "scope: expected a scope such as @acme, received 1n"],
    [
      "a cycle",
      "(() => { const list: unknown[] = []; list.push(list); return { documents: list }; })()",
      "documents: expected documents by their names, received a list",
    ],
    ["a key that throws", "{ get scope() { throw new Error('no'); } }", "cannot be read: no"],
    [
      "an emitter whose needs are none",
      "{ emitters: [{ kind: 'types', emit: () => [], needs: [null] }] }",
      'emitters[0]: expected an emitter { kind, emit }, such as emitters.types of @earmark/codegen/emitters, received {"kind":"types","needs":[null]}',
    ],
  ])("%s", async (_, config, message) => {
    expect((await inTypeScript(config))[0]).toBe(`earmark.config.ts: ${message}`);
  });

  it("several, all at once, in JSON with line and column", async () => {
    const text = '{\n  "overlays": { "a": [1] },\n  "rule": {}\n}\n';
    expect(await mistakesIn("earmark.config.json", text)).toEqual([
      "earmark.config.json:2:23: overlays.a[0]: expected the path of an overlay, received 1",
      "earmark.config.json:3:3: rule: unknown key; known are `layout`, `into`, `scope`, `documents`, `emitters`, `overlays`, `rules`; did you mean rules?",
    ]);
  });

  it.each<[string, string, string, string]>([
    [
      "no default export",
      "ts",
      "export const config = {};",
      "earmark.config.ts: has no default export; write `export default defineConfig({ … })`",
    ],
    ["a config that throws", "ts", "throw new Error('no token');", "earmark.config.ts: cannot be loaded: no token"],
    ["TypeScript that is none", "ts", "export default {\n  a: ,\n};", "earmark.config.ts:2:6: Expression expected."],
    [
      "an import that is not there",
      "ts",
      "import './x.ts';",
      "earmark.config.ts: cannot be loaded: Cannot find module",
    ],
    ["JSON that is none", "json", '{ "a"', "earmark.config.json:1:6 syntax "],
    ["JSON of a list", "json", "[]", "earmark.config.json:1:1 structure expected an object"],
  ])("%s", async (_, extension, text, message) => {
    expect((await mistakesIn(`earmark.config.${extension}`, text))[0]).toContain(message);
  });

  it("a second config", async () => {
    expect(await mistakesIn("earmark.config.ts", "export default {};", { "earmark.config.json": "{}" })).toEqual([
      "earmark.config.ts and earmark.config.json are both there; remove one of them",
    ]);
  });
});

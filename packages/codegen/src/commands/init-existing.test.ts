import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { tempFolder, writeFiles } from "@earmark/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkGenerated, ORDERS, readJson, rootManifest, runInit } from "../testing/init.ts";

const WORKSPACE = { "package.json": rootManifest({ workspaces: ["packages/*"] }), "openapi/orders.yaml": ORDERS };
const SINGLE = { "package.json": rootManifest({ type: "module" }), "openapi/orders.yaml": ORDERS };

describe("codegen init beside what is there already", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    [
      "a package of that name which is written by hand",
      { ...WORKSPACE, "packages/orders-client/package.json": '{ "name": "@acme/orders-client", "version": "2.0.0" }' },
      /packages\/orders-client is a package that is not generated; move it, or call the document by another name/,
    ],
    [
      "a package in another folder with the name of one that is to be generated",
      { ...WORKSPACE, "packages/x/package.json": '{ "name": "@acme/orders-types", "version": "2.0.0" }' },
      /packages\/x is called @acme\/orders-types already; rename it, or/,
    ],
    [
      "a folder of another tool",
      { ...SINGLE, "src/generated/orders/schema.prisma": "model A {}" },
      /orders\/schema\.prisma is not generated, in a folder .*; move it, set `into` in earmark\.config\.ts, or/,
    ],
    [
      "a file of another tool in the place of a generated one",
      { ...SINGLE, "src/generated/orders/types.gen.d.ts": "export {};" },
      /types\.gen\.d\.ts is not generated/,
    ],
    [
      "a manifest that is no JSON",
      { ...WORKSPACE, "package.json": '{\n  "name": "@acme/root",,\n}\n' },
      /package\.json:2:24 is not JSON: property name expected; correct it/,
    ],
    [
      "a manifest of a package that is cut short",
      { ...WORKSPACE, "packages/a/package.json": '{ "name": "a"' },
      /packages\/a\/package\.json:1:14 is not JSON: close brace expected/,
    ],
    [
      "scripts that are none",
      { ...WORKSPACE, "package.json": rootManifest({ workspaces: ["packages/*"], scripts: "x" }) },
      /package\.json: scripts: expected an object, received "x"; correct it/,
    ],
    [
      "patterns of a linter that are none",
      { ...WORKSPACE, ".oxlintrc.json": '{ "ignorePatterns": "x" }' },
      /\.oxlintrc\.json: ignorePatterns: expected a list, received "x"; correct it/,
    ],
    [
      "settings of a linter that are no JSON",
      { ...WORKSPACE, ".oxlintrc.json": '{ "rules": ' },
      /\.oxlintrc\.json:1:12 is not JSON/,
    ],
    [
      "a pnpm-workspace.yaml that is no YAML",
      { ...WORKSPACE, "pnpm-workspace.yaml": "packages:\n  - a\n - b: [\n" },
      /pnpm-workspace\.yaml cannot be read: .*\(3:2\)/,
    ],
    [
      "a config that names a document outside of the repository",
      { "package.json": WORKSPACE["package.json"], "earmark.config.json": '{ "documents": { "a": "../a.yaml" } }' },
      /a\.yaml is outside of the workspace .*; copy it to openapi\//,
    ],
  ])("writes nothing over %s", async (_, files, message) => {
    const root = await tempFolder(files);
    const before = await readdir(root, { recursive: true });
    const { code, err, installs } = await runInit(root);
    expect([code, err, installs]).toEqual([2, expect.stringMatching(message), []]);
    expect(await readdir(root, { recursive: true })).toEqual(before);
  });

  // What may be written is no question to root.
  it.runIf(process.getuid?.() !== 0)("says which file it may not write, and leaves no folder behind", async () => {
    const root = await tempFolder({ ...WORKSPACE, "packages/a.txt": "" });
    await chmod(join(root, "packages"), 0o555);
    expect(await runInit(root)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/package.json cannot be written/),
    });
    await chmod(join(root, "packages"), 0o755);
    await chmod(join(root, "package.json"), 0o444);
    expect(await runInit(root)).toMatchObject({ code: 2, err: expect.stringMatching(/package.json is read-only/) });
    expect((await readdir(root)).sort()).toEqual(["openapi", "package.json", "packages"]);
  });

  it("says so where a file has the place of a folder", async () => {
    const root = await tempFolder({ ...WORKSPACE, packages: "" });
    const before = await readdir(root, { recursive: true });
    const { code, err } = await runInit(root);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/packages\/orders-types\/package\.json cannot be written: .+/),
    ]);
    expect(await readdir(root, { recursive: true })).toEqual(before);
  });

  it("puts a first document into an empty folder of documents", async () => {
    const root = await tempFolder({ "package.json": WORKSPACE["package.json"] });
    await mkdir(join(root, "openapi"));
    expect(await runInit(root)).toMatchObject({ code: 0, out: expect.arrayContaining(["openapi/notes.yaml"]) });
  });
});

describe("codegen init in files of people", () => {
  it("keeps how lines end, those of a document included", async () => {
    const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
    const root = await tempFolder({
      "package.json": crlf(rootManifest()),
      "pnpm-workspace.yaml": crlf("packages:\n  - libs/* # ours\ncatalog:\n  a: 1.0.0\n"),
      "libs/a/package.json": '{ "name": "@acme/a", "version": "1.0.0", "dependencies": { "a": "catalog:" } }',
      ".gitattributes": crlf("* text=auto\n"),
      "openapi/orders.yaml": crlf(ORDERS),
      "../orders.yaml": ORDERS,
    });
    expect((await runInit(root, { spec: "../orders.yaml" })).code).toBe(0);
    for (const path of ["package.json", "pnpm-workspace.yaml", ".gitattributes", "openapi/orders.yaml"]) {
      const text = await readFile(join(root, path), "utf8");
      expect([path, text.replaceAll("\r\n", "")]).toEqual([path, expect.not.stringContaining("\n")]);
    }
    for (const path of await readdir(join(root, "libs"), { recursive: true })) {
      if (!/\.gen\.|manifest\.json$/.test(path)) continue;
      const file = join(root, "libs", path);
      await writeFile(file, crlf(await readFile(file, "utf8")));
    }
    expect([await checkGenerated(root), (await runInit(root)).out]).toEqual([0, []]);
  });

  it.each<[string, string, string | undefined]>([
    ["a list", "packages:\n  - apps/a\n", 'packages:\n  - "packages/orders-client"'],
    ["a list on one line", "packages: [apps/a]\n", '"packages/orders-client", "'],
    ["a list on several lines, in brackets", "packages:\n  [\n    apps/a,\n  ]\n", undefined],
    ["a list of an alias", "x: &a [apps/a]\npackages: *a\n", undefined],
  ])("names packages one by one where %s of pnpm does", async (_, text, expected) => {
    const root = await tempFolder({
      "package.json": rootManifest(),
      "pnpm-workspace.yaml": text,
      "openapi/orders.yaml": ORDERS,
    });
    const { code, err } = await runInit(root);
    expect(code).toBe(0);
    const after = await readFile(join(root, "pnpm-workspace.yaml"), "utf8");
    if (expected !== undefined) expect(after).toContain(expected);
    else {
      expect(after).toBe(text);
      expect(err).toContain(
        "By hand: add packages/orders-types to `packages` of pnpm-workspace.yaml, and run `pnpm install`.",
      );
    }
  });

  it("names packages one by one in a package.json that does, for `add`, too", async () => {
    const root = await tempFolder({ ...WORKSPACE, "package.json": rootManifest({ workspaces: ["apps/a"] }) });
    expect((await runInit(root)).code).toBe(0);
    expect(await readJson(root, "package.json")).toMatchObject({
      workspaces: ["apps/a", "packages/orders-types", "packages/orders-validators", "packages/orders-client"],
    });
  });

  it("makes a manifest for the root of a workspace of pnpm that has none, which is not to be published", async () => {
    const root = await tempFolder({ "pnpm-workspace.yaml": "packages: [packages/*]\n", "openapi/orders.yaml": ORDERS });
    expect((await runInit(root, { scope: "@acme" })).code).toBe(0);
    expect(await readJson(root, "package.json")).toMatchObject({
      private: true,
      scripts: { generate: "codegen generate" },
    });
  });

  it("reads a manifest that begins with the mark of an editor on Windows", async () => {
    const root = await tempFolder({ ...WORKSPACE, "package.json": `\uFEFF${WORKSPACE["package.json"]}` });
    expect((await runInit(root)).code).toBe(0);
    const text = await readFile(join(root, "package.json"), "utf8");
    expect(text).toMatch(/^\uFEFF\{\n/);
    expect(JSON.parse(text.slice(1)).scripts).toMatchObject({ generate: "codegen generate" });
  });
});

describe("codegen init with a document from elsewhere", () => {
  let published = "";
  const server = createServer((_request, response) => response.end(published));
  beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
  afterAll(() => new Promise((done) => server.close(done)));
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/openapi`; // it listens

  it("brings the files that it refers to along", async () => {
    const root = await tempFolder({ "package.json": WORKSPACE["package.json"] });
    await writeFiles(join(root, "../elsewhere"), {
      "orders.yaml": ORDERS.replace(/"#\/components\/schemas\/Order"/, '"./parts.yaml#/Order"'),
      "parts.yaml": "Order: { type: object, properties: { id: { type: integer } } }\n",
    });
    for (const _ of [1, 2]) expect((await runInit(root, { spec: "../elsewhere/orders.yaml" })).code).toBe(0);
    expect(await checkGenerated(root)).toBe(0);
    expect(await readFile(join(root, "openapi/orders.yaml"), "utf8")).not.toContain("parts.yaml");
  });

  it("names what it fetches after its title, and leaves it as it is from then on", async () => {
    const root = await tempFolder({ "package.json": WORKSPACE["package.json"] });
    published = ORDERS;
    const first = await runInit(root, { spec: url() });
    expect([first.code, first.err]).toEqual([
      0,
      expect.stringContaining("`npx codegen pull order` and `npm run generate`"),
    ]);
    expect(await readFile(join(root, "earmark.config.ts"), "utf8")).toContain(`{ order: { url: "${url()}" } }`);
    published = ORDERS.replace("getOrder", "fetchOrder");
    for (const flags of [{ spec: url() }, {}]) expect(await runInit(root, flags)).toMatchObject({ code: 0, out: [] });
    expect(await checkGenerated(root)).toBe(0);
  });

  it("fetches what the config names and is not there, with its headers", async () => {
    const documents = { orders: { url: url(), headers: { "X-Token": "env:TOKEN" }, include: ["getOrder"] } };
    const root = await tempFolder({
      "package.json": WORKSPACE["package.json"],
      "earmark.config.json": JSON.stringify({ documents }),
    });
    const seen: unknown[] = [];
    server.once("request", ({ headers }) => seen.push(headers["x-token"]));
    published = ORDERS;
    const { code, out } = await runInit(root, {}, 0, { TOKEN: "t" });
    expect([code, out, seen]).toEqual([0, expect.arrayContaining(["openapi/orders.yaml"]), ["t"]]);
  });

  it.each([
    ["over another document of the same title", { "openapi/order.yaml": ORDERS.replace("getOrder", "x") }, {}],
    [
      "under a name that the config gives another one",
      { "earmark.config.json": '{"documents":{"a":"b.yaml"}}', "b.yaml": ORDERS },
      { name: "a" },
    ],
  ])("is not put %s", async (_, files, flags) => {
    const root = await tempFolder({ "package.json": WORKSPACE["package.json"], ...files });
    published = ORDERS;
    const before = await readdir(root, { recursive: true });
    expect(await runInit(root, { spec: url(), ...flags })).toMatchObject({
      code: 2,
      err: expect.stringContaining("--name"),
    });
    expect(await readdir(root, { recursive: true })).toEqual(before);
  });
});

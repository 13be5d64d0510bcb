import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { checkGenerated, ORDERS, readJson, rootManifest, runInit } from "../testing/init.ts";
import { codegen } from "../testing/run.ts";
import type { InitFlags } from "./init.ts";

/** Repositories by what they have: how a sibling is named in them, and where packages go. */
const REPOSITORIES: readonly [name: string, files: Record<string, string>, sibling: string, folder: string][] = [
  [
    "of pnpm",
    { "package.json": rootManifest(), "pnpm-workspace.yaml": "packages:\n  - packages/*\n" },
    "workspace:^",
    "packages",
  ],
  [
    "of npm",
    { "package.json": rootManifest({ workspaces: ["apps/*", "libs/*"] }), "package-lock.json": "{}" },
    "^0.0.0",
    "libs",
  ],
  [
    "of Yarn 4",
    { "package.json": rootManifest({ workspaces: { packages: ["modules/*"] }, packageManager: "yarn@4.18.1" }) },
    "workspace:^",
    "modules",
  ],
  [
    "of Yarn 1",
    { "package.json": rootManifest({ workspaces: ["packages/*"] }), "yarn.lock": "# yarn lockfile v1\n" },
    "^0.0.0",
    "packages",
  ],
  [
    "of Bun",
    { "package.json": rootManifest({ workspaces: ["packages/**"] }), "bun.lock": "{}" },
    "workspace:^",
    "packages",
  ],
  [
    "that names its packages by workspace:*",
    {
      "package.json": rootManifest({ workspaces: ["packages/*"] }),
      "packages/a/package.json": JSON.stringify({
        name: "@acme/a",
        version: "1.0.0",
        dependencies: { "@acme/b": "workspace:*" },
      }),
      "packages/b/package.json": JSON.stringify({ name: "@acme/b", version: "1.0.0" }),
    },
    "workspace:*",
    "packages",
  ],
];

describe("codegen init in a workspace", () => {
  it.each(REPOSITORIES)(
    "%s makes three packages of a document, as others are there",
    async (_, files, sibling, folder) => {
      const root = await tempFolder({ ...files, "../orders.yaml": ORDERS });
      const { code, out, err, installs } = await runInit(root, { spec: "../orders.yaml" });
      expect([code, installs]).toEqual([0, [root]]);
      expect(out).toContain(join(folder, "orders-client/src/generated/client.gen.js"));
      expect(await readFile(join(root, "openapi/orders.yaml"), "utf8")).toBe(ORDERS);
      expect(await readJson(root, `${folder}/orders-client/package.json`)).toMatchObject({
        name: "@acme/orders-client",
        dependencies: { "@acme/orders-types": sibling, "@acme/orders-validators": sibling },
      });
      expect(await readJson(root, "package.json")).toMatchObject({
        scripts: {
          generate: "codegen generate",
          "check:generated": "codegen generate --check",
          "api:update": "codegen api-update",
        },
        devDependencies: { "@earmark/codegen": expect.stringMatching(/^\^\d/) },
      });
      expect(err).toContain('import { createOrdersClient } from "@acme/orders-client";');
      expect(await checkGenerated(root)).toBe(0);
      expect((await readdir(root)).filter((name) => /earmark\.config/.test(name))).toEqual([]);
    },
  );

  it("says with --dry-run what it would write, and writes nothing", async () => {
    const files = { "package.json": rootManifest({ workspaces: ["packages/*"] }), "spec/orders.yaml": ORDERS };
    const [root, twin] = [await tempFolder(files), await tempFolder(files)];
    const before = await readdir(root, { recursive: true });
    const dry = await runInit(root, { spec: "spec/orders.yaml", dryRun: true });
    expect([dry.code, dry.installs, await readdir(root, { recursive: true })]).toEqual([0, [], before]);
    expect(dry.out).toEqual((await runInit(twin, { spec: "spec/orders.yaml" })).out);
  });

  it("leaves a document of the repository where it is, and names it in the config", async () => {
    const root = await tempFolder({
      "package.json": rootManifest({ workspaces: ["packages/*"] }),
      "services/a/openapi.yaml": ORDERS,
    });
    expect((await runInit(root, { spec: "services/a/openapi.yaml" })).code).toBe(0);
    expect(await readFile(join(root, "earmark.config.ts"), "utf8")).toContain(
      '{ order: { path: "services/a/openapi.yaml" } }',
    );
    expect(await readdir(root)).not.toContain("openapi");
    expect(await checkGenerated(root)).toBe(0);
  });

  it("completes what a failed install left, and has nothing to do the third time", async () => {
    const root = await tempFolder({
      "package.json": rootManifest({ workspaces: ["packages/*"] }),
      "openapi/orders.yaml": ORDERS,
    });
    const failed = await runInit(root, {}, 1);
    expect([failed.code, failed.err]).toEqual([1, expect.stringContaining("`npx @earmark/codegen init` again")]);
    await writeFile(join(root, "packages/orders-types/README.md"), "Ours.\n");
    const [second, third] = [await runInit(root), await runInit(root)];
    expect([second.code, second.out, second.installs]).toEqual([0, [], [root]]);
    expect(third.err).toContain("nothing to do: all of it is in place");
    expect(await readFile(join(root, "packages/orders-types/README.md"), "utf8")).toBe("Ours.\n");
  });

  it.each([
    ["without tests where the workspace lacks what they need", {}, [], '"noEmit": true }'],
    ["with tests where it has that", { "@types/node": "^22.0.0" }, ["src/validators.test.ts"], '"types": ["node"]'],
  ])("makes packages that check themselves, %s", async (_, more, tests, options) => {
    const root = await tempFolder({
      "package.json": rootManifest({ workspaces: ["packages/*"], devDependencies: { vitest: "^3.0.0", ...more } }),
      "tsconfig.base.json": "{}",
      "openapi/orders.yaml": ORDERS,
    });
    expect((await runInit(root)).out.filter((path) => path.endsWith(".test.ts"))).toEqual(
      tests.map((path) => `packages/orders-validators/${path}`),
    );
    expect(await readFile(join(root, "packages/orders-validators/tsconfig.json"), "utf8")).toContain(options);
    // There is no esbuild to bundle it with.
    expect(await readJson(root, "packages/orders-client/package.json")).toMatchObject({
      scripts: { typecheck: "tsc" },
    });
    expect(await readFile(join(root, "packages/orders-client/package.json"), "utf8")).not.toContain("vitest");
    expect(await readJson(root, "packages/orders-validators/package.json")).toMatchObject(
      tests.length === 0 ? {} : { devDependencies: { "@types/node": "^22.0.0", vitest: "^3.0.0" } },
    );
  });

  it("keeps comments, indentation and what is there already", async () => {
    const root = await tempFolder({
      "package.json": rootManifest({
        scripts: { generate: "graphql-codegen" },
        devDependencies: { biome: "catalog:" },
      }),
      "pnpm-workspace.yaml": "# Ours.\npackages:\n  - apps/* # services\n\ncatalog: # versions\n  biome: 2.0.0\n",
      "packages/x/package.json": JSON.stringify({ name: "@acme/x", devDependencies: { biome: "catalog:" } }),
      ".gitattributes": "* text=auto",
      ".prettierrc": "{}",
      "biome.jsonc": '{\n\t// What is ours.\n\t"files": { "includes": ["src/**"] }\n}\n',
      ".oxlintrc.json": "{}\n",
      "eslint.config.js": "export default [];\n",
      "openapi/orders.yaml": ORDERS,
      "earmark.config.json": '{ "into": "packages" }',
    });
    const { code, err } = await runInit(root);
    expect(code).toBe(0);
    expect(await readFile(join(root, "pnpm-workspace.yaml"), "utf8")).toMatch(
      /^# Ours\.\npackages:\n {2}- "packages\/\*"\n {2}- apps\/\* # services\n\ncatalog: # versions\n( {2}"@earmark\/(codegen|http|validation)": \^\S+\n){3} {2}biome: 2\.0\.0\n$/,
    );
    const text = await readFile(join(root, "package.json"), "utf8");
    expect(text).toContain('\n        "generate": "graphql-codegen",\n');
    expect(JSON.parse(text).devDependencies["@earmark/codegen"]).toBe("catalog:");
    expect(await readJson(root, "packages/orders-client/package.json")).toMatchObject({
      dependencies: { "@earmark/http": "catalog:", "@earmark/validation": "catalog:" },
    });
    expect(await readFile(join(root, ".gitattributes"), "utf8")).toMatch(
      /^\* text=auto\n.*\n.*generated.* eol=lf linguist-generated=true\n$/,
    );
    expect(await readFile(join(root, ".prettierignore"), "utf8")).toBe("**/src/generated/**\n");
    expect(await readFile(join(root, "biome.jsonc"), "utf8")).toMatch(
      /^\{\n\t\/\/ What is ours\.\n[\s\S]*\t"!\*\*\/src\/generated\/\*\*"/,
    );
    expect(await readJson(root, ".oxlintrc.json")).toEqual({ ignorePatterns: ["**/src/generated/**"] });
    expect(err).toContain("By hand: let ESLint ignore generated files");
    expect(err).toContain("By hand: the script generate is yours already");
  });
});

describe("codegen init in a single package", () => {
  it.each([
    ["an ES module", { type: "module" }, []],
    ["CommonJS", { type: "commonjs" }, ["package.json"]],
    ["a package that says nothing", {}, ["package.json"]],
  ])("generates into src/generated of %s, which imports it by #NAME", async (_, more, marker) => {
    const root = await tempFolder({ "package.json": rootManifest(more), "openapi/orders.json": "" });
    await writeFiles(root, {
      "openapi/orders.json": JSON.stringify({
        openapi: "3.1.0",
        info: { title: "O", version: "1" },
        servers: [{ url: "https://o.example" }],
        paths: { "/o": { get: { operationId: "listOrders", responses: { 204: { description: "None." } } } } },
      }),
    });
    expect((await runInit(root)).code).toBe(0);
    const files = await readdir(join(root, "src/generated/orders"));
    expect(files.filter((name) => name === "package.json")).toEqual(marker);
    expect(await readJson(root, "package.json")).toMatchObject({
      dependencies: { "@earmark/http": expect.any(String), "@earmark/validation": expect.any(String) },
      imports: {
        "#orders": { default: "./src/generated/orders/client.gen.js" },
        "#orders/types": { types: "./src/generated/orders/types.gen.d.ts" },
      },
    });
    expect(await checkGenerated(root)).toBe(0);
  });

  it.each([
    ["npm/11.19.1 node/v22.0.0 linux x64", undefined, "npm run typecheck"],
    ["pnpm/12.21.0 npm/? node/? linux x64", { name: "pnpm", version: "12.21.0", onFail: "warn" }, "pnpm typecheck"],
    ["yarn/4.18.1 npm/? node/v22.0.0 linux x64", { name: "yarn", version: "4.18.1", onFail: "warn" }, "yarn typecheck"],
    ["bun/1.4.5 npm/? node/v24.3.0 linux x64", { name: "bun", version: "1.4.5", onFail: "warn" }, "bun run typecheck"],
  ])("starts one in an empty folder, of the package manager that runs it: %s", async (agent, packageManager, call) => {
    const root = await tempFolder();
    const { err } = await runInit(root, {}, 0, { npm_config_user_agent: agent });
    expect(err).toContain(`\`${call}\` checks it`);
    expect(await readJson(root, "package.json")).toMatchObject(
      packageManager === undefined ? {} : { devEngines: { packageManager } },
    );
  });

  it("starts one in an empty folder, with a document and a first call", async () => {
    const root = await tempFolder();
    const { code, err } = await runInit(root);
    expect([code, err]).toEqual([0, expect.stringContaining("`npm run typecheck` checks it")]);
    const { out, err: talk } = await codegen(root, "lint", "openapi/notes.yaml");
    expect([...out, ...talk]).toEqual(["openapi/notes.yaml: no errors"]);
    expect(await readFile(join(root, "src/first-call.ts"), "utf8")).toContain('await notes.fetchNote({ id: "first" })');
    expect(await readJson(root, "package.json")).toMatchObject({ type: "module", scripts: { typecheck: "tsc" } });
  });
});

describe("codegen init writes nothing", () => {
  const workspace = { "package.json": rootManifest({ workspaces: ["packages/*"] }) };

  it.each<[string, Record<string, string>, Partial<InitFlags>, RegExp]>([
    [
      "for a document that is not there",
      workspace,
      { spec: "nowhere.yaml" },
      /--spec nowhere\.yaml: there is no such file; check the path/,
    ],
    [
      "for a URL that cannot be fetched",
      workspace,
      { spec: "http://127.0.0.1:9/a" },
      /^codegen: http:\/\/127\.0\.0\.1:9\/a: no complete response/,
    ],
    [
      "for a file that is no document",
      { ...workspace, "a.yaml": "a: 1" },
      { spec: "a.yaml" },
      /a\.yaml:1:1 version expected/,
    ],
    [
      "for a document that is wrong",
      { ...workspace, "a.yaml": ORDERS.replace('schemas/Order"', 'schemas/Ordr"') },
      { spec: "a.yaml" },
      /Ordr does not exist[\s\S]*nothing is written/,
    ],
    [
      "for a name that no package can have",
      { ...workspace, "a.yaml": ORDERS },
      { spec: "a.yaml", name: "Order API" },
      /"Order API" cannot be part of a package's name; pass --name/,
    ],
    [
      "without a scope, which it finds among the packages",
      {
        "package.json": '{ "workspaces": ["packages/*"] }',
        "packages/a/package.json": '{ "name": "@corp/a", "version": "1.0.0" }',
        "a.yaml": ORDERS,
      },
      { spec: "a.yaml" },
      /a-types needs a scope.*pass --scope @corp to/,
    ],
    [
      "for a scope that is none",
      { ...workspace, "a.yaml": ORDERS },
      { spec: "a.yaml", scope: "acme" },
      /--scope: expected a scope such as @acme, received "acme"/,
    ],
    [
      "with a config that has a mistake",
      { ...workspace, "a.yaml": ORDERS, "earmark.config.json": '{ "scop": "@a" }' },
      { spec: "a.yaml" },
      /scop: unknown key.*did you mean scope/,
    ],
    [
      "where a config of code would have to say more",
      { ...workspace, "spec/a.yaml": ORDERS, "earmark.config.mjs": "export default {};" },
      { spec: "spec/a.yaml" },
      /earmark\.config\.mjs is there already and is code; add \{"documents":/,
    ],
    [
      "where it cannot tell the package manager",
      { ...workspace, "yarn.lock": "", "package-lock.json": "{}", "a.yaml": ORDERS },
      { spec: "a.yaml" },
      /lock files of yarn and npm; remove those/,
    ],
  ])("%s", async (_, files, flags, message) => {
    const root = await tempFolder(files);
    const before = await readdir(root, { recursive: true });
    const { code, out, err, installs } = await runInit(root, flags);
    expect([code === 0, out, installs]).toEqual([false, [], []]);
    expect(err).toMatch(message);
    expect(await readdir(root, { recursive: true })).toEqual(before);
  });

  it("in an empty folder, for a document that is wrong", async () => {
    const [root, other] = [
      await tempFolder(),
      await tempFolder({ "a.yaml": ORDERS.replace('schemas/Order"', 'schemas/Ordr"') }),
    ];
    const { code, err } = await runInit(root, { spec: join(other, "a.yaml") });
    expect([code, err]).toEqual([1, expect.stringContaining("nothing is written")]);
    expect(await readdir(root)).toEqual([]);
  });

  it("over another document of the same name", async () => {
    const root = await tempFolder({ ...workspace, "openapi/orders.yaml": ORDERS });
    const other = await tempFolder({ "orders.yaml": ORDERS.replace("getOrder", "fetchOrder") });
    const { code, err } = await runInit(root, { spec: join(other, "orders.yaml") });
    expect([code, err]).toEqual([2, expect.stringContaining("is another document than the one of --spec")]);
  });
});

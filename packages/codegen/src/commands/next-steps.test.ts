import { tempFolder } from "@earmark/testing";
import { expect, it } from "vitest";
import { ORDERS, rootManifest, runInit } from "../testing/init.ts";

const member = (name: string, dependencies: object = {}): string =>
  JSON.stringify({ name: `@acme/${name}`, version: "1.0.0", dependencies });

it.each<[string, Record<string, string>, readonly string[]]>([
  [
    "npm",
    { "package.json": rootManifest({ workspaces: ["packages/*"] }) },
    [
      'add "@acme/orders-client": "^0.0.0" to the dependencies of a package, run `npm install`',
      "`npm run generate`",
      "`npx codegen init --spec FILE-OR-URL`",
    ],
  ],
  [
    "pnpm",
    { "package.json": rootManifest(), "pnpm-workspace.yaml": "packages: [packages/*]\n" },
    [
      '"@acme/orders-client": "workspace:^" to the',
      "run `pnpm install`",
      "`pnpm api:update`",
      "`pnpm exec codegen init --spec FILE-OR-URL`",
    ],
  ],
  [
    "Yarn, with siblings named by workspace:*",
    {
      "package.json": rootManifest({ workspaces: ["packages/*"], packageManager: "yarn@4.18.1" }),
      "packages/a/package.json": member("a", { "@acme/b": "workspace:*" }),
      "packages/b/package.json": member("b"),
    },
    ['"@acme/orders-client": "workspace:*" to the', "run `yarn install`", "`yarn codegen init --spec FILE-OR-URL`"],
  ],
  [
    "Bun",
    { "package.json": rootManifest({ workspaces: ["packages/*"] }), "bun.lock": "" },
    ["run `bun install`", "`bun run generate`", "`bunx codegen init --spec FILE-OR-URL`"],
  ],
  [
    "one package",
    { "package.json": rootManifest({ type: "module" }) },
    ["from a file of this package", 'from "#orders"', "\n  const result = await orders.getOrder({ id: 1 });"],
  ],
  [
    "one package of CommonJS",
    { "package.json": rootManifest() },
    ["\n  async function main(): Promise<void> {\n    const result = await orders."],
  ],
  [
    "scripts of the same names that do something else",
    {
      "package.json": rootManifest({
        type: "module",
        scripts: { generate: "graphql-codegen", version: "changeset version", codegen: "codegen" },
      }),
    },
    [
      "`npm run codegen generate`",
      "`npm run api:update`",
      "`npm run codegen version`",
      "`npm run codegen -- init --spec FILE-OR-URL`",
    ],
  ],
])("what comes after init is said as it is done with %s", async (_, files, expected) => {
  const root = await tempFolder({ ...files, "openapi/orders.yaml": ORDERS });
  const { code, err } = await runInit(root);
  expect(code).toBe(0);
  for (const text of expected) expect(err).toContain(text);
});

import { chmod, readFile, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it, vi } from "vitest";
import { failuresIn } from "./failed-tasks.ts";
import { type TasksRun, workspaceTasks } from "./workspace-tasks.ts";

const json = (value: object): string => JSON.stringify(value);

const manifest = (name: string, scripts: readonly string[], more: object = {}): string =>
  json({ name, version: "1.0.0", scripts: Object.fromEntries(scripts.map((script) => [script, "…"])), ...more });

/** Commands that write down how they are called. Their output, and whether they fail, is the text of a file in their folder. */
async function fakeCommands(names: readonly string[], yarnVersion: string) {
  const folder = await tempFolder();
  const log = join(folder, "log");
  const program = `#!/usr/bin/env node
const fs = require("node:fs");
const args = process.argv.slice(2);
if (args[0] === "--version") { console.log(${JSON.stringify(yarnVersion)}); process.exit(0); }
const name = require("node:path").basename(process.argv[1]);
fs.appendFileSync(${JSON.stringify(log)}, [name, ...args].join(" ") + "\\n");
const fails = "says-" + args.at(-1);
if (fs.existsSync(fails)) { console.log(fs.readFileSync(fails, "utf8")); process.exit(1); }
console.log("did " + args.at(-1) + " in " + require("node:path").basename(process.cwd()));
`;
  for (const name of names) {
    await writeFile(join(folder, name), program);
    await chmod(join(folder, name), 0o755);
  }
  vi.stubEnv("PATH", [folder, dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter));
  return async () => {
    const text = await readFile(log, "utf8").catch(() => "");
    return text.split("\n").filter((line) => line !== "");
  };
}

async function run(
  files: Readonly<Record<string, string>>,
  tasks: readonly string[],
  { commands = ["npm"], yarnVersion = "4.12.0" }: { commands?: readonly string[]; yarnVersion?: string } = {},
): Promise<TasksRun & { readonly calls: readonly string[]; readonly root: string }> {
  const root = await tempFolder();
  await writeFiles(root, files);
  const calls = await fakeCommands(commands, yarnVersion);
  const ran = await workspaceTasks(root, new AbortController().signal)(tasks, "full");
  return { ...ran, calls: await calls(), root };
}

const BERRY = "__metadata:\n  version: 8\n";

describe("tasks of a workspace are run as its package manager does:", () => {
  it.each([
    ["pnpm", { "pnpm-lock.yaml": "" }, ["pnpm"], "4.12.0", "pnpm run --silent build"],
    ["npm", { "package-lock.json": "{}" }, ["npm"], "4.12.0", "npm run --silent build"],
    ["Yarn 4", { "yarn.lock": BERRY }, ["yarn"], "4.12.0", "yarn run build"],
    ["Yarn 1", { "yarn.lock": "# yarn lockfile v1\n" }, ["yarn"], "1.22.22", "yarn run --silent build"],
    ["bun", { "bun.lock": "" }, ["bun"], "4.12.0", "bun run --silent build"],
    [
      "another Yarn than the machine has",
      { "yarn.lock": BERRY },
      ["yarn", "npx"],
      "1.22.22",
      "npx -y @yarnpkg/cli-dist run build",
    ],
    ["one that the machine lacks", { "bun.lock": "" }, ["npx"], "4.12.0", "npx -y bun run --silent build"],
  ])("%s", async (_what, files, commands, yarnVersion, call) => {
    const { code, calls, skipped } = await run({ "package.json": manifest("app", ["build"]), ...files }, ["build"], {
      commands,
      yarnVersion,
    });
    expect({ code, calls, skipped }).toEqual({ code: 0, calls: [call], skipped: [] });
  });
});

const ROOT = { private: true, workspaces: ["packages/*"] };

describe("of a workspace without turbo,", () => {
  it("scripts of packages run behind those of what they depend on", async () => {
    const { said } = await run(
      {
        "package.json": json(ROOT),
        "packages/a/package.json": manifest("@acme/a", ["build"], { devDependencies: { "@acme/c": "*" } }),
        "packages/b/package.json": manifest("@acme/b", ["build", "test"]),
        "packages/c/package.json": manifest("@acme/c", ["build"], { dependencies: { "@acme/b": "*" } }),
      },
      ["build", "test"],
    );
    expect(said.trim().split("\n")).toEqual([
      "@acme/b:build: did build in b",
      "@acme/c:build: did build in c",
      "@acme/a:build: did build in a",
      "@acme/b:test: did test in b",
    ]);
  });

  it("a script of the root stands for those of all packages", async () => {
    const { calls, said } = await run(
      {
        "package.json": json({ ...ROOT, scripts: { build: "…" } }),
        "packages/a/package.json": manifest("a", ["build"]),
      },
      ["build"],
    );
    expect([calls.length, said]).toEqual([1, expect.stringMatching(/^\/\/:build: did build in codegen-/)]);
  });

  it("what there is no script for is skipped, the one that `npm init` writes included", async () => {
    const scripts = { build: "…", test: 'echo "Error: no test specified" && exit 1' };
    const { code, calls, skipped } = await run({ "package.json": json({ name: "app", scripts }) }, [
      "lint",
      "build",
      "test",
    ]);
    expect({ code, calls, skipped }).toEqual({ code: 0, calls: ["npm run --silent build"], skipped: ["lint", "test"] });
  });

  it("what fails is named with what it said, what depends on it is left out, and all else is tried", async () => {
    const { code, said, calls, root } = await run(
      {
        "package.json": json(ROOT),
        "packages/a/package.json": manifest("a", ["build"], { dependencies: { b: "*" } }),
        "packages/b/package.json": manifest("b", ["build", "test"]),
        "packages/b/says-build": "src/b.ts(1,1): error TS2322: No.",
        "packages/c/package.json": manifest("c", ["build"]),
        "packages/b/says-test": " FAIL  src/b.test.ts > works",
      },
      ["build", "test"],
    );
    expect(code).toBe(1);
    expect(calls).toHaveLength(3);
    expect(failuresIn(said, root, new Map())).toEqual({
      timedOut: false,
      lines: [
        "b build",
        "  src/b.ts(1,1): error TS2322: No.",
        "b test",
        "  FAIL  src/b.test.ts > works",
        "   FAIL  src/b.test.ts > works",
      ],
    });
  });
});

describe("of a workspace with turbo,", () => {
  const files = {
    "package.json": json({ ...ROOT, scripts: { lint: "…" } }),
    "node_modules/.bin/.keep": "",
    "packages/a/package.json": manifest("a", ["build", "typecheck", "contract"]),
  };

  it("turbo runs what it knows, all in one call, and the package manager what it does not", async () => {
    const turbo = `{
  // Comments are usual.
  "tasks": { "build": {}, "a#contract": {}, "//#knip": {}, "test": {} },
}`;
    const { calls, skipped } = await run(
      { ...files, "turbo.json": turbo },
      ["build", "typecheck", "lint", "knip", "test", "contract"],
      { commands: ["npm", "turbo"] },
    );
    expect(calls).toEqual([
      expect.stringMatching(/^turbo run build contract --log-prefix=task .*--output-logs=full$/),
      "npm run --silent typecheck",
      "npm run --silent lint",
    ]);
    expect(skipped).toEqual(["knip", "test"]);
  });

  it("it says how to install turbo where it is not", async () => {
    await expect(run({ ...files, "turbo.json": '{ "pipeline": { "build": {} } }' }, ["build"])).rejects.toThrow(
      /^turbo is not installed in .*turbo\.json names tasks for it; run `npm install`$/,
    );
  });
});

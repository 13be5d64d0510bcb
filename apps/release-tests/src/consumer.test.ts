import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { BROWSER_PROGRAM, FOUND, PROGRAM, TYPED_PROGRAM, webGlobals } from "./consumer-programs.ts";
import { installation, installed } from "./installed.ts";
import { type Package, publishedPackages, WORKSPACE } from "./workspace/packages.ts";
import { attempt, run } from "./workspace/run.ts";

const project = inject("consumer");

describe("what was released, installed by npm in an empty project", () => {
  beforeAll(() => {
    writeFileSync(join(project, "program.js"), PROGRAM);
    writeFileSync(join(project, "program.ts"), TYPED_PROGRAM);
    const all = entries(publishedPackages()).map(({ name }, index) => `export * as entry${index} from "${name}";\n`);
    writeFileSync(join(project, "entries.ts"), all.join(""));
  });

  it.each(nodes())("runs on Node %s", async (_version, node) => {
    expect(JSON.parse(await run([node, "program.js"], { cwd: project }))).toEqual(FOUND);
  });

  it("can be imported at every entry", async () => {
    const modules = entries(publishedPackages()).filter(({ hasCode }) => hasCode);
    const program = modules.map(({ name }) => `import "${name}";\n`).join("");
    const command = [process.execPath, "--input-type=module", "--eval", program] as const;
    expect(await attempt(command, { cwd: project })).toMatchObject({ code: 0 });
    expect(modules.length).toBeGreaterThan(publishedPackages().length);
  });

  const node = { types: ["node"], typeRoots: [join(WORKSPACE, "node_modules/@types")] };
  it.each<[string, string, string, object]>([
    ["the web", "nodenext", "nodenext", { lib: ["es2023", "dom", "dom.iterable"], types: [] }],
    ["the web", "esnext", "bundler", { lib: ["es2023", "dom", "dom.iterable"], types: [] }],
    ["Node alone", "nodenext", "nodenext", { lib: ["es2022"], ...node }],
    [
      "Node alone, without looking into declarations",
      "esnext",
      "bundler",
      { lib: ["es2022"], ...node, skipLibCheck: true },
    ],
  ])(
    "type-checks with the globals of %s, module %s and resolution %s",
    async (globals, module, moduleResolution, more) => {
      const compilerOptions = {
        module,
        moduleResolution,
        target: "es2022",
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
        // Declarations included.
        skipLibCheck: false,
        ...more,
      };
      const config = join(project, `tsconfig.${moduleResolution}.${globals.length}.json`);
      writeFileSync(config, JSON.stringify({ compilerOptions, files: ["program.ts", "entries.ts"] }));
      for (const typescript of ["node_modules/typescript", "apps/release-tests/node_modules/typescript-oldest"]) {
        const tsc = join(WORKSPACE, typescript, "bin/tsc");
        expect(await attempt([process.execPath, tsc, "-p", config], { cwd: project })).toMatchObject({
          code: 0,
          out: "",
        });
      }
    },
  );

  it("bundles for a browser, and runs with what the web has and nothing of Node", async () => {
    const { outputFiles } = await build({
      stdin: { contents: BROWSER_PROGRAM, resolveDir: project },
      bundle: true,
      format: "iife",
      platform: "browser",
      write: false,
      // A Node built-in cannot be resolved for a browser: the build would fail.
      logLevel: "silent",
    });
    const context = createContext(webGlobals());
    runInContext(outputFiles[0]?.text ?? "", context);
    expect(JSON.parse(await runInContext("found", context))).toEqual([["echo", "low_volume"], "käse", true, true]);
    expect(runInContext("typeof process + typeof Buffer + typeof require", context)).toBe("undefined".repeat(3));
  });
});

describe("the commands that were released", () => {
  const bin = (name: string, ...args: readonly string[]) =>
    attempt([join(project, "node_modules/.bin", name), ...args], { cwd: project });
  const versionOf = (name: string): unknown =>
    JSON.parse(readFileSync(join(project, "node_modules/@earmark", name, "package.json"), "utf8")).version;

  it("include earmark, with its version and the chunks that it loads late", async () => {
    expect(await bin("earmark", "--version")).toMatchObject({ code: 0, out: `${versionOf("cli")}\n` });
    expect(await bin("earmark", "update", "--help")).toMatchObject({
      code: 0,
      out: expect.stringMatching("--call-score"),
    });
    const refused = await bin("earmark", "get", "CAx");
    expect(refused).toMatchObject({
      code: 2,
      err: expect.stringMatching("CALL_SID must be CA and 32 hexadecimal digits"),
    });
  });

  it("include openapi-diff, which npm installs without TypeScript", async () => {
    const { root } = inject("release");
    const alone = await installedAlone("@earmark/openapi-diff");
    expect(installation(alone).packages).not.toContain("node_modules/typescript");
    const command = join(alone, "node_modules/.bin/openapi-diff");
    expect(await attempt([command, "--version"], { cwd: alone })).toMatchObject({
      out: `${versionOf("openapi-diff")}\n`,
    });
    const before = join(root, "openapi/annotation.yaml");
    writeFileSync(join(alone, "after.yaml"), readFileSync(before, "utf8").replace("maxLength: 100", "maxLength: 50"));
    expect(await attempt([command, before, "after.yaml", "--fail-on", "major"], { cwd: alone })).toMatchObject({
      code: 1,
      out: expect.stringContaining("`maxLength` from 100 to 50"),
      err: "",
    });
    const program = 'import { diffDocuments } from "@earmark/openapi-diff"; console.log(typeof diffDocuments);';
    const node = [process.execPath, "--input-type=module", "--eval", program] as const;
    expect(await run(node, { cwd: alone })).toBe("function\n");
  });

  it("include codegen, which generates a folder that runs on its own", async () => {
    const { root } = inject("release");
    expect(await bin("codegen", "--version")).toMatchObject({ code: 0, out: `${versionOf("codegen")}\n` });
    const document = join(root, "openapi/annotation.yaml");
    expect(await bin("codegen", "generate", "--spec", document, "--out", "generated")).toMatchObject({ code: 0 });
    writeFileSync(
      join(project, "generated.js"),
      'import { AnsweredBy } from "./generated/validators.gen.js"; console.log(AnsweredBy.is("human"));',
    );
    for (const [, node] of nodes()) expect(await run([node, "generated.js"], { cwd: project })).toBe("true\n");
  });
});

describe.each(nodes().filter(([version]) => Number.parseInt(version.slice(1), 10) < 22))(
  "on Node %s, which is too old",
  (version, node) => {
    it.each(["codegen", "openapi-diff"])("%s says so in one line, whatever it is asked", async (name) => {
      for (const option of ["--version", "--help", "generate"])
        expect(await attempt([node, join(project, "node_modules/.bin", name), option], { cwd: project })).toEqual({
          code: 2,
          out: "",
          err: `${name} needs Node 22 or later, and this is ${version.slice(1)}; install a newer one.\n`,
        });
    });
  },
);

describe("what npm installs with a package", () => {
  // TypeScript alone is 23 MB. Raise a number only for what users get for it.
  it.each<[name: string, packages: number, megabytes: number]>([
    ["codegen", 40, 50],
    ["openapi-diff", 28, 24],
    ["annotation-client", 7, 1.2],
  ])("%s costs no more than %i packages and %s MB", async (name, packages, megabytes) => {
    const cost = installation(await installedAlone(`@earmark/${name}`));
    expect(cost.packages.length, cost.packages.join("\n")).toBeLessThanOrEqual(packages);
    expect(cost.bytes / 1e6).toBeLessThanOrEqual(megabytes);
  });
});

async function installedAlone(name: string): Promise<string> {
  const project = await installed(inject("release"), [name]);
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  return project;
}

/** A module that a package offers. */
interface Entry {
  /** `@earmark/sandbox/node`. */
  readonly name: string;
  /** Whether there is code, and not types alone. */
  readonly hasCode: boolean;
}

/** Every module that packages offer, but for those that are for users of an optional peer and called after it. */
function entries(packages: readonly Package[]): readonly Entry[] {
  return packages.flatMap(({ manifest }) => {
    const peers = Object.keys(manifest.peerDependenciesMeta ?? {});
    return Object.entries(manifest.exports ?? {})
      .filter(([path, target]) => typeof target === "object" && !peers.some((peer) => path.endsWith(`/${peer}`)))
      .map(([path, target]) => ({
        name: `${manifest.name}${path.slice(1)}`,
        hasCode: Object.keys(target).includes("default"),
      }));
  });
}

/** The Node that runs this test, and the one that the machine has without it: often an older one. */
function nodes(): readonly [version: string, path: string][] {
  const own = dirname(process.execPath);
  const found: [string, string][] = [[process.version, process.execPath]];
  const outside = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules") && folder !== own);
  for (const folder of outside) {
    try {
      const node = join(folder, "node");
      const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
      if (!found.some(([known]) => known === version)) found.push([version, node]);
    } catch {
      // No Node there.
    }
  }
  return found;
}

import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { BROWSER_PROGRAM, COMMONJS_PROGRAM, FOUND, PROGRAM, TYPED_PROGRAM, webGlobals } from "./consumer-programs.ts";
import { installation, installed } from "./installed.ts";
import { type Package, publishedPackages, WORKSPACE } from "./workspace/packages.ts";
import { attempt, run } from "./workspace/run.ts";

const project = inject("consumer");

describe("what was released, installed by npm in an empty project", () => {
  beforeAll(() => {
    writeFileSync(join(project, "program.js"), PROGRAM);
    writeFileSync(join(project, "program.cjs"), COMMONJS_PROGRAM);
    writeFileSync(join(project, "program.ts"), TYPED_PROGRAM);
    writeFileSync(join(project, "program.cts"), TYPED_PROGRAM);
    const all = entries(publishedPackages()).map(({ name }, index) => `export * as entry${index} from "${name}";\n`);
    writeFileSync(join(project, "entries.ts"), all.join(""));
  });

  it.each(nodes())("runs on Node %s", async (_version, node) => {
    expect(JSON.parse(await run([node, "program.js"], { cwd: project }))).toEqual(FOUND);
  });

  it.each(nodes().filter(([version]) => canRequireModules(version)))(
    "is required by CommonJS on Node %s",
    async (version, node) => {
      const { code, out } = await attempt([node, "program.cjs"], { cwd: project });
      expect([code, out]).toEqual([0, '["human",true,true]\n']);
      const modules = entries(publishedPackages()).filter(({ hasCode, oldest }) => hasCode && oldest <= major(version));
      const program = modules.map((each) => `require("${each.name}");\n`).join("");
      expect(await attempt([node, "--input-type=commonjs", "--eval", program], { cwd: project })).toMatchObject({
        code: 0,
        out: "",
      });
    },
  );

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

  it("type-checks in CommonJS, where the compiler knows that Node can require ES modules", async () => {
    const compilerOptions = {
      module: "nodenext",
      target: "es2022",
      strict: true,
      noEmit: true,
      // Declarations are looked into above.
      skipLibCheck: true,
      ...node,
    };
    const config = join(project, "tsconfig.commonjs.json");
    writeFileSync(config, JSON.stringify({ compilerOptions, files: ["program.cts"] }));
    // From 5.8 on.
    for (const folder of [".", "apps/release-tests"]) {
      const tsc = join(WORKSPACE, folder, "node_modules/typescript/bin/tsc");
      expect(await attempt([process.execPath, tsc, "-p", config], { cwd: project })).toMatchObject({
        code: 0,
        out: "",
      });
    }
  });

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
    const folder = await installedAlone("@earmark/openapi-diff");
    expect(installation(folder).packages).not.toContain("node_modules/typescript");
    const command = join(folder, "node_modules/.bin/openapi-diff");
    expect(await attempt([command, "--version"], { cwd: folder })).toMatchObject({
      out: `${versionOf("openapi-diff")}\n`,
    });
    const before = join(root, "openapi/annotation.yaml");
    writeFileSync(join(folder, "after.yaml"), readFileSync(before, "utf8").replace("maxLength: 100", "maxLength: 50"));
    expect(await attempt([command, before, "after.yaml", "--fail-on", "major"], { cwd: folder })).toMatchObject({
      code: 1,
      out: expect.stringContaining("`maxLength` from 100 to 50"),
      err: "",
    });
    const program = 'import { diffDocuments } from "@earmark/openapi-diff"; console.log(typeof diffDocuments);';
    const node = [process.execPath, "--input-type=module", "--eval", program] as const;
    expect(await run(node, { cwd: folder })).toBe("function\n");
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

describe.each(nodes().filter(([version]) => major(version) < 22))("on Node %s, which is too old", (version, node) => {
  it.each(["codegen", "openapi-diff"])("%s says so in one line, for every call", async (name) => {
    for (const option of ["--version", "--help", "generate"])
      expect(await attempt([node, join(project, "node_modules/.bin", name), option], { cwd: project })).toEqual({
        code: 2,
        out: "",
        err: `${name} needs Node 22 or later, and this is ${version.slice(1)}; install a newer one.\n`,
      });
  });
});

describe("what npm installs with a package", () => {
  // TypeScript alone is 23 MB. Raise a number only for what users get for it.
  it.each<[name: string, packages: number, megabytes: number]>([
    ["codegen", 40, 51],
    ["openapi-diff", 28, 24],
    ["annotation-client", 7, 1.2],
  ])("%s costs no more than %i packages and %s MB", async (name, packages, megabytes) => {
    const cost = installation(await installedAlone(`@earmark/${name}`));
    expect(cost.packages.length, cost.packages.join("\n")).toBeLessThanOrEqual(packages);
    expect(cost.bytes / 1e6).toBeLessThanOrEqual(megabytes);
  });
});

const alone = new Map<string, Promise<string>>();
afterAll(async () => {
  for (const folder of await Promise.all(alone.values())) rmSync(folder, { recursive: true, force: true });
});

/** A project that has this package alone, and what npm installs with it. */
function installedAlone(name: string): Promise<string> {
  const folder = alone.get(name) ?? installed(inject("release"), [name]);
  alone.set(name, folder);
  return folder;
}

/** A module that a package offers. */
interface Entry {
  /** `@earmark/sandbox/node`. */
  readonly name: string;
  /** Whether there is code, and not types alone. */
  readonly hasCode: boolean;
  /** The oldest major version of Node for it. */
  readonly oldest: number;
}

/** Every module that packages offer, but for those that import an optional peer. */
function entries(packages: readonly Package[]): readonly Entry[] {
  return packages.flatMap(({ manifest }) => {
    const peers = Object.keys(manifest.peerDependenciesMeta ?? {});
    const isForPeer = (file: string): boolean => {
      const text = readFileSync(join(project, "node_modules", manifest.name, file), "utf8");
      return peers.some((peer) => text.includes(`from "${peer}"`));
    };
    return Object.entries(manifest.exports ?? {})
      .filter(([, target]) => typeof target === "object" && !Object.values(target).some(isForPeer))
      .map(([path, target]) => ({
        name: `${manifest.name}${path.slice(1)}`,
        hasCode: Object.keys(target).includes("default"),
        oldest: major(String(Object(manifest.engines).node)),
      }));
  });
}

/** `22` of `v22.18.0` and of `>=22`. */
function major(version: string): number {
  return Number(/\d+/.exec(version)?.[0]);
}

/** Without a flag: from 20.19 on, and from 22.12. */
function canRequireModules(version: string): boolean {
  const [, first, second] = /(\d+)\.(\d+)/.exec(version) ?? [];
  const [node, minor] = [Number(first), Number(second)];
  return node >= 23 || (node === 22 && minor >= 12) || (node === 20 && minor >= 19);
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

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { BROWSER_PROGRAM, FOUND, PROGRAM, TYPED_PROGRAM } from "./consumer-programs.ts";
import { entries } from "./entries.ts";
import { nodes } from "./nodes.ts";
import { webGlobals } from "./web-globals.ts";
import { publishedPackages } from "./workspace/packages.ts";
import { attempt, run } from "./workspace/run.ts";
import { WORKSPACE } from "./workspace/workspace-root.ts";

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

  it("include earmark, which knows its version and finds the parts that it loads late", async () => {
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

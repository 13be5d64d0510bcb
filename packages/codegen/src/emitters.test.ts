import { mkdir, readFile, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { apiWorkspace } from "./testing/api-workspace.ts";
import { codegen } from "./testing/run.ts";
import { errorsOfUse } from "./testing/type-check.ts";

const CLIENT = "packages/pets-client/src/generated";

/** A workspace whose config imports this package. */
async function workspace(config: string): Promise<string> {
  const root = await apiWorkspace({ "earmark.config.ts": config });
  await mkdir(join(root, "node_modules/@earmark"), { recursive: true });
  await symlink(resolve(import.meta.dirname, ".."), join(root, "node_modules/@earmark/codegen"));
  return root;
}

const withEmitters = (list: string, more = ""): string => `
import { defineConfig } from "@earmark/codegen";
import { type Emitter, emitters } from "@earmark/codegen/emitters";
${more}
export default defineConfig({ emitters: ${list} });
`;

/** The example of the guide, in the config itself. */
async function example(): Promise<string> {
  const chapter = await readFile(join(import.meta.dirname, "../guide/extend.md"), "utf8");
  const [, emitter = ""] = /```ts\n(\/\/ operations-table\.ts\n[\s\S]*?)```/.exec(chapter) ?? [];
  return `import { defineConfig } from "@earmark/codegen";
import { emitters } from "@earmark/codegen/emitters";
${emitter}
export default defineConfig({ emitters: [...Object.values(emitters), operationsTable] });
`;
}

describe("the emitter of the guide", () => {
  it("has no more than 40 lines, compiles, and adds a table of operations", async () => {
    const text = await example();
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
    const root = await workspace(text);
    expect((await codegen(root, "generate")).code).toBe(0);
    expect(await readFile(join(root, CLIENT, "operations.gen.md"), "utf8")).toBe(
      "<!-- Generated from openapi/pets.yaml by `codegen generate`. Do not edit: change the document instead. -->\n" +
        "# Pets\n\n| call | request | response |\n|---|---|---|\n" +
        "| fetchPet | `GET /pets/{Id}`; needs Id | 200 |\n| updatePet | `POST /pets/{Id}`; needs Id | 204 |\n",
    );
    expect(errorsOfUse(join(root, "earmark.config.ts"))).toEqual([]);
  });

  it("takes its file for stale after an edit of the emitter, and for extra once it is gone", async () => {
    const root = await workspace(await example());
    await codegen(root, "generate");
    expect((await codegen(root, "generate", "--check")).code).toBe(0);
    await writeFiles(root, { "earmark.config.ts": (await example()).replace("| call |", "| method |") });
    const edited = await codegen(root, "generate", "--check");
    expect([edited.code, edited.out.join()]).toEqual([1, expect.stringContaining("operations.gen.md: different")]);
    await writeFiles(root, { "earmark.config.ts": "export default {};\n" });
    expect((await codegen(root, "generate", "--check")).out.join()).toContain("operations.gen.md: extra");
    await codegen(root, "generate");
    await expect(readFile(join(root, CLIENT, "operations.gen.md"), "utf8")).rejects.toThrow("ENOENT");
  });
});

describe("a config with emitters", () => {
  it("leaves out what it does not name, and packages that would be empty", async () => {
    const root = await workspace(withEmitters("[emitters.types]"));
    const { code, out } = await codegen(root, "generate");
    expect(code).toBe(0);
    expect(new Set(out.map((path) => path.split("/")[1]))).toEqual(new Set(["pets-types"]));
  });

  it.each<[string, string, string, RegExp]>([
    [
      "that lacks what another imports",
      "[emitters.types, emitters.client]",
      "",
      /emitters\[1\]: imports what .*validators makes; add it before this one/,
    ],
    [
      "of a kind that there is not",
      '[{ kind: "docs", emit: () => [] }]',
      "",
      /emitters\[0\]: expected an emitter \{ kind, emit \}/,
    ],
    [
      "two of which make one file",
      "[emitters.types, again]",
      'const again: Emitter = { kind: "types", emit: (_model, { file }) => [file("types.gen.d.ts", [])] };',
      /two emitters make the file types\.gen\.d\.ts/,
    ],
    [
      "that writes outside of its folder",
      "[emitters.types, out]",
      'const out: Emitter = { kind: "types", emit: (_model, { file }) => [file("../package.json", [])] };',
      /emitters\[1\], of kind types, makes the file \.\.\/package\.json; expected a path below its folder/,
    ],
  ])("%s is refused", async (_, list, more, message) => {
    const root = await workspace(withEmitters(list, more));
    const { code, out, err } = await codegen(root, "generate");
    expect([code, out, err.join()]).toEqual([2, [], expect.stringMatching(message)]);
  });

  it.each<[string, string, RegExp]>([
    [
      "that throws",
      "() => { throw new Error('no such table'); }",
      /failed: no such table \(at .*earmark\.config\.ts:\d+:\d+\)/,
    ],
    ["that throws no error", "() => { throw undefined; }", /failed: nothing$/],
    ["that is asynchronous", "async () => []", /returned a promise; expected a list of files, at once/],
    ["whose promise is rejected", "async () => { throw new Error('late'); }", /returned a promise/],
    ["that returns nothing", "() => undefined", /returned nothing; expected a list of files/],
    ["that returns no files", "() => [null]", /returned null as file 0; expected \{ path, text \}/],
    ["whose text is none", "() => [{ path: 'a.txt', text: 5 }]", /returned \{"path":"a\.txt","text":5\} as file 0/],
    ["whose lines are none", "(_, { file }) => [file('a.txt', 5)]", /failed: .*map/],
    ["of a file not known as generated", "() => [{ path: 'a.txt', text: '' }]", /a\.txt; without its first line/],
    ...["a\\\\b.md", "CON.md", "a/nul", "a:b.md", "end.", "a\\0b", "", "/a.md", "a//b", "./a", "x".repeat(201)].map(
      (path): [string, string, RegExp] => [
        `of a path that not every system has: ${path.slice(0, 20)}`,
        `(_, { file }) => [file("${path}", [])]`,
        /makes the file .*; expected a path below its folder, with forward slashes, that every system can have/s,
      ],
    ),
    ["of two names that are one file", "(_, { file }) => [file('TYPES.gen.d.ts', [])]", /two emitters make/],
    ["of our manifest", "(_, { file }) => [file('manifest.json', [])]", /codegen writes that itself/],
    [
      "of a file in a file",
      "(_, { file }) => [file('a/b.md', []), file('a', [])]",
      /makes the file a\/b\.md, and a is a file/,
    ],
  ])("%s is refused by its place in the config, and nothing is written", async (_, emit, message) => {
    const root = await workspace(
      withEmitters("[emitters.types, wrong]", `const wrong = { kind: "types", emit: ${emit} };`),
    );
    const { code, out, err } = await codegen(root, "generate");
    expect([code, out, err.length, err.join()]).toEqual([2, [], 1, expect.stringMatching(message)]);
    if (!message.source.startsWith("two")) expect(err.join()).toContain("emitters[1], of kind types, ");
  });

  it("is refused in JSON, which has no functions", async () => {
    const root = await tempFolder({ "earmark.config.json": '{ "emitters": ["types"] }', "package.json": "{}" });
    expect((await codegen(root, "generate")).err.join()).toMatch(
      /emitters\[0\]: expected an emitter \{ kind, emit \}.*received "types"/,
    );
  });
});

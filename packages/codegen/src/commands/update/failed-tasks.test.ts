import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { failedTasks } from "./failed-tasks.ts";
import { findingLines } from "./findings/finding-lines.ts";
import { findingsOf } from "./findings/findings-of.ts";

/** What turbo said of a workspace where everything that can fail did, with the names of tasks before each line. */
const SAID = readFileSync(join(import.meta.dirname, "testing/turbo-output.txt"), "utf8");

const tasks = failedTasks(SAID);
const linesOf = (owner: string, task: string): readonly string[] =>
  tasks.find((each) => each.owner === owner && each.task === task)?.lines ?? [];

describe("of what turbo says", () => {
  it("the failed tasks are found, with their own lines and without what turbo and pnpm add", () => {
    expect(tasks.map(({ owner, task }) => `${owner}#${task}`).sort()).toEqual([
      "//#lint",
      "@pets/app#test",
      "@pets/app#typecheck",
      "@pets/bundle#build",
    ]);
    expect(linesOf("@pets/app", "typecheck")).toEqual([
      "src/pets.ts(4,27): error TS2353: Object literal may only specify known properties, and 'title' does not exist in type 'Pet'.",
      "src/pets.ts(5,15): error TS2339: Property 'title' does not exist on type 'Pet'.",
    ]);
  });

  it("colours do not matter", () => {
    const coloured = SAID.replaceAll("@pets/app:typecheck: ", "\u001b[35m@pets/app:typecheck: \u001b[0m");
    expect(failedTasks(coloured)).toEqual(tasks);
  });

  it.each(["", " Tasks:    3 successful, 3 total\n", "turbo: command not found\n"])("%j names no task", (said) => {
    expect(failedTasks(said)).toEqual([]);
  });
});

describe("a person is told where to look", () => {
  const told = (owner: string, task: string, folder: string) =>
    findingLines(findingsOf({ owner, task, lines: linesOf(owner, task) }, folder));

  it("by the compiler", () => {
    expect(told("@pets/app", "typecheck", "packages/app")).toEqual([
      "packages/app/src/pets.ts:4",
      "  Object literal may only specify known properties, and 'title' does not exist in type 'Pet'.",
      "packages/app/src/pets.ts:5",
      "  Property 'title' does not exist on type 'Pet'.",
    ]);
  });

  it("by the bundler", () => {
    expect(told("@pets/bundle", "build", "packages/bundle")).toEqual([
      "packages/bundle/src/main.ts:1",
      '  Could not resolve "./nowhere.ts"',
    ]);
  });

  it("by tests, where those that fail in one place are one finding", () => {
    expect(told("@pets/app", "test", "packages/app")).toEqual([
      "packages/app/src/broken.test.ts:1  src/broken.test.ts",
      "  Cannot find module './nothing.ts' imported from /repo/pets/packages/app/src/broken.test.ts",
      "packages/app/src/pets.test.ts:4  a pet > has a name",
      "  expected { Object (name, size, ...) } to deeply equal { name: 'Rex', kind: 'cat' }",
      '    -   "kind": "cat",',
      '    +   "kind": "dog",',
      '    +   "size": null,',
      "packages/app/src/pets.test.ts:7  a pet > barks a; a pet > barks b; a pet > barks c",
      "  expected 'a' to be 'wuff' // Object.is equality",
    ]);
  });

  it("by the linter, which says what it corrects itself", () => {
    expect(told("//", "lint", "")).toEqual([
      "packages/app/src/broken.test.ts:2  assist/source/organizeImports",
      "  This statement must be preceded by a blank line. Add a newline before this statement.",
      "  `pnpm format` corrects it",
      "packages/app/src/pets.test.ts:2  assist/source/organizeImports",
      "  This statement must be preceded by a blank line. Add a newline before this statement.",
      "  `pnpm format` corrects it",
      "packages/app/src/pets.test.ts:1  lint/correctness/noUndeclaredDependencies",
      "  Dependency vitest isn't specified in packages/app/package.json.",
      "packages/app/src/pets.ts:5  lint/correctness/noUnusedVariables",
      "  This variable old is unused.",
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      "by knip",
      [
        "Unused files (1)",
        "packages/app/src/left.ts",
        "Unused exports (1)",
        "ANYTHING  packages/app/src/shape.ts:51:14",
        "Unused exported types (1)",
        "Summary  interface  packages/app/src/summary.ts:18:18",
      ],
      [
        "packages/app/src/left.ts",
        "  unused files: use it, or remove it",
        "packages/app/src/shape.ts:51  ANYTHING",
        "  unused exports: use it, or remove it",
        "packages/app/src/summary.ts:18  Summary",
        "  unused exported types: use it, or remove it",
      ],
    ],
    [
      "by the compiler, without types that fill the screen",
      [
        "src/a.ts(9,3): error TS2339: Property 'name' does not exist on type '{ title?: string | null; kind?: \"cat\" | \"dog\"; }'.",
      ],
      ["src/a.ts:9", "  Property 'name' does not exist on type '{ … }'."],
    ],
    [
      "by the compiler, with the name of a type that has much to say",
      [
        "src/a.ts(9,3): error TS2741: Property 'name' is missing in type '{}' but required in type 'Pets<{ readonly name: string; readonly title: string }>'.",
      ],
      ["src/a.ts:9", "  Property 'name' is missing in type '{}' but required in type 'Pets<…>'."],
    ],
    ["by the end of what nobody understands", ["Segmentation fault"], ["knip", "  Segmentation fault"]],
    [
      "by the formatter",
      ["src/add.ts format ━━━━━━━━━━", "", "  × Formatter would have printed the following content:"],
      ["src/add.ts  format", "  Formatter would have printed the following content:", "  `pnpm format` corrects it"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(findingLines(findingsOf({ owner: "//", task: "knip", lines }, ""))).toEqual(expected);
  });

  it("in no more places than somebody works through at once", () => {
    const lines = Array.from({ length: 40 }, (_, index) => `src/a.ts(${index + 1},1): error TS1: Wrong.`);
    const shown = findingLines(findingsOf({ owner: "a", task: "build", lines }, "packages/a"));
    expect(shown).toHaveLength(25);
    expect(shown.at(-1)).toBe("and 28 more places");
  });
});

import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";

import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { failuresIn } from "./failed-tasks.ts";

/** What turbo printed of a workspace where everything that can fail did, with the names of tasks before each line. */
const PRINTED = readFileSync(join(import.meta.dirname, "testing/turbo-output.txt"), "utf8");
const FOLDERS = new Map([["@pets/app", "packages/app"]]);

const shown = (printed: string, root = "/nowhere"): readonly string[] => failuresIn(printed, root, FOLDERS).lines;
const one = (...lines: readonly string[]): string =>
  [...lines.map((line) => `@pets/app:test: ${line}`), "Failed:    @pets/app#test"].join("\n");

describe("of tasks that failed, a person sees", () => {
  it("the name of each", () => {
    expect(shown(PRINTED).filter((line) => !line.startsWith(" "))).toEqual([
      "lint",
      "@pets/app test",
      "@pets/app typecheck",
      "@pets/bundle build",
    ]);
  });

  it("the end of what each printed, without what turbo and pnpm add", () => {
    const lines = shown(PRINTED);
    expect(lines.slice(lines.indexOf("@pets/app typecheck"), lines.indexOf("@pets/bundle build") + 3)).toEqual([
      "@pets/app typecheck",
      "  src/pets.ts(4,27): error TS2353: Object literal may only specify known properties, and 'title' does not exist in type 'Pet'.",
      "  src/pets.ts(5,15): error TS2339: Property 'title' does not exist on type 'Pet'.",
      "@pets/bundle build",
      '  ✘ [ERROR] Could not resolve "./nowhere.ts"',
      "      src/main.ts:1:20:",
    ]);
  });

  it("every test that failed, however much was printed behind it", () => {
    const lines = shown(PRINTED);
    expect(lines.filter((line) => line.startsWith("  FAIL "))).toEqual([
      "  FAIL  src/broken.test.ts [ src/broken.test.ts ]",
      "  FAIL  src/pets.test.ts > a pet > has a name",
      "  FAIL  src/pets.test.ts > a pet > barks a",
      "  FAIL  src/pets.test.ts > a pet > barks b",
      "  FAIL  src/pets.test.ts > a pet > barks c",
    ]);
  });

  it("no more of either than a terminal shows at once", () => {
    const lines = shown(one(...Array.from({ length: 40 }, (_, index) => ` FAIL  src/a.test.ts > ${index}`)));
    expect(lines.filter((line) => line.startsWith("  FAIL "))).toHaveLength(12);
    expect([lines[13], lines.length]).toEqual(["  and 28 more tests", 34]);
    expect(shown(one("x".repeat(500)))[1]).toHaveLength(243);
  });

  it("where all of the output is, once turbo has kept it", async () => {
    const root = await tempFolder();
    await mkdir(join(root, "packages/app/.turbo"), { recursive: true });
    await writeFile(join(root, "packages/app/.turbo/turbo-test.log"), "");
    expect(shown(one("no"), root)[0]).toBe(
      "@pets/app test, all of whose output is in packages/app/.turbo/turbo-test.log",
    );
  });

  it("the same in colours", () => {
    const coloured = PRINTED.replaceAll("@pets/app:typecheck: ", "\u001b[35m@pets/app:typecheck: \u001b[0m");
    expect(shown(coloured)).toEqual(shown(PRINTED));
  });

  it.each([
    ["", [""]],
    ["turbo: command not found\n", ["turbo: command not found"]],
  ])("the end of %j, which names no task", (printed, lines) => {
    expect(shown(printed)).toEqual(lines);
  });
});

import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const folder = import.meta.dirname;

/** What a file of this folder imports, types included, that is neither below this folder nor by other people. */
function foreignImports(file: string, code: string): readonly string[] {
  const imports = [...code.matchAll(/\b(?:from|import)[\s(]*["']([^"']+)["']/g)].map(([, name = ""]) => name);
  return imports.filter((name) => {
    const isOutside = name.startsWith(".") && relative(folder, join(folder, file, "..", name)).startsWith("..");
    return isOutside || name.startsWith("@earmark/");
  });
}

describe("the coverage judges the rest, and imports nothing of it", () => {
  test("in no file", () => {
    const files = globSync("**/*.{ts,js}", { cwd: folder, exclude: ["independence.test.ts"] });
    const found = files.flatMap((file) => {
      const foreign = foreignImports(file, readFileSync(join(folder, file), "utf8"));
      return foreign.map((name) => `${file} imports ${name}`);
    });
    expect(files.length).toBeGreaterThan(40);
    expect(found).toEqual([]);
  });

  test.for([
    ["wire/a.ts", 'import type { WireRequest } from "../../tap/exchange.ts";'],
    ["a.ts", 'import "../prism/host.ts";'],
    ["report/page/a.ts", 'export { show } from "../../../violations/show.ts";'],
    ["a.ts", 'import {\n  allUnique,\n  deepEqual,\n} from "@earmark/validation/runtime";'],
    ["a.ts", 'type Sandbox = typeof import("@earmark/sandbox");'],
  ] as const)("or this is noticed in %s: %s", ([file, code]) => {
    expect(foreignImports(file, code)).toHaveLength(1);
  });
});

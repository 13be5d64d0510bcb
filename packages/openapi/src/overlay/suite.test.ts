import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSource } from "../document/read-source.ts";
import { overlaidFiles } from "./overlaid.ts";
import { readOverlay } from "./read-overlay.ts";

const tests = process.env.OAI_TESTS;
const folder = join(tests ?? "", "overlay");
const present = tests !== undefined && existsSync(folder);
if (tests !== undefined && !present) throw new Error(`OAI_TESTS names ${tests}, which has no overlay`);

const how = "to run them: git clone https://github.com/OAI/Overlay-Specification …/overlay, OAI_TESTS=…";
const within = (path: string): string[] => (present ? readdirSync(join(folder, path)) : []).sort();

describe.skipIf(!present)(`Tests of the Overlay Specification${present ? "" : ` (skipped; ${how})`}`, () => {
  const sets = within("compliant-sets").filter((name) => name !== "README.md");

  it.each(sets)("the compliant set %s", async (name) => {
    const path = (file: string): string => join(folder, "compliant-sets", name, file);
    const { files, diagnostics } = await overlaidFiles(path("openapi.yaml"), [path("overlay.yaml")]);
    const expected = { file: "", root: "" };
    const { source: wanted } = await readSource(path("output.yaml"), expected);
    expect(files?.edited?.(path("openapi.yaml"))?.root).toEqual(wanted?.root);
    // One of them extends a document of another name than that beside it.
    expect(diagnostics.filter(({ rule }) => rule !== "overlay-extends")).toEqual([]);
  });

  const files = ["v1.0", "v1.1"].flatMap((version) =>
    ["pass", "fail"].flatMap((kind) =>
      within(`tests/${version}/${kind}`).map((file) => [version, kind, file] as const),
    ),
  );

  it.each(files)("%s/%s/%s", async (version, kind, file) => {
    const { diagnostics } = await readOverlay(join(folder, "tests", version, kind, file));
    expect(diagnostics.length > 0).toBe(kind === "fail");
  });

  it("are all there", () => {
    expect(sets.length).toBeGreaterThanOrEqual(8);
    expect(files.length).toBeGreaterThanOrEqual(67);
  });
});

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lintDocument } from "./lint.ts";

const folder = process.env.OAI_TESTS;
if (folder !== undefined && !existsSync(join(folder, "v3.1")))
  throw new Error(`OAI_TESTS names ${folder}, which has no v3.1`);
const how =
  folder === undefined
    ? " (skipped; to run it: the folder tests/schema of https://github.com/OAI/OpenAPI-Specification as v3.1, OAI_TESTS=…)"
    : "";

/** What the schemas of the specification allow, and its prose forbids. */
const FORBIDDEN_BY_PROSE: Readonly<Record<string, readonly string[]>> = {
  "operation-object-example.yaml": ["path-parameters-defined", "path-parameters-defined", "security"],
  "parameter-object-examples.yaml": ["path-parameters-defined"],
};

/** Every folder of tests whose version is read. */
const VERSIONS = ["v3.0", "v3.1"].filter((version) => folder !== undefined && existsSync(join(folder, version)));

describe.skipIf(folder === undefined)(`the tests of the specification${how}`, () => {
  describe.each(VERSIONS)("%s", (version) => {
    it.each(filesIn(version, "pass"))("%s is valid", async (file) => {
      const expected = FORBIDDEN_BY_PROSE[file] ?? [];
      expect((await errorsOf(version, "pass", file)).map(({ rule }) => rule)).toEqual(expected);
    });

    it.each(filesIn(version, "fail"))("%s is invalid", async (file) => {
      expect(await errorsOf(version, "fail", file)).not.toEqual([]);
    });
  });
});

function filesIn(version: string, kind: "fail" | "pass"): readonly string[] {
  const path = join(folder ?? "", version, kind);
  return existsSync(path) ? readdirSync(path) : [];
}

async function errorsOf(version: string, kind: "fail" | "pass", file: string): Promise<readonly { rule: string }[]> {
  const { diagnostics } = await lintDocument(join(folder ?? "", version, kind, file));
  return diagnostics.filter(({ severity }) => severity === "error");
}

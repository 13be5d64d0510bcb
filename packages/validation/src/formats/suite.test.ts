/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRegex } from "../runtime.ts";
import { formatChecks } from "../testing/format-checks.ts";

interface Group {
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

const { byte: _, ...ofJsonSchema } = formatChecks;
/** `byte` is OpenAPI's own; the suite asks about the dialect of `regex` under another name too. */
const checks = { ...ofJsonSchema, "ecmascript-regex": isRegex };

const folder = process.env.JSON_SCHEMA_TEST_SUITE;
const present = folder !== undefined && existsSync(join(folder, "draft2020-12"));
if (folder !== undefined && !present)
  throw new Error(`JSON_SCHEMA_TEST_SUITE names ${folder}, which has no draft2020-12`);

const how =
  "to run it: git clone https://github.com/json-schema-org/JSON-Schema-Test-Suite, JSON_SCHEMA_TEST_SUITE=…/tests";

describe.skipIf(!present)(`formats of the JSON Schema 2020-12 test suite${present ? "" : ` (skipped; ${how})`}`, () => {
  let cases = 0;

  it.each(Object.entries(checks))("%s", (format, check) => {
    const file = join(folder ?? "", "draft2020-12", "optional", "format", `${format}.json`);
    const groups = JSON.parse(readFileSync(file, "utf8")) as Group[];
    const wrong: string[] = [];
    for (const { description, data, valid } of groups.flatMap(({ tests }) => tests)) {
      cases++;
      // A format for text says nothing of other types; emitted validators do not ask about those.
      const found = typeof data === "string" ? check(data) : true;
      if (found !== valid) wrong.push(description);
    }
    expect(wrong).toEqual([]);
  });

  it("has been run whole", () => expect(cases).toBe(549));
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../testing/document-of.ts";
import { isValid } from "./outcome.ts";

interface Group {
  readonly schema: unknown;
  readonly description: string;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

const folder = join(process.env.JSON_SCHEMA_TEST_SUITE ?? "", "draft2020-12");
const present = process.env.JSON_SCHEMA_TEST_SUITE !== undefined && existsSync(folder);

/** What the measurement refuses to read: ways of naming schemas that OpenAPI documents do without. */
const REFUSED = /the measurement does not know|is not a file beside it|which is no pointer|cannot be measured yet/;

describe.skipIf(!present)(`JSON Schema 2020-12 test suite${present ? "" : " (skipped; see CONTRIBUTING.md)"}`, () => {
  const files = present ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  let read = 0;

  // Formats are asserted here and are annotations there.
  test.for(files.filter((name) => name !== "format.json"))("%s", async (file) => {
    const groups: readonly Group[] = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const wrong: string[] = [];
    for (const { schema, description, tests } of groups) {
      const probe = await tryCompile(schema);
      if (probe === undefined) continue;
      read += tests.length;
      const differing = tests.filter(({ data, valid }) => isValid(probe.observe(data, [])) !== valid);
      wrong.push(...differing.map((each) => `${description}: ${each.description}`));
    }
    expect(wrong).toEqual([]);
  });

  test("has been run, but for what is refused", () => expect(read).toBeGreaterThan(1_000));
});

async function tryCompile(schema: unknown) {
  try {
    return await compile(schema);
  } catch (error) {
    expect(String(error)).toMatch(REFUSED);
    return undefined;
  }
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import type { Json, Schema } from "@earmark/openapi";
import * as runtime from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { checkModule } from "./check-module.ts";
import { SchemaRegistry } from "./schema-registry.ts";
import { load } from "./testing/load.ts";

interface Group {
  readonly description: string;
  readonly schema: Schema;
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[];
}

const folder = process.env.JSON_SCHEMA_TEST_SUITE;
const present = folder !== undefined && existsSync(join(folder, "draft2020-12"));
if (folder !== undefined && !present)
  throw new Error(`JSON_SCHEMA_TEST_SUITE names ${folder}, which has no draft2020-12`);

const how =
  "to run it: git clone https://github.com/json-schema-org/JSON-Schema-Test-Suite, JSON_SCHEMA_TEST_SUITE=…/tests (with its remotes beside it)";

describe.skipIf(!present)(`JSON Schema 2020-12 test suite${present ? "" : ` (skipped; ${how})`}`, () => {
  const root = folder ?? "";
  const remotes = remoteDocuments(
    existsSync(join(root, "remotes")) ? join(root, "remotes") : join(root, "..", "remotes"),
  );
  const files = present ? readdirSync(join(root, "draft2020-12")).filter((name) => name.endsWith(".json")) : [];
  let cases = 0;

  it.each(files)("%s", (file) => {
    const groups = JSON.parse(readFileSync(join(root, "draft2020-12", file), "utf8")) as Group[];
    const wrong: string[] = [];
    for (const group of groups) {
      const validator = compile(group.schema, remotes);
      for (const test of group.tests) {
        cases++;
        const name = `${group.description}: ${test.description}`;
        if (validator.is(test.data) !== test.valid) wrong.push(`${name} (boolean mode)`);
        if ((validator.issues(test.data).length === 0) !== test.valid) wrong.push(`${name} (collecting mode)`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("has been run whole", () => expect(cases).toBe(1299));
});

function compile(schema: Schema, remotes: ReadonlyMap<string, Json>) {
  const registry = new SchemaRegistry();
  for (const [uri, document] of remotes) registry.add(document, uri);
  registry.add(schema, "urn:test");
  const id = typeof schema === "boolean" ? undefined : schema.$id;
  const base = typeof id === "string" ? new URL(id, "urn:test").href.replace(/#$/, "") : "urn:test";
  const { lines } = checkModule(
    registry,
    [{ identifier: "Subject", schema, base, knownValues: undefined }],
    "runtime",
    {},
  );
  const { checkSubject } = load(lines, runtime);
  if (checkSubject === undefined) throw new Error("the module does not export its check");
  return runtime.makeValidator("Subject", checkSubject, runtime.INTERFACE_VERSION);
}

function remoteDocuments(remotes: string): Map<string, Json> {
  const documents = new Map<string, Json>();
  const read = (file: string): Json => JSON.parse(readFileSync(file, "utf8")) as Json;
  for (const file of existsSync(remotes) ? jsonFiles(remotes) : []) {
    // Remotes of older drafts use keywords that 2020-12 does not have.
    if (/draft(3|4|6|7|2019-09)\//.test(file)) continue;
    documents.set(`http://localhost:1234/${relative(remotes, file)}`, read(file));
  }
  const ajv = createRequire(import.meta.url).resolve("ajv/package.json");
  const metaschemas = join(ajv, "..", "dist", "refs", "json-schema-2020-12");
  for (const file of jsonFiles(metaschemas)) {
    const document = read(file) as { $id: string }; // every metaschema has one
    documents.set(document.$id, document as unknown as Json); // as it was read
  }
  // Ajv ships every vocabulary but this one, which one of the suite's metaschemas names.
  const formatAssertion = "https://json-schema.org/draft/2020-12/meta/format-assertion";
  documents.set(formatAssertion, { $id: formatAssertion, $dynamicAnchor: "meta", type: ["object", "boolean"] });
  return documents;
}

function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));
}

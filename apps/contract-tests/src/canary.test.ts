import { describe, expect } from "vitest";
import { contracts } from "./contracts/index.ts";
import { readDocument } from "./document/document-file.ts";
import { operationsOf, readOperations } from "./document/operations.ts";
import { canaryCases } from "./layers/canary.ts";
import { test } from "./targets/test.ts";

const operations = await readOperations();

describe("canary", () => {
  test.for(canaryCases(operations))("$name", ({ check }) => check());
});

/** What Prism cannot compile, each of which it keeps to itself. */
const breakages: readonly (readonly [what: string, key: string, value: unknown])[] = [
  ["patterns that are none under the flag u", "pattern", String.raw`^[\w-.]+$`],
  ["empty enums", "enum", []],
  ["negative lengths", "maxLength", -1],
  ["names that are required twice", "required", ["status", "status"]],
  ["schemas that contain the whole document", "items", { $ref: "#/paths" }],
];

describe.for(contracts)("the canary of $name is killed by", (contract) => {
  test.for(breakages)("%s", async ([, key, value]) => {
    const document = JSON.parse(JSON.stringify(await readDocument(contract)), (name, is) =>
      name === key && typeof is !== "boolean" ? value : is,
    );
    const cases = canaryCases(await operationsOf(contract, document));
    expect(() => {
      for (const { check } of cases) check();
    }).toThrow();
  });

  test("a dialect of its own", async () => {
    const document = { ...(await readDocument(contract)), jsonSchemaDialect: "https://example.com/dialect" };
    const cases = canaryCases(await operationsOf(contract, document));
    expect(() => {
      for (const { check } of cases) check();
    }).toThrow();
  });
});

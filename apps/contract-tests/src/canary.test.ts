import { canaryCases, operationsOf, readDocument, readOperations } from "@earmark/contract";
import { describe, expect } from "vitest";
import { contracts } from "./contracts/index.ts";
import { test } from "./test.ts";

const operations = await readOperations(contracts);

describe("canary", () => {
  test.for(canaryCases(operations))("$name", ({ check }) => check());
});

/** What Prism cannot compile, each of which it keeps to itself, and where it must be for that. */
const breakages: readonly (readonly [what: string, where: RegExp, key: string, value: unknown])[] = [
  ["patterns that are none under the flag u", /"pattern"/, "pattern", String.raw`^[\w-.]+$`],
  ["empty enums", /"enum"/, "enum", []],
  ["negative lengths", /"maxLength"/, "maxLength", -1],
  ["names that are required twice", /"required":\[/, "required", ["status", "status"]],
  ["forms that contain the whole document", /x-www-form-urlencoded/, "items", { $ref: "#/paths" }],
  ["a dialect of its own", /"openapi"/, "openapi", "3.1.1"],
];

describe.for(contracts)("the canary of $name is killed by", async (contract) => {
  const text = JSON.stringify(await readDocument(contract));

  test.for(breakages.filter(([, where]) => where.test(text)))("%s", async ([, , key, value]) => {
    const broken = JSON.parse(text, (name, is) => (name === key && typeof is !== "boolean" ? value : is));
    const dialect = key === "openapi" && { jsonSchemaDialect: "https://example.com/dialect" };
    const cases = canaryCases(await operationsOf(contract, { ...broken, ...dialect }));
    expect(() => {
      for (const { check } of cases) check();
    }).toThrow();
  });
});

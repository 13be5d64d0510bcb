import { readOperations, responseCases } from "@earmark/contract";
import { describe, test } from "vitest";
import { contracts } from "./contracts/index.ts";

const operations = await readOperations(contracts);

describe("wrong responses", () => {
  test.for(responseCases(operations))("$name", ({ check }) => check());
});

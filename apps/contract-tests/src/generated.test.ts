import { generatedCases, operationsOf, readDocument, wholeCases } from "@earmark/contract";
import { describe, test } from "vitest";
import { contracts } from "./contracts/index.ts";

describe.for(contracts)("what was generated for $name", async (contract) => {
  const operations = await operationsOf(contract);
  const whole = wholeCases(contract, await readDocument(contract), operations);

  test.for([...generatedCases(operations), ...whole])("$name", ({ check }) => check());
});

import { describe, test } from "vitest";
import { generatedCases, wholeCases } from "./cases/generated.ts";
import { contracts } from "./contracts/index.ts";
import { operationsOf, readDocument } from "./document/operations.ts";

describe.for(contracts)("what was generated for $name", async (contract) => {
  const operations = await operationsOf(contract);
  const whole = wholeCases(contract, await readDocument(contract), operations);

  test.for([...generatedCases(operations), ...whole])("$name", ({ check }) => check());
});

import { describe, test } from "vitest";
import { contracts } from "./contracts/index.ts";
import { readDocument } from "./document/document-file.ts";
import { operationsOf } from "./document/operations.ts";
import { generatedCases, wholeCases } from "./layers/generated.ts";

describe.for(contracts)("what was generated for $name", async (contract) => {
  const operations = await operationsOf(contract);
  const whole = wholeCases(contract, await readDocument(contract), operations);

  test.for([...generatedCases(operations), ...whole])("$name", ({ check }) => check());
});

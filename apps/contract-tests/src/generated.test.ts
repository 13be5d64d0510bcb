import { describe, expect, test } from "vitest";
import { contracts } from "./contracts/index.ts";
import { readDocument } from "./document/document-file.ts";
import { documentHash, recordedHashes } from "./document/manifest.ts";
import { operationsOf } from "./document/operations.ts";
import { generatedCases, wholeCases } from "./layers/generated.ts";

describe.for(contracts)("what was generated for $name", async (contract) => {
  const operations = await operationsOf(contract);
  const whole = wholeCases(contract, await readDocument(contract), operations);

  test.for([...generatedCases(operations), ...whole])("$name", ({ check }) => check());

  // Not a case that mutation may count: it notices every fault of a document, and cannot say which.
  test("comes from the document as it is now; if it does not, run `pnpm generate`", async () => {
    const hash = await documentHash(contract);
    const recorded = await recordedHashes(contract);
    expect(recorded).toEqual(Object.fromEntries(Object.keys(recorded).map((folder) => [folder, hash])));
  });
});

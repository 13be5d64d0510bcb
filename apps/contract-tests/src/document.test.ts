import { documentCases, readOperations } from "@earmark/contract";
import { describe, test } from "vitest";
import { documentsOf, ROOT, withoutContract } from "./contracts/documents.ts";
import { contracts } from "./contracts/index.ts";

const operations = await readOperations(contracts);

describe("the documents agree with themselves", () => {
  test.for(documentCases(operations))("$name", ({ check }) => check());

  // A notice, not a failure: the contract of a new document is written next.
  test("and those that are in no contract are named", async ({ task }) => {
    const documents = await documentsOf(ROOT);
    const without = documents.filter((path) => !contracts.some(({ name }) => path.startsWith(`openapi/${name}.`)));
    task.meta.notice = without.map(withoutContract).join("\n ");
  });
});

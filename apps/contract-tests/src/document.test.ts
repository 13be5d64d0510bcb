import { describe, test } from "vitest";
import { readOperations } from "./document/operations.ts";
import { documentCases } from "./layers/document.ts";

const operations = await readOperations();

describe("the documents agree with themselves", () => {
  test.for(documentCases(operations))("$name", ({ check }) => check());
});

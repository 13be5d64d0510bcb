import { describe, test } from "vitest";
import { answerCases } from "./cases/responses.ts";
import { contracts } from "./contracts/index.ts";
import { readOperations } from "./document/operations.ts";

const operations = await readOperations(contracts);

describe("wrong answers", () => {
  test.for(answerCases(operations))("$name", ({ check }) => check());
});

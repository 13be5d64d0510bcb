import { answerCases, readOperations } from "@earmark/contract";
import { describe, test } from "vitest";
import { contracts } from "./contracts/index.ts";

const operations = await readOperations(contracts);

describe("wrong answers", () => {
  test.for(answerCases(operations))("$name", ({ check }) => check());
});

import { describe, test } from "vitest";
import { readOperations } from "./document/operations.ts";
import { answerCases } from "./layers/answers.ts";

const operations = await readOperations();

describe("wrong answers", () => {
  test.for(answerCases(operations))("$name", ({ check }) => check());
});

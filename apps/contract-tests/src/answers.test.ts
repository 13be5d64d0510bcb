import { describe, test } from "vitest";
import { answerCases } from "./cases/responses.ts";
import { readOperations } from "./document/operations.ts";

const operations = await readOperations();

describe("wrong answers", () => {
  test.for(answerCases(operations))("$name", ({ check }) => check());
});

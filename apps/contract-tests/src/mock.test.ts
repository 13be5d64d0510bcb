import { describe } from "vitest";
import { readOperations } from "./document/operations.ts";
import { boundaryCases } from "./layers/boundaries.ts";
import { answerExampleCases, requestExampleCases } from "./layers/examples.ts";
import { refusalCases } from "./layers/refusals.ts";
import { test } from "./targets/test.ts";

const operations = await readOperations();

describe("Prism's mock", () => {
  test.for([
    ...answerExampleCases(operations),
    ...requestExampleCases(operations),
    ...refusalCases("mock", operations),
    ...boundaryCases("mock", operations),
  ])("$name", ({ check }, { mock }) => check(mock));
});

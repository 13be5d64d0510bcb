import { createSandbox } from "@earmark/sandbox";
import { describe, test } from "vitest";
import { chanceOf } from "./arbitraries/chance.ts";
import { readOperations } from "./document/operations.ts";
import { madeCases } from "./layers/made/made-cases.ts";

const operations = await readOperations();

describe("the sandbox, as it is made to be", () => {
  test.for(madeCases(operations, chanceOf(process.env)))("$name", ({ check }) => check(createSandbox));
});

import { chanceOf, readOperations } from "@earmark/contract";
import { createSandbox } from "@earmark/sandbox";
import { describe, test } from "vitest";
import { contracts } from "./contracts/index.ts";
import { madeCases } from "./sandbox/made-cases.ts";

const operations = await readOperations(contracts);
const chance = chanceOf(process.env);
// Each run is many requests, most of them to sandboxes of its own.
const few = { ...chance, runs: Math.ceil(chance.runs / 4) };

describe("the sandbox, as it is made to be", () => {
  test.for(madeCases(operations, few))("$name", ({ check }) => check(createSandbox));
});

import { clientCases, readOperations, validatorCases } from "@earmark/contract";
import { describe, test } from "vitest";
import { contracts } from "./contracts/index.ts";

const operations = await readOperations(contracts);

describe("without a server", () => {
  test.for([...validatorCases(operations), ...clientCases(operations)])("$name", ({ check }) => check());
});

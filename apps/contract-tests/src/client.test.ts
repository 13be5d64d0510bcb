import { describe, test } from "vitest";
import { clientCases } from "./cases/client.ts";
import { validatorCases } from "./cases/validators.ts";
import { contracts } from "./contracts/index.ts";
import { readOperations } from "./document/operations.ts";

const operations = await readOperations(contracts);

describe("without a server", () => {
  test.for([...validatorCases(operations), ...clientCases(operations)])("$name", ({ check }) => check());
});

import { describe, test } from "vitest";
import { clientCases } from "./cases/client.ts";
import { validatorCases } from "./cases/validators.ts";
import { readOperations } from "./document/operations.ts";

const operations = await readOperations();

describe("without a server", () => {
  test.for([...validatorCases(operations), ...clientCases(operations)])("$name", ({ check }) => check());
});

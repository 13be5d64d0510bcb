import { describe, test } from "vitest";
import { readOperations } from "./document/operations.ts";
import { clientCases } from "./layers/client.ts";
import { validatorCases } from "./layers/validators.ts";

const operations = await readOperations();

describe("without a server", () => {
  test.for([...validatorCases(operations), ...clientCases(operations)])("$name", ({ check }) => check());
});

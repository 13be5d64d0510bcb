import { readOperations } from "@earmark/contract";
import { createSandbox } from "@earmark/sandbox";
import { describe } from "vitest";
import { contracts } from "./contracts/index.ts";
import { protocolCases } from "./sandbox/protocol-cases.ts";
import { wireCases } from "./sandbox/wire-cases.ts";
import { test } from "./test.ts";

const operations = await readOperations(contracts);

describe("the sandbox, on a port", () => {
  test.for(protocolCases(operations))("$name", ({ check }, { listening: { url } }) =>
    check({ url, origin: url, fetch: globalThis.fetch, exchanges: [] }),
  );
});

describe("the sandbox on a port, byte by byte", () => {
  test.for(wireCases(operations))("$name", ({ check }) => check(createSandbox));
});

import {
  agreementCases,
  boundaryCases,
  chanceOf,
  memoryCases,
  ownCases,
  readOperations,
  recorded,
  refusalCases,
  spellingCases,
} from "@earmark/contract";
import { recordExchanges } from "@earmark/contract/coverage";
import { createSandbox } from "@earmark/sandbox";
import { describe, test } from "vitest";
import { contracts } from "./contracts/index.ts";
import { protocolCases } from "./sandbox/protocol-cases.ts";

const record = recordExchanges("sandbox");
const operations = await readOperations(contracts);
const chance = chanceOf(process.env);
// Each run is many requests.
const few = { ...chance, runs: Math.ceil(chance.runs / 20) };

describe("the sandbox, without a socket", () => {
  test.for([
    ...refusalCases("sandbox", operations),
    ...boundaryCases("sandbox", operations),
    ...protocolCases(operations),
    ...agreementCases(operations, chance),
    ...spellingCases(operations, few),
    ...memoryCases(operations, few),
    ...ownCases(operations, few),
  ])("$name", ({ check }) => check(recorded(createSandbox().fetch, { record })));
});

import { createSandbox } from "@earmark/sandbox";
import { describe, test } from "vitest";
import { agreementCases } from "./cases/agreement.ts";
import { boundaryCases } from "./cases/boundaries.ts";
import { ownCases } from "./cases/contract-cases.ts";
import { memoryCases } from "./cases/memory.ts";
import { refusalCases } from "./cases/refusals.ts";
import { spellingCases } from "./cases/spellings.ts";
import { chanceOf } from "./contract/random-runs.ts";
import { contracts } from "./contracts/index.ts";
import { recordExchanges } from "./coverage/record-exchanges.ts";
import { readOperations } from "./document/operations.ts";
import { protocolCases } from "./sandbox/protocol-cases.ts";
import { recorded } from "./targets/recorded.ts";

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

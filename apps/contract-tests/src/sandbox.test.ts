import { createSandbox } from "@earmark/sandbox";
import { describe, test } from "vitest";
import { chanceOf } from "./arbitraries/chance.ts";
import { recordExchanges } from "./coverage/record-exchanges.ts";
import { readOperations } from "./document/operations.ts";
import { agreementCases } from "./layers/agreement.ts";
import { boundaryCases } from "./layers/boundaries.ts";
import { memoryCases } from "./layers/memory.ts";
import { ownCases } from "./layers/own.ts";
import { protocolCases } from "./layers/protocol/protocol-cases.ts";
import { refusalCases } from "./layers/refusals.ts";
import { spellingCases } from "./layers/spellings.ts";
import { recorded } from "./targets/recorded.ts";

const record = recordExchanges("sandbox");
const operations = await readOperations();
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

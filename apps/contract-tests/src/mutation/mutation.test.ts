import { describe, expect, type TestContext, test } from "vitest";
import type { Contract } from "../contracts/contract.ts";
import { contracts } from "../contracts/index.ts";
import { readOperations } from "../document/operations.ts";
import { documentFaults, oneOfEachKind } from "./faults/document-faults.ts";
import { faultsEverywhere } from "./faults/everywhere.ts";
import { optionFaults } from "./faults/optional.ts";
import { judge, type Verdict } from "./judge.ts";
import { agree, gather } from "./parties.ts";
import { serverLayers, suiteOf } from "./suite.ts";

// The same every time, so that a score is a score. A counterexample need not be simple.
const chance = { runs: 60, seed: 1, shrink: false };

describe("a faulty sandbox is noticed that", async () => {
  const operations = await readOperations();
  // A sandbox changes nothing about the cases, so they are made once.
  const layers = serverLayers(operations, chance).map(({ name, cases }) => {
    const made = cases();
    return { name, cases: () => made };
  });

  test("is not: nothing is wrong without a fault", async () => {
    expect(await judge(layers, gather(operations))).toBeUndefined();
  });

  const faults = [...faultsEverywhere, ...optionFaults, ...contracts.flatMap((contract) => contract.faults)];
  test.for(faults)("$name", async ({ make }, { task }) => {
    expectNoticed("sandbox", await judge(layers, gather(operations, make)), task);
  });
});

describe.for(contracts)("a faulty document of $name is noticed with", async (contract) => {
  const { document, operations } = await agree(contract);

  test("none: nothing is wrong without a fault", async () => {
    expect(await judge(suiteOf({ contract, document, operations }, chance), gather(operations))).toBeUndefined();
  });

  const faults = documentFaults(document);
  const chosen = process.env.CONTRACT_MUTANTS === "all" ? faults : oneOfEachKind(faults);
  test.for(chosen)("$name", async ({ document: faulty }, { task }) => {
    expectNoticed("document", await judgeDocument(contract, faulty), task);
  });
});

/** A document can be so wrong that nobody can read it, which is a way to notice it. */
async function judgeDocument(contract: Contract, document: object): Promise<Verdict | undefined> {
  const agreed = await agree(contract, document).catch((error: unknown) => String(error));
  return typeof agreed === "string"
    ? { layer: "reading", reason: agreed }
    : judge(suiteOf(agreed, chance), gather(agreed.operations));
}

function expectNoticed(of: string, verdict: Verdict | undefined, task: TestContext["task"]): void {
  task.meta.fault = { of, noticedBy: verdict?.layer };
  const advice = "Every case of the suite holds in spite of this fault: add one to src/layers/ that does not.";
  expect(verdict, advice).toBeDefined();
}

import { isDeepStrictEqual } from "node:util";
import { type Contract, readOperations, type SandboxFault } from "@earmark/contract";
import {
  type CaseGroup,
  documentFaults,
  judge,
  oneOfEachKind,
  readContract,
  serveInProcess,
  serverGroups,
  suiteOf,
  type Verdict,
} from "@earmark/contract/mutation";
import { describe, expect, type TestContext, test } from "vitest";
import { contracts } from "../contracts/index.ts";
import { faultsEverywhere } from "../faults/everywhere.ts";
import { identities } from "../faults/identities.ts";
import { NOT_APPLIED } from "./not-applied.ts";

// The same every time, so that a score is a score. A counterexample need not be simple.
const random = { runs: 60, seed: 1, shrink: false };

/** What became of a fault. */
interface Trial {
  /** Whether it has changed anything that was asked or said. */
  readonly isApplied: boolean;
  readonly verdict: Verdict | undefined;
}

describe("a faulty sandbox is noticed that", async () => {
  const operations = await readOperations(contracts);
  // A sandbox changes nothing about the cases, so they are made once.
  const layersWith = (runs: number) =>
    serverGroups(operations, { ...random, runs }).map(({ name, cases }) => {
      const made = cases();
      return { name, cases: () => made };
    });
  const all = layersWith(random.runs);
  // What always happens happens soon.
  const few = layersWith(6);
  const trialOf = async ({ plant }: SandboxFault, groups: readonly CaseGroup[] = all): Promise<Trial> => {
    let isApplied = false;
    const make = plant(() => {
      isApplied = true;
    });
    const verdict = await judge(groups, serveInProcess(operations, make));
    return { isApplied, verdict };
  };

  test("is not: nothing is wrong without a fault", async () => {
    expect(await judge(all, serveInProcess(operations))).toBeUndefined();
  });

  // Or else a fault would be noticed for how it is planted.
  test.for(identities)("is not: nothing is wrong when $name changes nothing", async (identity) => {
    expect(await trialOf(identity, few)).toEqual({ isApplied: false, verdict: undefined });
  });

  const faults = [...faultsEverywhere, ...contracts.flatMap((contract) => contract.faults)];
  test.for(faults)("$name", async (fault, { task }) => {
    expectNoticed({ of: "sandbox", name: fault.name }, await trialOf(fault), task);
  });

  test("and every fault that may change nothing is one of these", () => {
    expect(faults.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(NOT_APPLIED)));
  });
});

describe.for(contracts)("a faulty document of $name is noticed with", async (contract) => {
  const { document } = await readContract(contract);

  test("none: nothing is wrong without a fault, nor with a change that is none", async () => {
    const trial = await trialOfDocument(contract, document, structuredClone(document));
    expect(trial).toEqual({ isApplied: false, verdict: undefined });
  });

  const faults = documentFaults(document);
  const chosen = process.env.CONTRACT_MUTANTS === "all" ? faults : oneOfEachKind(faults);
  test.for(chosen)("$name", async ({ name, document: faulty }, { task }) => {
    expectNoticed({ of: "document", name }, await trialOfDocument(contract, document, faulty), task);
  });
});

/** A document can be so wrong that nobody can read it, which is a way to notice it. */
async function trialOfDocument(contract: Contract, document: object, faulty: object): Promise<Trial> {
  const isApplied = !isDeepStrictEqual(faulty, document);
  const suite = await readContract(contract, faulty).catch((error: unknown) => String(error));
  const verdict =
    typeof suite === "string"
      ? { group: "reading", reason: suite }
      : await judge(suiteOf(suite, random), serveInProcess(suite.operations));
  return { isApplied, verdict };
}

function expectNoticed(
  fault: { readonly of: string; readonly name: string },
  { isApplied, verdict }: Trial,
  task: TestContext["task"],
): void {
  task.meta.fault = { ...fault, isApplied, noticedBy: verdict?.group };
  if (isApplied) {
    expect(NOT_APPLIED, "changes something after all: take it off src/mutation/not-applied.ts").not.toHaveProperty([
      fault.name,
    ]);
    const advice = "Every case of the suite holds in spite of this fault: add one to src/cases/ that does not.";
    expect(verdict, advice).toBeDefined();
  } else {
    expect(verdict, "The fault has changed nothing, and yet this case fails").toBeUndefined();
    const advice =
      "No request met what this fault changes, so it tests nothing. Is that called something else by now? If there is none, list it with the reason in src/mutation/not-applied.ts.";
    expect(NOT_APPLIED, advice).toHaveProperty([fault.name]);
  }
}

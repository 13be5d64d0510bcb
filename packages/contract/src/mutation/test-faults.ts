import { isDeepStrictEqual } from "node:util";
import { describe, expect, type TestContext, test } from "vitest";
import type { Contract, SandboxFault } from "../contract/contract.ts";
import { readOperations } from "../document/operations.ts";
import { documentFaults, oneOfEachKind } from "./faults/document-faults.ts";
import { readContract, serveInProcess } from "./in-process.ts";
import { type CaseGroup, judge, serverGroups, suiteOf, type Verdict } from "./suite.ts";

// The same every time, so that a score is a score. A counterexample need not be simple.
const random = { runs: 30, seed: 1, shrink: false };

/** Whether a fault was applied and noticed. */
interface Trial {
  /** Whether it has changed anything that was asked or said. */
  readonly isApplied: boolean;
  readonly verdict: Verdict | undefined;
}

export interface FaultTests {
  readonly contracts: readonly Contract[];
  readonly sandboxFaults: readonly SandboxFault[];
  /** Changes that change nothing, one for each way to plant a fault. */
  readonly identities: readonly SandboxFault[];
  /** Whether every fault is tried that the documents have room for, instead of one of each kind. */
  readonly everyDocumentFault: boolean;
}

/** Tests that the cases notice every fault of a sandbox and of the documents, and nothing else. */
export function testFaults({ contracts, sandboxFaults, identities, everyDocumentFault }: FaultTests): void {
  describe("a faulty sandbox is noticed that", () => testSandboxFaults(contracts, sandboxFaults, identities));
  describe.for(contracts)("a faulty document of $name is noticed with", (contract) =>
    testDocumentFaults(contract, everyDocumentFault),
  );
}

async function testSandboxFaults(
  contracts: readonly Contract[],
  faults: readonly SandboxFault[],
  identities: readonly SandboxFault[],
): Promise<void> {
  const operations = await readOperations(contracts);
  // A sandbox changes nothing about the cases, so they are made once.
  const groupsWith = (runs: number) =>
    serverGroups(operations, { ...random, runs }).map(({ name, cases }) => {
      const made = cases();
      return { name, cases: () => made };
    });
  const all = groupsWith(random.runs);
  // What always happens happens soon.
  const few = groupsWith(6);
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

  test.for(faults)("$name", async (fault, { task }) => {
    expectNoticed({ of: "sandbox", name: fault.name }, await trialOf(fault), task);
  });
}

async function testDocumentFaults(contract: Contract, every: boolean): Promise<void> {
  const { document } = await readContract(contract);

  test("none: nothing is wrong without a fault, nor with a change that is none", async () => {
    const trial = await trialOfDocument(contract, document, structuredClone(document));
    expect(trial).toEqual({ isApplied: false, verdict: undefined });
  });

  const faults = documentFaults(document);
  const chosen = every ? faults : oneOfEachKind(faults);
  test.for(chosen)("$name", async ({ name, document: faulty }, { task }) => {
    expectNoticed({ of: "document", name }, await trialOfDocument(contract, document, faulty), task);
  });
}

/** A document can be so wrong that it cannot be read, which is a way to notice it. */
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
    expect(verdict, "Every case of the suite holds in spite of this fault: add one that does not.").toBeDefined();
  } else {
    expect(verdict, "The fault has changed nothing, and yet this case fails").toBeUndefined();
    expect.unreachable(
      "No request met what this fault changes, so it tests nothing. Is that called something else by now?",
    );
  }
}

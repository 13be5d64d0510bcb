import { agreementCases } from "../cases/agreement.ts";
import { canaryCases } from "../cases/canary.ts";
import { clientCases } from "../cases/client.ts";
import { contractCases, optionCases } from "../cases/contract-cases.ts";
import { documentCases } from "../cases/document.ts";
import { answerExampleCases, requestExampleCases } from "../cases/examples.ts";
import { generatedCases, wholeCases } from "../cases/generated.ts";
import { memoryCases } from "../cases/memory.ts";
import { peerCases } from "../cases/peers.ts";
import { refusalCases, reportCases } from "../cases/refusals.ts";
import { answerCases } from "../cases/responses.ts";
import { spellingCases } from "../cases/spellings.ts";
import { validatorCases } from "../cases/validators.ts";
import type { Case, ContractOperation } from "../contract/contract.ts";
import type { Chance } from "../contract/random-runs.ts";
import type { MakeSandbox } from "../contract/sandbox.ts";
import type { Target } from "../contract/target.ts";
import type { Agreed, Parties } from "./parties.ts";

/** Some of the cases that the suite consists of. */
export interface Layer {
  readonly name: string;
  /** Made late: a document can be so wrong that it yields no cases, which is a way to notice it. */
  readonly cases: () => readonly Case<Parties>[];
}

/** The cases of the suite, the quickest first. */
export function suiteOf({ contract, document, operations }: Agreed, chance: Chance): readonly Layer[] {
  return [
    {
      name: "generated",
      cases: () => alone([...generatedCases(operations), ...wholeCases(contract, document, operations)]),
    },
    { name: "document", cases: () => alone(documentCases(operations)) },
    { name: "canary", cases: () => alone(canaryCases(operations)) },
    { name: "validators", cases: () => alone(validatorCases(operations)) },
    { name: "client", cases: () => alone(clientCases(operations)) },
    {
      name: "mock",
      cases: () =>
        over("mock", [
          ...answerExampleCases(operations),
          ...requestExampleCases(operations),
          ...refusalCases("mock", operations),
        ]),
    },
    { name: "answers", cases: () => alone(answerCases(operations)) },
    ...serverLayers(operations, chance),
  ];
}

/** Those of the cases that have anything to do with the sandbox. */
export function serverLayers(operations: readonly ContractOperation[], chance: Chance): readonly Layer[] {
  const few = { ...chance, runs: Math.ceil(chance.runs / 3) };
  return [
    {
      name: "sandbox",
      cases: () => over("sandbox", refusalCases("sandbox", operations)),
    },
    {
      name: "options",
      cases: () => withOptions(optionCases(operations, few)),
    },
    { name: "proxy", cases: () => over("proxy", [...requestExampleCases(operations), ...reportCases(operations)]) },
    {
      name: "memory",
      cases: () =>
        over("proxy", [
          ...spellingCases(operations, few),
          ...memoryCases(operations, few),
          ...contractCases(operations, few),
        ]),
    },
    { name: "peers", cases: () => over("proxy", peerCases(operations, few)) },
    { name: "agreement", cases: () => over("sandbox", agreementCases(operations, chance)) },
  ];
}

function over(name: "mock" | "proxy" | "sandbox", cases: readonly Case<Target>[]): readonly Case<Parties>[] {
  return cases.map(({ name: sentence, check }) => ({ name: sentence, check: (parties) => check(parties[name]) }));
}

function withOptions(cases: readonly Case<MakeSandbox>[]): readonly Case<Parties>[] {
  return cases.map(({ name, check }) => ({ name, check: ({ make }) => check(make) }));
}

function alone(cases: readonly Case[]): readonly Case<Parties>[] {
  return cases.map(({ name, check }) => ({ name, check: () => check() }));
}

/** What noticed that something is wrong. */
export interface Verdict {
  readonly layer: string;
  readonly reason: string;
}

/** Runs cases until one fails; `undefined` when all of them hold, and nobody would have noticed anything. */
export async function judge(layers: readonly Layer[], parties: Parties): Promise<Verdict | undefined> {
  for (const { name: layer, cases } of layers) {
    try {
      for (const { name, check } of cases()) {
        try {
          await check(parties);
        } catch (error) {
          return { layer, reason: `${name}: ${messageOf(error)}` };
        }
      }
    } catch (error) {
      return { layer, reason: messageOf(error) };
    }
  }
  return undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}

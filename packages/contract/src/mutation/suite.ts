import { agreementCases } from "../cases/agreement.ts";
import { clientCases } from "../cases/client.ts";
import { contractCases, optionCases } from "../cases/contract-cases.ts";
import { documentCases } from "../cases/document.ts";
import { requestExampleCases, responseExampleCases } from "../cases/examples.ts";
import { canaryCases, generatedCases, wholeCases } from "../cases/generated.ts";
import { memoryCases } from "../cases/memory.ts";
import { peerCases } from "../cases/peers.ts";
import { refusalCases, reportCases } from "../cases/refusals.ts";
import { responseCases } from "../cases/responses.ts";
import { spellingCases } from "../cases/spellings.ts";
import { validatorCases } from "../cases/validators.ts";
import type { Case, ContractOperation, MakeSandbox, Target } from "../contract/contract.ts";
import type { RandomRuns } from "../contract/random-runs.ts";
import type { InProcessServers, ReadContract } from "./in-process.ts";

/** Some of the cases that the suite consists of. */
export interface CaseGroup {
  readonly name: string;
  /** Made late: a document can be so wrong that it yields no cases, which is a way to notice it. */
  readonly cases: () => readonly Case<InProcessServers>[];
}

/** The cases of the suite, the quickest first. */
export function suiteOf({ contract, document, operations }: ReadContract, random: RandomRuns): readonly CaseGroup[] {
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
          ...responseExampleCases(operations),
          ...requestExampleCases(operations),
          ...refusalCases("mock", operations),
        ]),
    },
    { name: "responses", cases: () => alone(responseCases(operations)) },
    ...serverGroups(operations, random),
  ];
}

/** Those of the cases that have anything to do with the sandbox. */
export function serverGroups(operations: readonly ContractOperation[], random: RandomRuns): readonly CaseGroup[] {
  const few = { ...random, runs: Math.ceil(random.runs / 3) };
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
    { name: "agreement", cases: () => over("sandbox", agreementCases(operations, random)) },
  ];
}

function over(name: "mock" | "proxy" | "sandbox", cases: readonly Case<Target>[]): readonly Case<InProcessServers>[] {
  return cases.map(({ name: sentence, check }) => ({ name: sentence, check: (servers) => check(servers[name]) }));
}

function withOptions(cases: readonly Case<MakeSandbox>[]): readonly Case<InProcessServers>[] {
  return cases.map(({ name, check }) => ({ name, check: ({ make }) => check(make) }));
}

function alone(cases: readonly Case[]): readonly Case<InProcessServers>[] {
  return cases.map(({ name, check }) => ({ name, check: () => check() }));
}

/** What noticed that something is wrong. */
export interface Verdict {
  readonly group: string;
  readonly reason: string;
}

/** Runs cases until one fails; `undefined` when all of them hold, and nothing was noticed. */
export async function judge(groups: readonly CaseGroup[], servers: InProcessServers): Promise<Verdict | undefined> {
  for (const { name: group, cases } of groups) {
    try {
      for (const { name, check } of cases()) {
        try {
          await check(servers);
        } catch (error) {
          return { group, reason: `${name}: ${messageOf(error)}` };
        }
      }
    } catch (error) {
      return { group, reason: messageOf(error) };
    }
  }
  return undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}

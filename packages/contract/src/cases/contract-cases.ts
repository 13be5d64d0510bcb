import type { Case, ContractOperation, MakeSandbox, Target } from "../contract/contract.ts";
import type { RandomRuns } from "../contract/random-runs.ts";

/** What every contract says about its own document, and nothing else can know. */
export function contractCases(operations: readonly ContractOperation[], random: RandomRuns): readonly Case<Target>[] {
  const contracts = new Set(operations.map(({ contract }) => contract));
  return [...contracts].flatMap(({ cases }) => cases(operations, random));
}

/** The same about a sandbox that is made with certain options. */
export function optionCases(
  operations: readonly ContractOperation[],
  random: RandomRuns,
): readonly Case<MakeSandbox>[] {
  const contracts = new Set(operations.map(({ contract }) => contract));
  return [...contracts].flatMap((contract) => contract.optionCases(operations, random));
}

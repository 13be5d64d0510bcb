import type { Case, ContractOperation } from "../contract/contract.ts";
import type { Chance } from "../contract/random-runs.ts";
import type { MakeSandbox } from "../contract/sandbox.ts";
import type { Target } from "../contract/target.ts";

/** What every contract says about its own document, and nothing else can know. */
export function contractCases(operations: readonly ContractOperation[], chance: Chance): readonly Case<Target>[] {
  const contracts = new Set(operations.map(({ contract }) => contract));
  return [...contracts].flatMap(({ cases }) => cases(operations, chance));
}

/** The same about a sandbox that is made with certain options. */
export function optionCases(operations: readonly ContractOperation[], chance: Chance): readonly Case<MakeSandbox>[] {
  const contracts = new Set(operations.map(({ contract }) => contract));
  return [...contracts].flatMap((contract) => contract.optionCases(operations, chance));
}

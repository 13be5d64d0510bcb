import type { Case } from "../contract/case.ts";
import type { ContractOperation } from "../contract/contract.ts";
import type { Chance } from "../contract/random-runs.ts";
import type { Target } from "../contract/target.ts";

/** What every contract says about its own document, and no other layer can know. */
export function ownCases(operations: readonly ContractOperation[], chance: Chance): readonly Case<Target>[] {
  const contracts = new Set(operations.map(({ contract }) => contract));
  return [...contracts].flatMap(({ cases }) => cases(operations, chance));
}

import type { Chance } from "../arbitraries/chance.ts";
import type { ContractOperation } from "../document/operations.ts";
import type { Target } from "../targets/target.ts";
import type { Case } from "./case.ts";

/** What every contract says about its own document, and no other layer can know. */
export function ownCases(operations: readonly ContractOperation[], chance: Chance): readonly Case<Target>[] {
  const contracts = new Set(operations.map(({ contract }) => contract));
  return [...contracts].flatMap(({ cases }) => cases(operations, chance));
}

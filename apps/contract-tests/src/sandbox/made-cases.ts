import type { Case, Chance, ContractOperation, MakeSandbox } from "@earmark/contract";
import { accountCases } from "./account-cases.ts";
import { faultCases } from "./fault-cases.ts";
import { requestCases } from "./request-cases.ts";
import { storeCases } from "./store-cases.ts";

/**
 * A sandbox is what its options say: what goes wrong on purpose, who is let in, which calls there are, and where
 * annotations live. No document says any of that; the README of the sandbox does.
 */
export function madeCases(operations: readonly ContractOperation[], chance: Chance): readonly Case<MakeSandbox>[] {
  const contracts = new Set(operations.map(({ contract }) => contract));
  const few = { ...chance, runs: Math.ceil(chance.runs / 5) };
  return [
    ...accountCases(operations),
    ...requestCases(operations),
    ...faultCases(operations, chance),
    ...[...contracts].flatMap(({ made }) => made(operations, few)),
    // Last, because files take their time.
    ...storeCases(operations, few),
  ];
}

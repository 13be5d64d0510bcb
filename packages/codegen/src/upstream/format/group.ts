import { counted } from "@earmark/openapi";
import { type Address, addressText } from "../address.ts";
import { type Comparison, type Drift, staleRepairs } from "../comparison.ts";

/** Drift of the same operations. */
export interface DriftGroup {
  readonly operations: readonly Address[];
  readonly drifts: readonly Drift[];
}

/** Drift by the operations that it concerns: those of one operation first, in order of their addresses. */
export function groupsOf(drifts: readonly Drift[]): readonly DriftGroup[] {
  const groups = Map.groupBy(drifts, ({ operations }) => operations.map(addressText).join("\n"));
  return [...groups.values()]
    .map((members) => ({ operations: members[0]?.operations ?? [], drifts: members }))
    .toSorted((one, other) => one.operations.length - other.operations.length || compare(keyOf(one), keyOf(other)));
}

function keyOf({ operations }: DriftGroup): string {
  return operations.map(({ path, method }) => `${path} ${method}`).join("\n");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** `4 known repairs, 1 of them to look at; 2 differences that nobody has declared`. */
export function verdictOf(comparison: Comparison): string {
  const stale = staleRepairs(comparison).length;
  const repairs = `${counted(comparison.repairs.length, "known repair")}${stale > 0 ? `, ${stale} to look at` : ""}`;
  const { length } = comparison.drifts;
  return `${repairs}; ${length === 0 ? "nothing undeclared" : `${counted(length, "undeclared difference")}`}`;
}

/** What a person does about undeclared differences. */
export function adviceOf({ file, overlay }: Comparison): string {
  return `Take over what is right in ${file}; declare the rest in ${overlay}, each with its reason.`;
}

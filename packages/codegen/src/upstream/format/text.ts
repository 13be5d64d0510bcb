import { counted, visible } from "@earmark/openapi";
import { addressText } from "../address.ts";
import { type Comparison, type Drift, type Repair, type Report, staleRepairs } from "../comparison.ts";
import type { Direction } from "../statements.ts";
import { adviceOf, type DriftGroup, groupsOf, verdictOf } from "./group.ts";

/** Characters of a target; its place says the rest. */
const LONGEST = 100;

/** As in a diff from theirs to ours. */
const SIGNS: Readonly<Record<Direction, string>> = { provider: "-", ours: "+", differs: "~" };

/** For a terminal: what is of little interest first, the verdicts at the end, where they are seen. */
export function formatText({ provider, comparisons, notTakenOver }: Report): string {
  const others = notTakenOver.map((address) => `  ${addressText(address)}`);
  const skipped = others.length === 0 ? [] : [`not taken over: ${counted(others.length, "operation")}`, ...others, ""];
  const lines = [
    ...skipped,
    ...comparisons.flatMap(comparisonText),
    ...comparisons.map((one) => `${one.file} beside ${provider}: ${verdictOf(one)}`),
  ];
  return lines.map(visible).join("\n");
}

function comparisonText(comparison: Comparison): string[] {
  const { drifts, overlay } = comparison;
  const stale = staleRepairs(comparison);
  return [
    ...groupsOf(drifts).flatMap(groupText),
    ...(drifts.length === 0 ? [] : [adviceOf(comparison), ""]),
    ...(stale.length === 0 ? [] : [`repairs to look at, in ${overlay}`, ...stale.flatMap(repairText), ""]),
  ];
}

function groupText({ operations, drifts }: DriftGroup): string[] {
  const heading = operations.length === 0 ? "the document" : operations.map(addressText).join(", ");
  return [heading, ...drifts.flatMap(driftText), ""];
}

function driftText({ direction, message, rules, location: { file, line, column } }: Drift): string[] {
  return [`  ${SIGNS[direction]} ${message}`, `    ${file}:${line}:${column}  ${rules.join(", ")}`];
}

function repairText({ message, reason, target, location: { file, line, column } }: Repair): string[] {
  return [
    `  ! ${message}`,
    `    ${file}:${line}:${column}  ${shortened(target)}`,
    `    ${reason.replaceAll(/\s*\n\s*/g, " ")}`,
  ];
}

function shortened(target: string): string {
  return target.length > LONGEST ? `${target.slice(0, LONGEST)}…` : target;
}

import { code, counted, markdown, visible } from "@earmark/openapi";
import {
  type Address,
  addressText,
  type Comparison,
  compare,
  type Direction,
  type Drift,
  hasFindings,
  type Repair,
  type Report,
  staleRepairs,
} from "./comparison.ts";

export type ReportFormat = "text" | "json" | "markdown";

const FORMATS: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  text: formatText,
  json: (report) => JSON.stringify({ found: hasFindings(report), ...report }, null, 2),
  markdown: formatMarkdown,
};

/** A report for a terminal, a program, or an issue. */
export function formatReport(report: Report, format: ReportFormat): string {
  return FORMATS[format](report);
}

/** Characters of a target; its place says the rest. */
const LONGEST = 100;

/** As in a diff from theirs to ours. */
const SIGNS: Readonly<Record<Direction, string>> = { provider: "-", ours: "+", differs: "~" };

/** For a terminal: what is of little interest first, the verdicts at the end, where they are seen. */
function formatText({ provider, comparisons, notTakenOver }: Report): string {
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
  const shortened = target.length > LONGEST ? `${target.slice(0, LONGEST)}…` : target;
  return [`  ! ${message}`, `    ${file}:${line}:${column}  ${shortened}`, `    ${oneLine(reason)}`];
}

/** For an issue or a pull request: what is to be done is to be seen, the rest can be unfolded. */
function formatMarkdown({ provider, comparisons, notTakenOver }: Report): string {
  return [
    ...comparisons.flatMap((comparison) => comparisonMarkdown(comparison, provider)),
    ...folded(
      `${counted(notTakenOver.length, "operation")} not taken over`,
      notTakenOver.map((address) => `- ${code(addressText(address))}`),
    ),
  ]
    .join("\n")
    .trimEnd();
}

function comparisonMarkdown(comparison: Comparison, provider: string): string[] {
  const { file, drifts, repairs } = comparison;
  const stale = staleRepairs(comparison);
  const needed = repairs.filter(({ state }) => state === "needed");
  return [
    `### ${code(file)} beside ${code(provider)}`,
    "",
    `**${verdictOf(comparison)}**`,
    "",
    ...groupsOf(drifts).flatMap(groupMarkdown),
    ...(drifts.length === 0 ? [] : [markdown(adviceOf(comparison)), ""]),
    ...(stale.length === 0 ? [] : ["Repairs to look at:", "", ...stale.map(staleMarkdown), ""]),
    ...folded(`${counted(needed.length, "repair")} at work`, needed.map(neededMarkdown)),
  ];
}

function folded(summary: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return ["<details>", `<summary>${summary}</summary>`, "", ...lines, "", "</details>", ""];
}

function groupMarkdown({ operations, drifts }: DriftGroup): string[] {
  const heading =
    operations.length === 0 ? "The document" : operations.map((address) => code(addressText(address))).join(", ");
  return [heading, "", ...drifts.map(driftMarkdown), ""];
}

const WORDS: Readonly<Record<Direction, string>> = { provider: "theirs", ours: "ours", differs: "differs" };

function driftMarkdown({ direction, message, location: { file, line } }: Drift): string {
  return `- **${WORDS[direction]}** ${markdown(message)} (${code(`${file}:${line}`)})`;
}

function staleMarkdown({ message, reason, target, location: { file, line } }: Repair): string {
  return `- ${code(target)}: ${markdown(message)} (${code(`${file}:${line}`)})\n  > ${markdown(oneLine(reason))}`;
}

function neededMarkdown({ reason, location: { file, line } }: Repair): string {
  return `- ${markdown(oneLine(reason))} (${code(`${file}:${line}`)})`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}

/** Drift of the same operations. */
interface DriftGroup {
  readonly operations: readonly Address[];
  readonly drifts: readonly Drift[];
}

/** Drift by the operations that it concerns: those of one operation first, in order of their addresses. */
function groupsOf(drifts: readonly Drift[]): readonly DriftGroup[] {
  const groups = Map.groupBy(drifts, ({ operations }) => operations.map(addressText).join("\n"));
  return [...groups.values()]
    .map((members) => ({ operations: members[0]?.operations ?? [], drifts: members }))
    .toSorted((one, other) => one.operations.length - other.operations.length || compare(keyOf(one), keyOf(other)));
}

function keyOf({ operations }: DriftGroup): string {
  return operations.map(({ path, method }) => `${path} ${method}`).join("\n");
}

/** `4 known repairs, 1 to look at; 2 undeclared differences`. */
function verdictOf(comparison: Comparison): string {
  const stale = staleRepairs(comparison).length;
  const repairs = `${counted(comparison.repairs.length, "known repair")}${stale > 0 ? `, ${stale} to look at` : ""}`;
  const { length } = comparison.drifts;
  return `${repairs}; ${length === 0 ? "nothing undeclared" : `${counted(length, "undeclared difference")}`}`;
}

/** What a person does about undeclared differences. */
function adviceOf({ file, overlay }: Comparison): string {
  return `Take over what is right in ${file}; declare the rest in ${overlay}, each with its reason.`;
}

import type { Share } from "../measure/measurement.ts";
import type { CoverageReport } from "./coverage-report.ts";

/** Enough to see what kind of thing is missing. The page has all of them. */
const SHOWN = 20;

/** The report for a terminal: a line for each dimension, and what is missing. */
export function textSummary(report: CoverageReport, page: string): string {
  const { total, dimensions, documents, targets, gaps, problems, operations, complete, floor, others } = report;
  const shown = dimensions.filter(({ points }) => points > 0);
  const width = Math.max(...shown.map(({ name }) => name.length));
  const line = (name: string, { covered, points, percent }: Share): string =>
    `  ${name.padEnd(width)}  ${String(covered).padStart(5)} / ${String(points).padEnd(5)}  ${percent.toFixed(1).padStart(5)} %`;
  const undocumented = operations.flatMap(({ name, undocumented: list }) =>
    list.map(({ what }) => `  ${name}: ${what}`),
  );
  return [
    `Contract coverage of ${documents.map(({ name }) => name).join(" and ")}`,
    ...shown.map((each) => line(each.name, each)),
    line("total", total),
    ...(documents.length > 1 ? documents.map((each) => line(`  ${each.name}`, each)) : []),
    `  by target: ${targets.map(({ name, covered, alone }) => `${name} ${covered} (${alone} alone)`).join(", ")}`,
    ...section(
      "Known gaps",
      gaps.map(({ points, reason, missing }) => `  ${points} (${missing.length}): ${reason}`),
    ),
    ...(others.length > 0 ? [`Not under contract, and not measured: ${others.join(", ")}`] : []),
    ...section("Seen, but not documented", undocumented),
    ...(complete
      ? section("Not good enough; add a case, or an entry with its reason to the known gaps", [
          ...problems.slice(0, SHOWN).map((problem) => `  ${problem}`),
          ...(problems.length > SHOWN ? [`  and ${problems.length - SHOWN} more`] : []),
        ])
      : [`A part of the suite was run, so the floor of ${floor} % is not checked.`]),
    `Report: ${page}`,
  ].join("\n");
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}

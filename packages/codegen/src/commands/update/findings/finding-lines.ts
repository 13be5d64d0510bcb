import { counted } from "@earmark/openapi";
import type { Finding } from "./finding.ts";

/** More than a person works through before the next run. */
const MOST_FINDINGS = 12;
const MOST_SUBJECTS = 2;

/** Findings for a terminal. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  const shown = findings.slice(0, MOST_FINDINGS);
  const more = findings.length - shown.length;
  return [
    ...shown.flatMap(({ place, subjects, message }) => [
      [place, subjectText(subjects)].filter((part) => part !== "").join("  "),
      ...message.map((line) => `  ${line}`),
    ]),
    ...(more > 0 ? [`and ${counted(more, "more place")}`] : []),
  ];
}

function subjectText(subjects: readonly string[]): string {
  const more = subjects.length - MOST_SUBJECTS;
  return more <= 1 ? subjects.join("; ") : `${subjects.slice(0, MOST_SUBJECTS).join("; ")} and ${more} more`;
}

import { counted } from "@earmark/openapi";
import { LONGEST, shortened } from "./finding.ts";

/** As many lines of a comparison as show it. */
const MOST_LINES = 6;
/** Of a long line: what is shown before the first difference. */
const BEFORE = 60;

/**
 * What was expected, after `-`, and received, after `+`, of the report that Vitest gives on a failed comparison; of
 * lines that are too long, the part where they differ.
 */
export function differenceLines(report: readonly string[]): readonly string[] {
  const lines = report.flatMap((line, index) => sideOf(line, report[index + 1]) ?? []);
  const shown = lines.slice(0, MOST_LINES).map((line) => {
    const others = lines.filter((other) => other[0] !== line[0]);
    return `  ${line.length > LONGEST ? aroundDifference(line, closest(line, others)) : line}`;
  });
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${counted(more, "more line")}`] : [])];
}

/** `- …` or `+ …`: of a difference in lines, or of two values below or behind their headings. */
function sideOf(line: string, next = ""): string | undefined {
  const [, sign, heading, value] = /^(?:([-+]) )?(Expected|Received)(?:: ?(.*)|)$/.exec(line) ?? [];
  if (heading === undefined) return /^[-+] /.test(line) ? line : undefined;
  const mark = heading === "Expected" ? "-" : "+";
  if (value === undefined) return undefined;
  // A short value is in the message already.
  if (value !== "") return value.length > SHORT || next.length > SHORT ? `${mark} ${value}` : undefined;
  return sign === undefined ? undefined : `${mark} ${next}`;
}

/** Vitest cuts off values in its messages beyond that. */
const SHORT = 38;

function aroundDifference(line: string, other: string | undefined): string {
  if (other === undefined) return shortened(line);
  const [mark, text] = [line.slice(0, 2), line.slice(2)];
  const start = Math.max(0, samePrefix(text, other.slice(2)) - BEFORE);
  const end = start + LONGEST;
  const part = text.slice(start, end).toWellFormed();
  return `${mark}${start > 0 ? "…" : ""}${part}${end < text.length ? "…" : ""}`;
}

/** The line that has most in common with another one: what became of it. */
function closest(line: string, others: readonly string[]): string | undefined {
  const text = line.slice(2);
  const common = others.map((other) => samePrefix(text, other.slice(2)));
  return others[common.indexOf(Math.max(...common))];
}

function samePrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

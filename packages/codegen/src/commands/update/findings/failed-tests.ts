import { differenceLines } from "./difference.ts";
import { type Finding, isTimeout, type PathOf, shortened } from "./finding.ts";

/** Of Vitest: one or more lines ` FAIL  src/a.test.ts > name`, the error that they share, and `❯ src/a.test.ts:1:2`. */
export function failedTests(lines: readonly string[], pathOf: PathOf): readonly Finding[] {
  const findings: Finding[] = [];
  for (let index = 0; index < lines.length; index++) {
    const names: string[] = [];
    let file = "";
    for (let head = FAIL.exec(lines[index] ?? ""); head !== null; head = FAIL.exec(lines[++index] ?? "")) {
      file = head[1] ?? "";
      names.push(head[2] ?? head[1] ?? "");
    }
    if (names.length === 0) continue;
    const end = lines.findIndex((line, place) => place >= index && /^⎯+/.test(line));
    const body = lines.slice(index, end === -1 ? undefined : end);
    const stack = body.flatMap((line) => /^\s*❯ (?:.* )?(\S+?):(\d+):\d+$/.exec(line) ?? []);
    const row = stack[stack.indexOf(file) + 1];
    findings.push({
      place: row === undefined || !stack.includes(file) ? pathOf(file) : `${pathOf(file)}:${row}`,
      subjects: names,
      message: errorOf(body),
      timedOut: isTimeout(body[0] ?? ""),
    });
  }
  return findings;
}

const FAIL = /^ FAIL {2}(?:\|[^|]*\| )?(\S+)(?: > (.*)| \[.*\])?$/;

/** What is wrong, and where two values differ. */
function errorOf([first = "", ...report]: readonly string[]): readonly string[] {
  return [shortened(first.replace(/^(Assertion)?Error: /, "")), ...differenceLines(report)];
}

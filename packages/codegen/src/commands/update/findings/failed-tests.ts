import { counted } from "../../../counted.ts";
import { type Finding, type PathOf, shortened } from "./finding.ts";

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
    });
  }
  return findings;
}

const FAIL = /^ FAIL {2}(?:\|[^|]*\| )?(\S+)(?: > (.*)| \[.*\])?$/;

/** What was expected instead, in as many lines as show it. */
function errorOf(body: readonly string[]): readonly string[] {
  const [first = ""] = body;
  const difference = body.filter((line) => /^[-+] /.test(line) && !/^[-+] (Expected|Received)\b/.test(line));
  const shown = difference.slice(0, 6).map((line) => `  ${shortened(line)}`);
  const more = difference.length - shown.length;
  const message = first.replace(/^(Assertion)?Error: /, "");
  return [shortened(message), ...shown, ...(more > 0 ? [`  and ${counted(more, "more line")}`] : [])];
}

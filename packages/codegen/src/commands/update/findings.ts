import type { FailedTask } from "./failed-tasks.ts";

/** Something that a person has to look at. */
export interface Finding {
  /** `apps/cli/src/main.test.ts:70`, or the name of a task that does not say where. */
  readonly place: string;
  /** What is there, such as the names of tests. */
  readonly subjects: readonly string[];
  readonly message: readonly string[];
}

/** Where, in a failed task, a person has to look. `folder` is where the paths of its output begin. */
export function findingsOf({ owner, task, lines }: FailedTask, folder: string): readonly Finding[] {
  const at = (path: string): string => (folder === "" || path.startsWith("/") ? path : `${folder}/${path}`);
  const found = [...compilerErrors(lines, at), ...bundlerErrors(lines, at), ...failedTests(lines, at)];
  if (found.length > 0) return merged(found);
  return [{ place: `${owner === "//" ? "" : `${owner} `}${task}`, subjects: [], message: lines.slice(-MOST_LINES) }];
}

/** Of output that is not understood; what went wrong is said at its end. */
const MOST_LINES = 15;

type Place = (path: string) => string;

/** `src/main.ts(1,2): error TS2741: Property …` */
function compilerErrors(lines: readonly string[], at: Place): Finding[] {
  return lines.flatMap((line): Finding[] => {
    const [, path, row, message] = /^(\S.*?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? [];
    return path === undefined || message === undefined
      ? []
      : [{ place: `${at(path)}:${row}`, subjects: [], message: [shortened(message)] }];
  });
}

/** `✘ [ERROR] Could not resolve …`, and below it `src/main.ts:1:57:` */
function bundlerErrors(lines: readonly string[], at: Place): Finding[] {
  return lines.flatMap((line, index): Finding[] => {
    const [, message] = /^✘ \[ERROR\] (.*)$/.exec(line) ?? [];
    if (message === undefined) return [];
    const below = lines.slice(index + 1, index + 4).flatMap((next) => /^\s+(\S+?):(\d+):\d+:$/.exec(next) ?? []);
    const [, path = "", row = ""] = below;
    return [{ place: path === "" ? "esbuild" : `${at(path)}:${row}`, subjects: [], message: [shortened(message)] }];
  });
}

/** Of Vitest: one or more lines ` FAIL  src/a.test.ts > name`, the error that they share, and `❯ src/a.test.ts:1:2`. */
function failedTests(lines: readonly string[], at: Place): Finding[] {
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
      place: row === undefined || !stack.includes(file) ? at(file) : `${at(file)}:${row}`,
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
  return [shortened(message), ...shown, ...(more > 0 ? [`  and ${more} more lines`] : [])];
}

/** Findings of one place as one: a table of tests fails as a whole. */
function merged(findings: readonly Finding[]): readonly Finding[] {
  return [...Map.groupBy(findings, ({ place }) => place)].map(([place, same]) => ({
    place,
    subjects: same.flatMap(({ subjects }) => subjects),
    message: same[0]?.message ?? [],
  }));
}

const LONGEST = 240;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

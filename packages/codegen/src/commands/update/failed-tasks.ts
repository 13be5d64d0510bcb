import { existsSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { counted } from "@earmark/openapi";

/** As many failed tests, and as many lines from the end of a task's output, as a terminal shows at once. */
const [MOST_TESTS, MOST_LINES, LONGEST] = [12, 20, 240];

/**
 * Which tasks failed, which tests in them, the end of what each printed, and where the rest is, by what turbo printed
 * with the name of the task before each line, or {@link formatTask}; the end of all that was printed where it names no
 * failed task. And whether nothing is known to be wrong but that it took too long.
 *
 * @param folders of packages, from the root of the workspace.
 */
export function failuresIn(
  printed: string,
  root: string,
  folders: ReadonlyMap<string, string>,
): { readonly lines: readonly string[]; readonly timedOut: boolean } {
  const tasks = failedTasks(printed);
  if (tasks.length === 0) return { lines: printed.trim().split("\n").slice(-MOST_LINES), timedOut: false };
  const lines = tasks.flatMap((task) => linesOf(task, root, folders.get(task.owner) ?? ""));
  return { lines, timedOut: tasks.every(ranOutOfTime) };
}

interface FailedTask {
  /** Name of the package; `//` for the workspace itself. */
  readonly owner: string;
  readonly task: string;
  readonly lines: readonly string[];
}

/** What a task printed, as turbo writes it. */
export function formatTask(owner: string, task: string, printed: string): string {
  const lines = printed.trimEnd().split(/\r?\n/);
  return lines.map((line) => `${owner}:${task}: ${line}\n`).join("");
}

/** Which tasks failed, as turbo writes it: the names of owners and tasks, joined by `#`. */
export function formatFailed(names: readonly string[]): string {
  return names.length === 0 ? "" : `\nFailed:    ${names.join(", ")}\n`;
}

/** What turbo and pnpm print of every task. */
const NOISE = /^(cache (hit|miss|bypass)|\$ |\[ELIFECYCLE\]|\s*$)/;

function failedTasks(printed: string): readonly FailedTask[] {
  const lines = stripVTControlCharacters(printed).split(/\r?\n/);
  const names = lines.flatMap((line) => /^\s*Failed:\s+(.*)$/.exec(line)?.[1]?.trim().split(/,\s*/) ?? []);
  return [...new Set(names)].map((name) => {
    const [owner = "", task = ""] = name.split("#");
    const prefix = `${owner}:${task}:`;
    const own = lines.flatMap((line) => (line.startsWith(prefix) ? line.slice(prefix.length).replace(/^ /, "") : []));
    return { owner, task, lines: own.filter((line) => !NOISE.test(line)).map((line) => line.trimEnd()) };
  });
}

function linesOf({ owner, task, lines }: FailedTask, root: string, folder: string): readonly string[] {
  const tests = [...new Set(lines.flatMap((line) => /^ FAIL {2}(.*)$/.exec(line)?.[1] ?? []))];
  const more = tests.length - MOST_TESTS;
  // turbo keeps none of a task that it does not cache.
  const log = `${folder === "" ? "" : `${folder}/`}.turbo/turbo-${task.replaceAll(":", "$colon$")}.log`;
  const rest = existsSync(join(root, log)) ? `, all of whose output is in ${log}` : "";
  return [
    `${owner === "//" ? "" : `${owner} `}${task}${rest}`,
    ...tests.slice(0, MOST_TESTS).map((test) => `  FAIL  ${shortened(test)}`),
    ...(more > 0 ? [`  and ${counted(more, "more test")}`] : []),
    ...lines.slice(-MOST_LINES).map((line) => `  ${shortened(line)}`),
  ];
}

function shortened(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** What test runners, and the contract tests, say when a limit of time has passed. */
const TIMEOUTS =
  /\b(test|hook) timed out in \d|\btimed out in wait(for|until)\b|did not succeed in time|\]: timeout \w+ing\b|timeout (of )?\d+ ?ms exceeded|aborted due to timeout|took too long/i;

/** Whether each error, by its first line, is that time ran out. A failed comparison may be one of such words. */
function ranOutOfTime({ lines }: FailedTask): boolean {
  const errors = lines.filter((line) => /^\s*\w*Error: /.test(line));
  return errors.length > 0 && errors.every((line) => !/^\s*AssertionError/.test(line) && TIMEOUTS.test(line));
}

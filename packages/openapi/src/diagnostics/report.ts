import { counted } from "../printing/counted.ts";
import { printable, visible } from "../printing/printable.ts";
import { type Diagnostic, inOrder } from "./diagnostic.ts";
import type { Severity } from "./rules.ts";

/** How diagnostics are written: for people and editors, for programs, or as commands of GitHub's workflows. */
export type ReportFormat = "github" | "json" | "text";

/** Diagnostics of one rule that say the same; there is one at least. */
type DiagnosticGroup = readonly [Diagnostic, ...Diagnostic[]];

/** Diagnostics that say the same of many places together, in the order of the first of each; of one place, once. */
function groupDiagnostics(diagnostics: readonly Diagnostic[]): readonly DiagnosticGroup[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const one of diagnostics) {
    const key = `${one.rule} ${one.severity} ${one.message}`;
    const group = groups.get(key);
    const last = group?.at(-1);
    if (group === undefined) groups.set(key, [one]);
    // Several pointers lead to one place where YAML repeats a part by an alias.
    else if (last?.file !== one.file || last.line !== one.line || last.column !== one.column) group.push(one);
  }
  return [...groups.values()];
}

/** A report in lines, in the order of places; diagnostics that say the same are one entry of it. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: ReportFormat = "text",
): readonly string[] {
  const groups = groupDiagnostics(inOrder(diagnostics));
  if (format === "json") return [JSON.stringify(groups.map(asJson), null, 2)];
  return groups.map(format === "text" ? asLine : asCommand);
}

/** `file:line:column rule message`, the form that editors and CI systems link; where there are more places, the first. */
function asLine(group: DiagnosticGroup): string {
  const [{ file, line, column, rule, severity, message }] = group;
  const kind = severity === "error" ? "" : `${severity}: `;
  return visible(`${file}:${line}:${column} ${rule} ${kind}${message}${morePlaces(group)}`);
}

/** How many of the first places are shown. */
const MOST_PLACES = 5;

function morePlaces([first, ...others]: DiagnosticGroup): string {
  if (others.length === 0) return "";
  const more = others
    .slice(0, MOST_PLACES)
    .map(({ file, line, column }) => `${file === first.file ? "" : `${file}:`}${line}:${column}`);
  const rest = others.length > more.length ? ", …" : "";
  return ` (${counted(others.length + 1, "place")}; also ${more.join(", ")}${rest})`;
}

function asJson(group: DiagnosticGroup): object {
  const [{ rule, severity, file, line, column, pointer, message, expected = null, received = null }] = group;
  return { rule, severity, file, line, column, pointer, message, expected, received, count: group.length };
}

const COMMANDS: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

function asCommand(group: DiagnosticGroup): string {
  const [{ file, line, column, rule, severity, message }] = group;
  return workflowCommand(
    COMMANDS[severity],
    { title: rule, place: { file, line, column } },
    message + morePlaces(group),
  );
}

/**
 * A command to a workflow of GitHub's, which shows a message beside its line in a pull request: a line of its own. What a
 * document says in it is defused before it is escaped.
 *
 * @param place Left out where it is in no file of the working tree. Line and column are 1-based.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function workflowCommand(
  kind: "error" | "warning" | "notice",
  {
    title,
    place,
  }: {
    readonly title: string;
    readonly place?: { readonly file: string; readonly line?: number; readonly column?: number };
  },
  message: string,
): string {
  const { file, line, column } = place ?? {};
  // A change is shown by its path in the repository, which has no backslashes on Windows either.
  const properties = Object.entries({ file: file?.replaceAll("\\", "/"), line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escaped(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`)
    .join();
  return `::${kind} ${properties}::${escaped(message)}`;
}

function escaped(text: string): string {
  return printable(visible(text)).replaceAll("%", "%25");
}

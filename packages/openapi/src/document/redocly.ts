import { type Config, createConfig, getLineColLocation, type NormalizedProblem } from "@redocly/openapi-core";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { RULES, type RuleId, type Severity } from "../diagnostics/rules.ts";

/** Redocly, for reading only: the structure of the document must be right, and nothing is fetched from the network. */
export function readingConfig(): Promise<Config> {
  return createConfig({ extends: ["spec"] });
}

/** Redocly's problem as ours; its file is an absolute path, and its pointer leads into that file. */
export function fromRedocly(
  problem: NormalizedProblem,
  severity: Severity = problem.severity === "error" && !isOnNetwork(problem) ? "error" : "warning",
): Diagnostic {
  const [location] = problem.location;
  const { line, col: column } = location === undefined ? { line: 1, col: 1 } : getLineColLocation(location).start;
  const file = location?.source.absoluteRef ?? "";
  const placeOf = (): Place => ({ file, line, column });
  const message = problem.message.trim().replace(/\s*\n\s*/g, " ");
  const [, reason] = UNPARSED.exec(message) ?? [];
  if (reason !== undefined) return diagnose("syntax", { placeOf }, "#", reason, { severity });
  const details = message + danglingReference(problem, line);
  return diagnose(ruleOf(problem.ruleId), { placeOf }, location?.pointer ?? "#", details, { severity });
}

/** Whether a reference is to what is not read, and may be right. It costs no more than what needs it. */
export function isOnNetwork({ message }: NormalizedProblem): boolean {
  return /^Can't resolve \$ref: https?:/i.test(message);
}

/** What Redocly says of another file that is no YAML, at the place in that file, which it names again. */
const UNPARSED = /^Failed to parse: (.*?)( in "[^"]*" \(\d+:\d+\))?$/;

function ruleOf(name: string): RuleId {
  if (name === "bundler") return "reference";
  // Rules of plugins have the name of theirs in front.
  const id = name.replace(/^.*\//, "");
  return Object.hasOwn(RULES, id) ? (id as RuleId) : "struct";
}

/** What it is that cannot be resolved, as it stands in the text. */
function danglingReference({ message, location: [location] }: NormalizedProblem, line: number): string {
  if (!message.endsWith("Can't resolve $ref")) return "";
  const text = location?.source.body.split("\n")[line - 1] ?? "";
  const [, reference] = /\$ref["']?\s*:\s*["']?([^\s"',}]+)/.exec(text) ?? [];
  return reference === undefined ? "" : ` ${reference}: there is no such place`;
}

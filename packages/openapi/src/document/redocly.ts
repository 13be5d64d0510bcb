import { resolve } from "node:path";
import { type Config, createConfig, getLineColLocation, lint, type NormalizedProblem } from "@redocly/openapi-core";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { RULES, type Rule, type RuleId } from "../diagnostics/rules.ts";
import { displayPath } from "./display-path.ts";
import { DISK } from "./files.ts";
import { LocalResolver } from "./local-resolver.ts";

/** Redocly, for reading only: the structure of the document must be right, and nothing is fetched from the network. */
export function readingConfig(): Promise<Config> {
  return createConfig({ extends: ["spec"] });
}

/** Beyond the structure of OpenAPI: what generated code relies on, and what keeps examples true. */
const CHOSEN = Object.fromEntries(
  Object.entries<Rule>(RULES).flatMap(([id, { redocly, severity }]) =>
    redocly === "chosen" ? [[id, severity === "error" ? "error" : "warn"] as const] : [],
  ),
);

/** What every rule of Redocly's in the table finds. */
export async function lintWithRedocly(path: string): Promise<readonly Diagnostic[]> {
  const config = await createConfig({ extends: ["spec"], rules: CHOSEN });
  const problems = await lint({ ref: resolve(path), config, externalRefResolver: new LocalResolver(DISK) });
  return problems.map((problem) => fromRedocly(problem));
}

/** Redocly's problem as ours; its pointer leads into the file that it is in. */
export function fromRedocly(problem: NormalizedProblem, display: (path: string) => string = displayPath): Diagnostic {
  const [location] = problem.location;
  const { line, col: column } = location === undefined ? { line: 1, col: 1 } : getLineColLocation(location).start;
  const file = display(location?.source.absoluteRef ?? "");
  return diagnose(
    ruleOf(problem.ruleId),
    { placeOf: () => ({ file, line, column }) },
    location?.pointer ?? "#",
    `${problem.message.trim().replace(/\s*\n\s*/g, " ")}${danglingReference(problem, line)}`,
    { severity: problem.severity === "error" ? "error" : "warning" },
  );
}

function ruleOf(id: string): RuleId {
  if (id === "bundler") return "reference";
  return Object.hasOwn(RULES, id) ? (id as RuleId) : "struct";
}

/** What it is that cannot be resolved, as it stands in the text. */
function danglingReference({ ruleId, message, location: [location] }: NormalizedProblem, line: number): string {
  if (ruleId !== "no-unresolved-refs" || !message.endsWith("$ref")) return "";
  const text = location?.source.body.split("\n")[line - 1] ?? "";
  const [, reference] = /\$ref["']?\s*:\s*["']?([^\s"',}]+)/.exec(text) ?? [];
  return reference === undefined ? "" : ` ${reference}: there is no such place`;
}

import { resolve } from "node:path";
import { type Config, createConfig, getLineColLocation, lint, type NormalizedProblem } from "@redocly/openapi-core";
import { displayPath } from "./display-path.ts";
import { DISK } from "./files.ts";
import { LocalResolver } from "./local-resolver.ts";
import type { Problem } from "./problem.ts";

/** Rules beyond the structure of OpenAPI itself: what the generated code relies on, and what keeps examples true. */
const RULES = {
  "no-invalid-media-type-examples": "error",
  "no-invalid-parameter-examples": "error",
  "no-invalid-schema-examples": "error",
  "no-path-trailing-slash": "error",
  "no-identical-paths": "error",
  "operation-operationId": "error",
  "operation-operationId-unique": "error",
  "path-parameters-defined": "error",
  "path-declaration-must-exist": "error",
  "path-not-include-query": "error",
  "security-defined": "error",
  "no-enum-type-mismatch": "error",
  "no-undefined-server-variable": "error",
  "no-required-schema-properties-undefined": "warn",
  "no-unused-components": "warn",
} as const;

/** Redocly, for reading only: the structure of the document must be right, and nothing is fetched from the network. */
export function readingConfig(): Promise<Config> {
  return createConfig({ extends: ["spec"] });
}

/** What every rule of `codegen lint` finds. */
export async function lintWithRedocly(path: string): Promise<readonly Problem[]> {
  const config = await createConfig({ extends: ["spec"], rules: RULES });
  const problems = await lint({ ref: resolve(path), config, externalRefResolver: new LocalResolver(DISK) });
  return problems.map((problem) => fromRedocly(problem));
}

/** Redocly's problem as ours. */
export function fromRedocly(problem: NormalizedProblem, display: (path: string) => string = displayPath): Problem {
  const [location] = problem.location;
  const start = location === undefined ? { line: 1, col: 1 } : getLineColLocation(location).start;
  return {
    file: display(location?.source.absoluteRef ?? ""),
    line: start.line,
    column: start.col,
    rule: problem.ruleId === "bundler" ? "reference" : problem.ruleId,
    message: `${problem.message.trim().replace(/\s*\n\s*/g, " ")}${danglingReference(problem, start.line)}`,
    severity: problem.severity === "error" ? "error" : "warning",
  };
}

/** What it is that cannot be resolved, as it stands in the text. */
function danglingReference({ ruleId, message, location: [location] }: NormalizedProblem, line: number): string {
  if (ruleId !== "no-unresolved-refs" || !message.endsWith("$ref")) return "";
  const text = location?.source.body.split("\n")[line - 1] ?? "";
  const [, reference] = /\$ref["']?\s*:\s*["']?([^\s"',}]+)/.exec(text) ?? [];
  return reference === undefined ? "" : ` ${reference}: there is no such place`;
}

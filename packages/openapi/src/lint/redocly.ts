import { resolve as absolute } from "node:path";
import { createConfig, lint, type NormalizedProblem } from "@redocly/openapi-core";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { RULES, type Rule } from "../diagnostics/rules.ts";
import { DISK } from "../document/files.ts";
import { LocalResolver } from "../document/local-resolver.ts";
import { fromRedocly } from "../document/redocly.ts";

/** Beyond the structure of OpenAPI: what generated code relies on, and what keeps examples true. */
const CHOSEN = Object.fromEntries(
  Object.entries<Rule>(RULES).flatMap(([id, { redocly, severity }]) =>
    redocly === "chosen" ? [[id, severity === "error" ? "error" : "warn"] as const] : [],
  ),
);

/** What Redocly finds in a document: its set `spec`, and the rules of ours that are chosen. */
export async function lintWithRedocly(path: string): Promise<readonly Diagnostic[]> {
  const config = await createConfig({ extends: ["spec"], rules: CHOSEN });
  const problems = await lint({ ref: absolute(path), config, externalRefResolver: new LocalResolver(DISK) });
  return problems.map((problem: NormalizedProblem) => fromRedocly(problem));
}

import { resolve } from "node:path";
import { createConfig, lint, type NormalizedProblem } from "@redocly/openapi-core";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { RULES, type Rule } from "../diagnostics/rules.ts";
import { openFiles } from "../document/bundle.ts";
import { inDeepStack } from "../document/deep-stack.ts";
import { DISK } from "../document/files.ts";
import { fromRedocly } from "../document/redocly.ts";

/** Beyond the structure of OpenAPI: what generated code relies on, and what keeps examples true. */
const CHOSEN = Object.fromEntries(
  Object.entries<Rule>(RULES).flatMap(([id, { redocly, severity }]) =>
    redocly === "chosen" ? [[id, severity === "error" ? "error" : "warn"] as const] : [],
  ),
);

/** What Redocly finds in a document: its set `spec`, and the rules of ours that are chosen. */
export function lintWithRedocly(path: string): Promise<readonly Diagnostic[]> {
  return redoclyDiagnostics(path).catch((reason: unknown) => {
    if (reason instanceof RangeError) return inDeepStack(import.meta.url, redoclyDiagnostics, path);
    throw reason;
  });
}

/** @public A thread calls it by its name. */
export async function redoclyDiagnostics(path: string): Promise<readonly Diagnostic[]> {
  const config = await createConfig({ extends: ["spec"], rules: CHOSEN });
  const { resolver } = await openFiles(resolve(path), DISK, true);
  const problems = await lint({ ref: resolve(path), config, externalRefResolver: resolver });
  const found = problems.map((problem: NormalizedProblem) => fromRedocly(problem));
  // Nothing but a row of references refers to those in its midst.
  return resolver.isShortened ? found.filter(({ rule }) => rule !== "no-unused-components") : found;
}

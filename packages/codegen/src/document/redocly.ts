import { relative, resolve } from "node:path";
import {
  type Config,
  createConfig,
  getLineColLocation,
  type NormalizedProblem,
  type Source,
} from "@redocly/openapi-core";
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

/** Redocly with every rule of `codegen lint`. */
export function lintingConfig(): Promise<Config> {
  return createConfig({ extends: ["spec"], rules: RULES });
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
    message: problem.message.trim().replace(/\s*\n\s*/g, " "),
    severity: problem.severity === "error" ? "error" : "warning",
  };
}

/** Where a JSON Pointer is in a source text; the nearest thing around it where nothing is there. */
export function positionOf(source: Source, pointer: string): { readonly line: number; readonly column: number } {
  const { start } = getLineColLocation({ source, pointer, reportOnKey: true });
  return { line: start.line, column: start.col };
}

/** A path relative to the working directory, unless that leads out of it. */
export function displayPath(file: string): string {
  const path = relative(process.cwd(), resolve(file));
  return path.startsWith("..") || path === "" ? file : path;
}

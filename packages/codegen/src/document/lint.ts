import { resolve } from "node:path";
import { lint } from "@redocly/openapi-core";
import { LocalResolver } from "./local-resolver.ts";
import type { Problem } from "./problem.ts";
import { DocumentError } from "./problem.ts";
import { readDocument } from "./read.ts";
import { fromRedocly, lintingConfig } from "./redocly.ts";

/** Every problem of a document, in the order of the text. A document that cannot even be read gives the reason alone. */
export async function lintDocument(path: string): Promise<readonly Problem[]> {
  try {
    await readDocument(path);
  } catch (error) {
    if (error instanceof DocumentError) return error.problems;
    throw error;
  }
  const problems = await lint({
    ref: resolve(path),
    config: await lintingConfig(),
    externalRefResolver: new LocalResolver(),
  });
  return problems.map(fromRedocly).sort((a, b) => a.line - b.line || a.column - b.column || compare(a.rule, b.rule));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

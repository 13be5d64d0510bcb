import { resolve } from "node:path";
import { lint } from "@redocly/openapi-core";
import { DISK } from "./files.ts";
import { LocalResolver } from "./local-resolver.ts";
import type { Problem } from "./problem.ts";
import { openDocument } from "./read.ts";
import { fromRedocly, lintingConfig } from "./redocly.ts";

/**
 * Every problem of a document, in the order of the text.
 *
 * @throws {DocumentError} when there is nothing to look at: the file cannot be read, or is not OpenAPI 3.0 or 3.1.
 */
export async function lintDocument(path: string): Promise<readonly Problem[]> {
  await openDocument(path);
  const problems = await lint({
    ref: resolve(path),
    config: await lintingConfig(),
    externalRefResolver: new LocalResolver(DISK),
  });
  return problems
    .map((problem) => fromRedocly(problem))
    .sort((a, b) => a.line - b.line || a.column - b.column || compare(a.rule, b.rule));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

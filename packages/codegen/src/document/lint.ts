import type { Problem } from "./problem.ts";
import { openDocument } from "./read.ts";

/**
 * Every problem of a document, in the order of the text.
 *
 * @throws {DocumentError} when there is nothing to look at: the file cannot be read, or is not OpenAPI 3.0 or 3.1.
 */
export async function lintDocument(path: string): Promise<readonly Problem[]> {
  await openDocument(path);
  // Loaded here because nothing else needs it, and it takes longer than to generate a small document.
  const { lintWithRedocly } = await import("./redocly.ts");
  const problems = await lintWithRedocly(path);
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column || compare(a.rule, b.rule));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

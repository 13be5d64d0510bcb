import { type Diagnostic, DocumentError, diagnose } from "../diagnostics/diagnostic.ts";
import { openDocument, readDocument } from "../document/read.ts";
import { unusableServers } from "../document/servers.ts";

/**
 * Every problem of a document, in the order of the text.
 *
 * @throws {DocumentError} when there is nothing to look at: the file cannot be read, or is not OpenAPI 3.0 or 3.1.
 */
export async function lintDocument(path: string): Promise<readonly Diagnostic[]> {
  const opened = await openDocument(path);
  const { root } = opened;
  if (typeof root.openapi !== "string") {
    const message = `expected a text such as "3.1.0", received the number ${root.openapi}; put it in quotation marks`;
    return [diagnose("version", opened, "#/openapi", message)];
  }
  // Loaded here because nothing else needs it, and it takes longer than to generate a small document.
  const { lintWithRedocly } = await import("../document/redocly.ts");
  const problems = await lintWithRedocly(path).catch(async (reason: unknown) => {
    // At a circle of references it gives up without saying where; what reads documents does.
    await readDocument(path);
    const message = reason instanceof Error ? reason.message : String(reason);
    throw new DocumentError([diagnose("structure", opened, "#", message)]);
  });
  const servers = unusableServers(root, opened);
  return [...problems, ...servers].toSorted(
    (a, b) => a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

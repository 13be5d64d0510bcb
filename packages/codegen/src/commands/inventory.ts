import { resolve } from "node:path";
import {
  counted,
  formatDiagnostics,
  type InventoryEntry,
  inventoryDocument,
  type ReportFormat,
  visible,
} from "@earmark/openapi";
import { documentAt } from "../workspace/documents.ts";
import type { ExitCode, Io } from "./io.ts";

/** `codegen lint --inventory`: what becomes of each field and keyword of every document; exits as `codegen lint` does. */
export async function inventory(files: readonly string[], format: ReportFormat, io: Io): Promise<ExitCode> {
  const entries: InventoryEntry[] = [];
  let code: ExitCode = 0;
  for (const file of files) {
    const path = resolve(io.cwd, file);
    const { overlays, filter } = (await documentAt(path)) ?? {};
    const { document, diagnostics, entries: found } = await inventoryDocument(path, overlays, filter);
    if (document === undefined) {
      for (const line of formatDiagnostics(diagnostics)) io.err(line);
      code = 2;
      continue;
    }
    entries.push(...found);
    io.err(`${visible(file)}: ${summaryOf(found)}`);
    if (code === 0 && diagnostics.some(({ severity }) => severity === "error")) code = 1;
  }
  if (format === "json") io.out(JSON.stringify(entries, null, 2));
  else for (const entry of entries) io.out(asLine(entry));
  return code;
}

/** `file:line:column pointer verdict`, the form that editors link. */
function asLine({ file, line, column, pointer, verdict, into, rules, reason }: InventoryEntry): string {
  const packages = verdict === "generated" ? ` into ${into.join(", ")}` : "";
  const by = rules.length === 0 ? "" : ` (${rules.join(", ")})`;
  return visible(
    `${file}:${line}:${column} ${pointer} ${verdict}${packages}${by}${reason === undefined ? "" : `: ${reason}`}`,
  );
}

const VERDICTS = ["generated", "documentation", "not generated", "reported", "refused"] as const;

function summaryOf(entries: readonly InventoryEntry[]): string {
  const counts = VERDICTS.map((verdict) => `${entries.filter((entry) => entry.verdict === verdict).length} ${verdict}`);
  return `${counted(entries.length, "field")}: ${counts.join(", ")}`;
}

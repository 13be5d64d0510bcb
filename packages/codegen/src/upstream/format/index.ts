import type { Report } from "../comparison.ts";
import { formatJson } from "./json.ts";
import { formatMarkdown } from "./markdown.ts";
import { formatText } from "./text.ts";

export type ReportFormat = "text" | "json" | "markdown";

const FORMATS: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  text: formatText,
  json: formatJson,
  markdown: formatMarkdown,
};

/** A report for a terminal, a program, or an issue. */
export function formatReport(report: Report, format: ReportFormat): string {
  return FORMATS[format](report);
}

import { hasFindings, type Report } from "../comparison.ts";

/** `{ found, provider, comparisons: [{ document, drifts, repairs, … }], notTakenOver }`, for programs. */
export function formatJson(report: Report): string {
  return JSON.stringify({ found: hasFindings(report), ...report }, null, 2);
}

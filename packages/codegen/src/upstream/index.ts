export { compareWithProvider } from "./compare-with-provider.ts";
export { hasFindings } from "./comparison.ts";
export { formatReport, type ReportFormat } from "./format/index.ts";

export { CoverageReporter, type CoverageReporterOptions } from "./coverage-reporter.ts";
export type { KnownGap } from "./gaps/find-gaps.ts";
export { recordExchanges } from "./record-exchanges.ts";

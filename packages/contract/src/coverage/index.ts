export { CoverageReporter, type CoverageReporterOptions } from "./coverage-reporter.ts";
export type { KnownGap } from "./measure/gaps.ts";
export { recordExchanges } from "./record-exchanges.ts";

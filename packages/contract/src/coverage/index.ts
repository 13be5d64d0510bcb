export { CoverageReporter, type CoverageReporterOptions } from "./coverage-reporter.ts";
export { recordExchanges } from "./record-exchanges.ts";

export { CoverageReporter } from "./coverage-reporter.ts";
export { recordExchanges } from "./record-exchanges.ts";

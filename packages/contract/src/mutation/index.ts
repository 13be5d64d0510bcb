export {
  readingField,
  readingForms,
  readingHeader,
  readingPaths,
  readingQuery,
  readingValues,
} from "./faults/reading.ts";
export { type Body, refusing, responding, telling, withField, withHeader, withStatus } from "./faults/responding.ts";
export { type ReadContract, readContract, serveInProcess } from "./in-process.ts";
export { ScoreReporter } from "./score-reporter.ts";
export { judge, suiteOf } from "./suite.ts";
export { testFaults } from "./test-faults.ts";

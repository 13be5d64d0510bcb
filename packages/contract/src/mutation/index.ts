export {
  answering,
  type Body,
  refusing,
  telling,
  withField,
  withHeader,
  withStatus,
} from "./faults/answering.ts";
export {
  readingField,
  readingForms,
  readingHeader,
  readingPaths,
  readingQuery,
  readingValues,
} from "./faults/asking.ts";
export { documentFaults, oneOfEachKind } from "./faults/document-faults.ts";
export { type ReadContract, readContract, serveInProcess } from "./in-process.ts";
export { ScoreReporter } from "./score-reporter.ts";
export { type CaseGroup, judge, serverGroups, suiteOf, type Verdict } from "./suite.ts";

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
export { type Agreed, agree, gather } from "./parties.ts";
export { ScoreReporter } from "./score-reporter.ts";
export { judge, type Layer, serverLayers, suiteOf, type Verdict } from "./suite.ts";

// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
export {
  AccountSid,
  CallSid,
  Callee,
  Caller,
  ListCallSummariesCallScoreAnnotation,
  ListCallSummariesCallType,
  ListCallSummariesConnectivityIssueAnnotation,
  ListCallSummariesDirection,
  ListCallSummariesFrom,
  ListCallSummariesFromCarrier,
  ListCallSummariesFromCountryCode,
  ListCallSummariesHasTag,
  ListCallSummariesPage,
  ListCallSummariesPageSize,
  ListCallSummariesPageToken,
  ListCallSummariesProcessingState,
  ListCallSummariesQualityIssueAnnotation,
  ListCallSummariesSortBy,
  ListCallSummariesSpamAnnotation,
  ListCallSummariesTo,
  ListCallSummariesToCarrier,
  ListCallSummariesToCountryCode,
  TimeBound,
} from "./validators.gen.js";
import * as $checks from "./checks.gen.js";
import { makeEnumValidator, makeValidator } from "@earmark/validation/runtime";

export const AnsweredBy = /* @__PURE__ */ makeEnumValidator("AnsweredBy", $checks.checkAnsweredByInput, $checks.answeredByValues, 2);
export const CallProperties = /* @__PURE__ */ makeValidator("CallProperties", $checks.checkCallPropertiesStrict, 2);
export const CallState = /* @__PURE__ */ makeEnumValidator("CallState", $checks.checkCallStateInput, $checks.callStateValues, 2);
export const CallSummary = /* @__PURE__ */ makeValidator("CallSummary", $checks.checkCallSummaryStrict, 2);
export const CallSummaryAnnotation = /* @__PURE__ */ makeValidator("CallSummaryAnnotation", $checks.checkCallSummaryAnnotationStrict, 2);
export const CallSummaryPage = /* @__PURE__ */ makeValidator("CallSummaryPage", $checks.checkCallSummaryPageStrict, 2);
export const CallType = /* @__PURE__ */ makeEnumValidator("CallType", $checks.checkCallTypeInput, $checks.callTypeValues, 2);
export const ConnectivityIssue = /* @__PURE__ */ makeEnumValidator("ConnectivityIssue", $checks.checkConnectivityIssueInput, $checks.connectivityIssueValues, 2);
export const DetectedAnsweredBy = /* @__PURE__ */ makeEnumValidator("DetectedAnsweredBy", $checks.checkDetectedAnsweredByInput, $checks.detectedAnsweredByValues, 2);
export const Direction = /* @__PURE__ */ makeEnumValidator("Direction", $checks.checkDirectionInput, $checks.directionValues, 2);
export const ErrorResponse = /* @__PURE__ */ makeValidator("ErrorResponse", $checks.checkErrorResponseStrict, 2);
export const PageMeta = /* @__PURE__ */ makeValidator("PageMeta", $checks.checkPageMetaStrict, 2);
export const ProcessingState = /* @__PURE__ */ makeEnumValidator("ProcessingState", $checks.checkProcessingStateStrict, $checks.processingStateValues, 2);
export const QualityIssue = /* @__PURE__ */ makeEnumValidator("QualityIssue", $checks.checkQualityIssueInput, $checks.qualityIssueInputValues, 2);

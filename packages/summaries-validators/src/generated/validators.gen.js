// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import {
  answeredByValues,
  callStateValues,
  callTypeValues,
  checkAccountSid,
  checkAnsweredBy,
  checkAnsweredByInput,
  checkCallProperties,
  checkCallSid,
  checkCallState,
  checkCallStateInput,
  checkCallSummary,
  checkCallSummaryAnnotation,
  checkCallSummaryPage,
  checkCallType,
  checkCallTypeInput,
  checkCallee,
  checkCaller,
  checkConnectivityIssue,
  checkConnectivityIssueInput,
  checkDetectedAnsweredBy,
  checkDetectedAnsweredByInput,
  checkDirection,
  checkDirectionInput,
  checkErrorResponse,
  checkListCallSummariesCallScoreAnnotation,
  checkListCallSummariesCallType,
  checkListCallSummariesConnectivityIssueAnnotation,
  checkListCallSummariesDirection,
  checkListCallSummariesFrom,
  checkListCallSummariesFromCarrier,
  checkListCallSummariesFromCountryCode,
  checkListCallSummariesHasTag,
  checkListCallSummariesPage,
  checkListCallSummariesPageSize,
  checkListCallSummariesPageToken,
  checkListCallSummariesProcessingState,
  checkListCallSummariesQualityIssueAnnotation,
  checkListCallSummariesSortBy,
  checkListCallSummariesSpamAnnotation,
  checkListCallSummariesTo,
  checkListCallSummariesToCarrier,
  checkListCallSummariesToCountryCode,
  checkPageMeta,
  checkProcessingState,
  checkQualityIssue,
  checkQualityIssueInput,
  checkTimeBound,
  connectivityIssueValues,
  detectedAnsweredByValues,
  directionValues,
  listCallSummariesProcessingStateValues,
  listCallSummariesSortByValues,
  processingStateValues,
  qualityIssueInputValues,
} from "./checks.gen.js";
import { makeEnumValidator, makeValidator } from "@earmark/validation/runtime";

/** SID of an account. */
export const AccountSid = /* @__PURE__ */ makeValidator("AccountSid", checkAccountSid, 1);

/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export const AnsweredBy = /* @__PURE__ */ makeEnumValidator("AnsweredBy", checkAnsweredBy, answeredByValues, 1);

/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export const AnsweredByInput = /* @__PURE__ */ makeEnumValidator("AnsweredByInput", checkAnsweredByInput, answeredByValues, 1);

/**
 * What is known about a call as a whole. *Inferred* from the provider's examples, which show
 * more.
 */
export const CallProperties = /* @__PURE__ */ makeValidator("CallProperties", checkCallProperties, 1);

/** SID of a call. */
export const CallSid = /* @__PURE__ */ makeValidator("CallSid", checkCallSid, 1);

/** How a call ended, or how far it is. */
export const CallState = /* @__PURE__ */ makeEnumValidator("CallState", checkCallState, callStateValues, 1);

/** How a call ended, or how far it is. */
export const CallStateInput = /* @__PURE__ */ makeEnumValidator("CallStateInput", checkCallStateInput, callStateValues, 1);

/**
 * What the provider knows about a call. Every field may be `null`, and the provider promises
 * none of them to be there. It sends more about each part of the network than is described
 * here.
 */
export const CallSummary = /* @__PURE__ */ makeValidator("CallSummary", checkCallSummary, 1);

/**
 * What people and programs noted about a call. *Inferred*: the provider gives no schema; the
 * fields are those of the annotation without what the summary says already.
 */
export const CallSummaryAnnotation = /* @__PURE__ */ makeValidator("CallSummaryAnnotation", checkCallSummaryAnnotation, 1);

/** A page of calls, and where the others are. */
export const CallSummaryPage = /* @__PURE__ */ makeValidator("CallSummaryPage", checkCallSummaryPage, 1);

/** How a call was made. The provider's prose does not list `whatsapp`. */
export const CallType = /* @__PURE__ */ makeEnumValidator("CallType", checkCallType, callTypeValues, 1);

/** How a call was made. The provider's prose does not list `whatsapp`. */
export const CallTypeInput = /* @__PURE__ */ makeEnumValidator("CallTypeInput", checkCallTypeInput, callTypeValues, 1);

/** Who was called. *Inferred* from the provider's examples, which show more. Personal data. */
export const Callee = /* @__PURE__ */ makeValidator("Callee", checkCallee, 1);

/** Who called. *Inferred* from the provider's examples, which show more. Personal data. */
export const Caller = /* @__PURE__ */ makeValidator("Caller", checkCaller, 1);

/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export const ConnectivityIssue = /* @__PURE__ */ makeEnumValidator("ConnectivityIssue", checkConnectivityIssue, connectivityIssueValues, 1);

/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export const ConnectivityIssueInput = /* @__PURE__ */ makeEnumValidator("ConnectivityIssueInput", checkConnectivityIssueInput, connectivityIssueValues, 1);

/** Who answered a call, as answering machine detection saw it. */
export const DetectedAnsweredBy = /* @__PURE__ */ makeEnumValidator("DetectedAnsweredBy", checkDetectedAnsweredBy, detectedAnsweredByValues, 1);

/** Who answered a call, as answering machine detection saw it. */
export const DetectedAnsweredByInput = /* @__PURE__ */ makeEnumValidator("DetectedAnsweredByInput", checkDetectedAnsweredByInput, detectedAnsweredByValues, 1);

/** Where a call came from. */
export const Direction = /* @__PURE__ */ makeEnumValidator("Direction", checkDirection, directionValues, 1);

/** Where a call came from. */
export const DirectionInput = /* @__PURE__ */ makeEnumValidator("DirectionInput", checkDirectionInput, directionValues, 1);

/** What went wrong. *Inferred*: the format of the provider's other APIs. */
export const ErrorResponse = /* @__PURE__ */ makeValidator("ErrorResponse", checkErrorResponse, 1);

export const ListCallSummariesCallScoreAnnotation = /* @__PURE__ */ makeValidator("ListCallSummariesCallScoreAnnotation", checkListCallSummariesCallScoreAnnotation, 1);

export const ListCallSummariesCallType = /* @__PURE__ */ makeValidator("ListCallSummariesCallType", checkListCallSummariesCallType, 1);

export const ListCallSummariesConnectivityIssueAnnotation = /* @__PURE__ */ makeValidator("ListCallSummariesConnectivityIssueAnnotation", checkListCallSummariesConnectivityIssueAnnotation, 1);

export const ListCallSummariesDirection = /* @__PURE__ */ makeValidator("ListCallSummariesDirection", checkListCallSummariesDirection, 1);

export const ListCallSummariesFrom = /* @__PURE__ */ makeValidator("ListCallSummariesFrom", checkListCallSummariesFrom, 1);

export const ListCallSummariesFromCarrier = /* @__PURE__ */ makeValidator("ListCallSummariesFromCarrier", checkListCallSummariesFromCarrier, 1);

export const ListCallSummariesFromCountryCode = /* @__PURE__ */ makeValidator("ListCallSummariesFromCountryCode", checkListCallSummariesFromCountryCode, 1);

export const ListCallSummariesHasTag = /* @__PURE__ */ makeValidator("ListCallSummariesHasTag", checkListCallSummariesHasTag, 1);

export const ListCallSummariesPage = /* @__PURE__ */ makeValidator("ListCallSummariesPage", checkListCallSummariesPage, 1);

export const ListCallSummariesPageSize = /* @__PURE__ */ makeValidator("ListCallSummariesPageSize", checkListCallSummariesPageSize, 1);

export const ListCallSummariesPageToken = /* @__PURE__ */ makeValidator("ListCallSummariesPageToken", checkListCallSummariesPageToken, 1);

export const ListCallSummariesProcessingState = /* @__PURE__ */ makeEnumValidator("ListCallSummariesProcessingState", checkListCallSummariesProcessingState, listCallSummariesProcessingStateValues, 1);

export const ListCallSummariesQualityIssueAnnotation = /* @__PURE__ */ makeValidator("ListCallSummariesQualityIssueAnnotation", checkListCallSummariesQualityIssueAnnotation, 1);

export const ListCallSummariesSortBy = /* @__PURE__ */ makeEnumValidator("ListCallSummariesSortBy", checkListCallSummariesSortBy, listCallSummariesSortByValues, 1);

export const ListCallSummariesSpamAnnotation = /* @__PURE__ */ makeValidator("ListCallSummariesSpamAnnotation", checkListCallSummariesSpamAnnotation, 1);

export const ListCallSummariesTo = /* @__PURE__ */ makeValidator("ListCallSummariesTo", checkListCallSummariesTo, 1);

export const ListCallSummariesToCarrier = /* @__PURE__ */ makeValidator("ListCallSummariesToCarrier", checkListCallSummariesToCarrier, 1);

export const ListCallSummariesToCountryCode = /* @__PURE__ */ makeValidator("ListCallSummariesToCountryCode", checkListCallSummariesToCountryCode, 1);

/** Which page this is, and where the others are. */
export const PageMeta = /* @__PURE__ */ makeValidator("PageMeta", checkPageMeta, 1);

/** How far a summary is. */
export const ProcessingState = /* @__PURE__ */ makeEnumValidator("ProcessingState", checkProcessingState, processingStateValues, 1);

/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export const QualityIssue = /* @__PURE__ */ makeEnumValidator("QualityIssue", checkQualityIssue, qualityIssueInputValues, 1);

/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export const QualityIssueInput = /* @__PURE__ */ makeEnumValidator("QualityIssueInput", checkQualityIssueInput, qualityIssueInputValues, 1);

/** A time in ISO 8601 format, or how long ago in minutes, hours, days or weeks. */
export const TimeBound = /* @__PURE__ */ makeValidator("TimeBound", checkTimeBound, 1);

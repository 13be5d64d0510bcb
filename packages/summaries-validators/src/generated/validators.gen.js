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
export const AccountSid = /* @__PURE__ */ makeValidator("AccountSid", checkAccountSid);

/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export const AnsweredBy = /* @__PURE__ */ makeEnumValidator("AnsweredBy", checkAnsweredBy, answeredByValues);

/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export const AnsweredByInput = /* @__PURE__ */ makeEnumValidator("AnsweredByInput", checkAnsweredByInput, answeredByValues);

/**
 * What is known about a call as a whole. *Inferred* from the provider's examples, which show
 * more.
 */
export const CallProperties = /* @__PURE__ */ makeValidator("CallProperties", checkCallProperties);

/** SID of a call. */
export const CallSid = /* @__PURE__ */ makeValidator("CallSid", checkCallSid);

/** How a call ended, or how far it is. */
export const CallState = /* @__PURE__ */ makeEnumValidator("CallState", checkCallState, callStateValues);

/** How a call ended, or how far it is. */
export const CallStateInput = /* @__PURE__ */ makeEnumValidator("CallStateInput", checkCallStateInput, callStateValues);

/**
 * What the provider knows about a call. Every field may be `null`, and the provider promises
 * none of them to be there. It sends more about each part of the network than is described
 * here.
 */
export const CallSummary = /* @__PURE__ */ makeValidator("CallSummary", checkCallSummary);

/**
 * What people and programs noted about a call. *Inferred*: the provider gives no schema; the
 * fields are those of the annotation without what the summary says already.
 */
export const CallSummaryAnnotation = /* @__PURE__ */ makeValidator("CallSummaryAnnotation", checkCallSummaryAnnotation);

/** A page of calls, and where the others are. */
export const CallSummaryPage = /* @__PURE__ */ makeValidator("CallSummaryPage", checkCallSummaryPage);

/** How a call was made. The provider's prose does not list `whatsapp`. */
export const CallType = /* @__PURE__ */ makeEnumValidator("CallType", checkCallType, callTypeValues);

/** How a call was made. The provider's prose does not list `whatsapp`. */
export const CallTypeInput = /* @__PURE__ */ makeEnumValidator("CallTypeInput", checkCallTypeInput, callTypeValues);

/** Who was called. *Inferred* from the provider's examples, which show more. Personal data. */
export const Callee = /* @__PURE__ */ makeValidator("Callee", checkCallee);

/** Who called. *Inferred* from the provider's examples, which show more. Personal data. */
export const Caller = /* @__PURE__ */ makeValidator("Caller", checkCaller);

/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export const ConnectivityIssue = /* @__PURE__ */ makeEnumValidator("ConnectivityIssue", checkConnectivityIssue, connectivityIssueValues);

/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export const ConnectivityIssueInput = /* @__PURE__ */ makeEnumValidator("ConnectivityIssueInput", checkConnectivityIssueInput, connectivityIssueValues);

/** Who answered a call, as answering machine detection saw it. */
export const DetectedAnsweredBy = /* @__PURE__ */ makeEnumValidator("DetectedAnsweredBy", checkDetectedAnsweredBy, detectedAnsweredByValues);

/** Who answered a call, as answering machine detection saw it. */
export const DetectedAnsweredByInput = /* @__PURE__ */ makeEnumValidator("DetectedAnsweredByInput", checkDetectedAnsweredByInput, detectedAnsweredByValues);

/** Where a call came from. */
export const Direction = /* @__PURE__ */ makeEnumValidator("Direction", checkDirection, directionValues);

/** Where a call came from. */
export const DirectionInput = /* @__PURE__ */ makeEnumValidator("DirectionInput", checkDirectionInput, directionValues);

/** What went wrong. *Inferred*: the format of the provider's other APIs. */
export const ErrorResponse = /* @__PURE__ */ makeValidator("ErrorResponse", checkErrorResponse);

export const ListCallSummariesCallScoreAnnotation = /* @__PURE__ */ makeValidator("ListCallSummariesCallScoreAnnotation", checkListCallSummariesCallScoreAnnotation);

export const ListCallSummariesCallType = /* @__PURE__ */ makeValidator("ListCallSummariesCallType", checkListCallSummariesCallType);

export const ListCallSummariesConnectivityIssueAnnotation = /* @__PURE__ */ makeValidator("ListCallSummariesConnectivityIssueAnnotation", checkListCallSummariesConnectivityIssueAnnotation);

export const ListCallSummariesDirection = /* @__PURE__ */ makeValidator("ListCallSummariesDirection", checkListCallSummariesDirection);

export const ListCallSummariesFrom = /* @__PURE__ */ makeValidator("ListCallSummariesFrom", checkListCallSummariesFrom);

export const ListCallSummariesFromCarrier = /* @__PURE__ */ makeValidator("ListCallSummariesFromCarrier", checkListCallSummariesFromCarrier);

export const ListCallSummariesFromCountryCode = /* @__PURE__ */ makeValidator("ListCallSummariesFromCountryCode", checkListCallSummariesFromCountryCode);

export const ListCallSummariesHasTag = /* @__PURE__ */ makeValidator("ListCallSummariesHasTag", checkListCallSummariesHasTag);

export const ListCallSummariesPage = /* @__PURE__ */ makeValidator("ListCallSummariesPage", checkListCallSummariesPage);

export const ListCallSummariesPageSize = /* @__PURE__ */ makeValidator("ListCallSummariesPageSize", checkListCallSummariesPageSize);

export const ListCallSummariesPageToken = /* @__PURE__ */ makeValidator("ListCallSummariesPageToken", checkListCallSummariesPageToken);

export const ListCallSummariesProcessingState = /* @__PURE__ */ makeEnumValidator("ListCallSummariesProcessingState", checkListCallSummariesProcessingState, listCallSummariesProcessingStateValues);

export const ListCallSummariesQualityIssueAnnotation = /* @__PURE__ */ makeValidator("ListCallSummariesQualityIssueAnnotation", checkListCallSummariesQualityIssueAnnotation);

export const ListCallSummariesSortBy = /* @__PURE__ */ makeEnumValidator("ListCallSummariesSortBy", checkListCallSummariesSortBy, listCallSummariesSortByValues);

export const ListCallSummariesSpamAnnotation = /* @__PURE__ */ makeValidator("ListCallSummariesSpamAnnotation", checkListCallSummariesSpamAnnotation);

export const ListCallSummariesTo = /* @__PURE__ */ makeValidator("ListCallSummariesTo", checkListCallSummariesTo);

export const ListCallSummariesToCarrier = /* @__PURE__ */ makeValidator("ListCallSummariesToCarrier", checkListCallSummariesToCarrier);

export const ListCallSummariesToCountryCode = /* @__PURE__ */ makeValidator("ListCallSummariesToCountryCode", checkListCallSummariesToCountryCode);

/** Which page this is, and where the others are. */
export const PageMeta = /* @__PURE__ */ makeValidator("PageMeta", checkPageMeta);

/** How far a summary is. */
export const ProcessingState = /* @__PURE__ */ makeEnumValidator("ProcessingState", checkProcessingState, processingStateValues);

/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export const QualityIssue = /* @__PURE__ */ makeEnumValidator("QualityIssue", checkQualityIssue, qualityIssueInputValues);

/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export const QualityIssueInput = /* @__PURE__ */ makeEnumValidator("QualityIssueInput", checkQualityIssueInput, qualityIssueInputValues);

/** A time in ISO 8601 format, or how long ago in minutes, hours, days or weeks. */
export const TimeBound = /* @__PURE__ */ makeValidator("TimeBound", checkTimeBound);

// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import {
  answeredByValues,
  checkAccountSid,
  checkAnnotation,
  checkAnsweredBy,
  checkCallSid,
  checkConnectivityIssue,
  checkErrorResponse,
  checkQualityIssue,
  checkUpdateAnnotationRequest,
  connectivityIssueValues,
  qualityIssueValues,
} from "./checks.strict.gen.js";
import { makeEnumValidator, makeValidator } from "@earmark/validation/runtime";

/** SID of an account. */
export const AccountSid = /* @__PURE__ */ makeValidator("AccountSid", checkAccountSid, 1);

/**
 * What people and programs noted about a call. Every field may be `null`, and the provider
 * promises none of them to be there.
 */
export const Annotation = /* @__PURE__ */ makeValidator("Annotation", checkAnnotation, 1);

/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export const AnsweredBy = /* @__PURE__ */ makeEnumValidator("AnsweredBy", checkAnsweredBy, answeredByValues, 1);

/** SID of a call. */
export const CallSid = /* @__PURE__ */ makeValidator("CallSid", checkCallSid, 1);

/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export const ConnectivityIssue = /* @__PURE__ */ makeEnumValidator("ConnectivityIssue", checkConnectivityIssue, connectivityIssueValues, 1);

/** What went wrong. *Inferred*: the format of the provider's other APIs. */
export const ErrorResponse = /* @__PURE__ */ makeValidator("ErrorResponse", checkErrorResponse, 1);

/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export const QualityIssue = /* @__PURE__ */ makeEnumValidator("QualityIssue", checkQualityIssue, qualityIssueValues, 1);

/** The fields of an annotation that can be set. What is left out stays as it is. */
export const UpdateAnnotationRequest = /* @__PURE__ */ makeValidator("UpdateAnnotationRequest", checkUpdateAnnotationRequest, 1);

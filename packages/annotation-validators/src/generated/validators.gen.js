// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import * as $checks from "./checks.gen.js";
import { makeEnumValidator, makeValidator } from "@earmark/validation/runtime";

export const AccountSid = /* @__PURE__ */ makeValidator("AccountSid", $checks.checkAccountSid, 2);
export const Annotation = /* @__PURE__ */ makeValidator("Annotation", $checks.checkAnnotation, 2);
export const AnsweredBy = /* @__PURE__ */ makeEnumValidator("AnsweredBy", $checks.checkAnsweredBy, $checks.answeredByValues, 2);
export const AnsweredByInput = /* @__PURE__ */ makeEnumValidator("AnsweredByInput", $checks.checkAnsweredByInput, $checks.answeredByValues, 2);
export const CallSid = /* @__PURE__ */ makeValidator("CallSid", $checks.checkCallSid, 2);
export const ConnectivityIssue = /* @__PURE__ */ makeEnumValidator("ConnectivityIssue", $checks.checkConnectivityIssue, $checks.connectivityIssueValues, 2);
export const ConnectivityIssueInput = /* @__PURE__ */ makeEnumValidator("ConnectivityIssueInput", $checks.checkConnectivityIssueInput, $checks.connectivityIssueValues, 2);
export const ErrorResponse = /* @__PURE__ */ makeValidator("ErrorResponse", $checks.checkErrorResponse, 2);
export const QualityIssue = /* @__PURE__ */ makeEnumValidator("QualityIssue", $checks.checkQualityIssue, $checks.qualityIssueValues, 2);
export const QualityIssueInput = /* @__PURE__ */ makeEnumValidator("QualityIssueInput", $checks.checkQualityIssueInput, $checks.qualityIssueValues, 2);
export const UpdateAnnotationRequest = /* @__PURE__ */ makeValidator("UpdateAnnotationRequest", $checks.checkUpdateAnnotationRequest, 2);

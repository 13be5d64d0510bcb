// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
export { AccountSid, CallSid, UpdateAnnotationRequest } from "./validators.gen.js";
import * as $checks from "./checks.gen.js";
import { makeEnumValidator, makeValidator } from "@earmark/validation/runtime";

export const Annotation = /* @__PURE__ */ makeValidator("Annotation", $checks.checkAnnotationStrict, 2);
export const AnsweredBy = /* @__PURE__ */ makeEnumValidator("AnsweredBy", $checks.checkAnsweredByInput, $checks.answeredByValues, 2);
export const ConnectivityIssue = /* @__PURE__ */ makeEnumValidator("ConnectivityIssue", $checks.checkConnectivityIssueInput, $checks.connectivityIssueValues, 2);
export const ErrorResponse = /* @__PURE__ */ makeValidator("ErrorResponse", $checks.checkErrorResponseStrict, 2);
export const QualityIssue = /* @__PURE__ */ makeEnumValidator("QualityIssue", $checks.checkQualityIssueInput, $checks.qualityIssueValues, 2);

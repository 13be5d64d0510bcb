// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import type { Check } from "@earmark/validation";

export declare const
  answeredByValues: readonly unknown[],
  connectivityIssueValues: readonly unknown[],
  qualityIssueValues: readonly unknown[];
export declare const
  checkAccountSid: Check,
  checkAnnotation: Check,
  checkAnsweredBy: Check,
  checkAnsweredByInput: Check,
  checkCallSid: Check,
  checkConnectivityIssue: Check,
  checkConnectivityIssueInput: Check,
  checkErrorResponse: Check,
  checkQualityIssue: Check,
  checkQualityIssueInput: Check,
  checkUpdateAnnotationRequest: Check;

// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import type { Check } from "@earmark/validation";

export declare const answeredByValues: readonly unknown[];
export declare const connectivityIssueValues: readonly unknown[];
export declare const qualityIssueValues: readonly unknown[];
export declare const checkAccountSid: Check;
export declare const checkAnnotation: Check;
export declare const checkAnsweredBy: Check;
export declare const checkAnsweredByInput: Check;
export declare const checkCallSid: Check;
export declare const checkConnectivityIssue: Check;
export declare const checkConnectivityIssueInput: Check;
export declare const checkErrorResponse: Check;
export declare const checkQualityIssue: Check;
export declare const checkQualityIssueInput: Check;
export declare const checkUpdateAnnotationRequest: Check;

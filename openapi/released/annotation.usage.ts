// All that code can do with what is generated from openapi/annotation.yaml.

import {
  createAnnotationClient,
} from "@earmark/annotation-client";
import type {
  AnnotationClient,
  FetchAnnotationParameters,
  UpdateAnnotationParameters,
} from "@earmark/annotation-client";
import { operations as table } from "@earmark/annotation-client/operations";
import type {
  AccountSid,
  Annotation,
  AnsweredBy,
  AnsweredByInput,
  CallSid,
  ConnectivityIssue,
  ConnectivityIssueInput,
  ErrorResponse,
  QualityIssue,
  QualityIssueInput,
  UpdateAnnotationRequest,
  operations,
  paths,
} from "@earmark/annotation-types";
import type * as strict from "@earmark/annotation-types/strict";
import * as validators from "@earmark/annotation-validators";
import * as strictValidators from "@earmark/annotation-validators/strict";

declare function some<T>(): T;
declare function takes<T>(value: T): void;
type HeaderOf<Responses, Status extends PropertyKey, Name extends PropertyKey> =
  Responses extends { [Key in Status]: { headers: infer Headers } } ? (Name extends keyof Headers ? Headers[Name] : unknown) : never;

takes<AnnotationClient>(createAnnotationClient({ baseUrl: "https://example.com", apiKey: "secret", apiSecret: "secret" }));
const client: AnnotationClient = createAnnotationClient({ baseUrl: "https://example.com", accountSid: "secret", authToken: "secret" });

takes<object>(some<paths["/v1/Voice/{CallSid}/Annotation"]["get"]>());
table.fetchAnnotation;
takes<Promise<Annotation>>(client.fetchAnnotation({ CallSid: some<CallSid>() }));
takes<Annotation>(some<operations["FetchAnnotation"]["responses"][200]["content"]["application/json"]>());
takes<string | undefined>(some<HeaderOf<operations["FetchAnnotation"]["responses"], 429, "Retry-After">>());

takes<object>(some<paths["/v1/Voice/{CallSid}/Annotation"]["post"]>());
table.updateAnnotation;
takes<Promise<Annotation>>(client.updateAnnotation({ CallSid: some<CallSid>() }, some<UpdateAnnotationRequest>()));
takes<Promise<Annotation>>(client.updateAnnotation({ CallSid: some<CallSid>() }));
takes<NonNullable<operations["UpdateAnnotation"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>(some<UpdateAnnotationRequest>());
takes<Annotation>(some<operations["UpdateAnnotation"]["responses"][200]["content"]["application/json"]>());
takes<string | undefined>(some<HeaderOf<operations["UpdateAnnotation"]["responses"], 429, "Retry-After">>());

takes<string>(some<AccountSid>());

takes<object>(some<Annotation>());
takes<AccountSid | null | undefined>(some<Annotation["account_sid"]>());
takes<AnsweredBy | null | undefined>(some<Annotation["answered_by"]>());
takes<number | null | undefined>(some<Annotation["call_score"]>());
takes<CallSid | null | undefined>(some<Annotation["call_sid"]>());
takes<string | null | undefined>(some<Annotation["comment"]>());
takes<ConnectivityIssue | null | undefined>(some<Annotation["connectivity_issue"]>());
takes<string | null | undefined>(some<Annotation["incident"]>());
takes<QualityIssue[] | null | undefined>(some<Annotation["quality_issues"]>());
takes<boolean | null | undefined>(some<Annotation["spam"]>());
takes<string | null | undefined>(some<Annotation["url"]>());

takes<"unknown_answered_by" | "human" | "machine" | (string & Record<never, never>)>(some<AnsweredBy>());

takes<AnsweredByInput>(some<"unknown_answered_by" | "human" | "machine">());

takes<string>(some<CallSid>());

takes<CallSid>(some<string>());

takes<"unknown_connectivity_issue" | "no_connectivity_issue" | "invalid_number" | "caller_id" | "dropped_call" | "number_reachability" | (string & Record<never, never>)>(some<ConnectivityIssue>());

takes<ConnectivityIssueInput>(some<"unknown_connectivity_issue" | "no_connectivity_issue" | "invalid_number" | "caller_id" | "dropped_call" | "number_reachability">());

takes<object>(some<ErrorResponse>());
takes<number>(some<ErrorResponse["code"]>());
takes<object | null | undefined>(some<ErrorResponse["details"]>());
takes<string>(some<ErrorResponse["message"]>());
takes<string | null | undefined>(some<ErrorResponse["more_info"]>());
takes<number>(some<ErrorResponse["status"]>());

takes<"unknown_quality_issue" | "no_quality_issue" | "low_volume" | "choppy_robotic" | "echo" | "dtmf" | "latency" | "owa" | "static_noise" | (string & Record<never, never>)>(some<QualityIssue>());

takes<QualityIssueInput>(some<"unknown_quality_issue" | "no_quality_issue" | "low_volume" | "choppy_robotic" | "echo" | "dtmf" | "latency" | "owa" | "static_noise">());

takes<UpdateAnnotationRequest>({});
takes<UpdateAnnotationRequest["AnsweredBy"]>(some<AnsweredByInput>());
takes<UpdateAnnotationRequest["CallScore"]>(some<1 | 2 | 3 | 4 | 5 | null>());
takes<UpdateAnnotationRequest["Comment"]>(some<string>());
takes<UpdateAnnotationRequest["ConnectivityIssue"]>(some<ConnectivityIssueInput>());
takes<UpdateAnnotationRequest["Incident"]>(some<string>());
takes<UpdateAnnotationRequest["QualityIssues"]>(some<UpdateAnnotationRequest["QualityIssues"]>());
takes<UpdateAnnotationRequest["Spam"]>(some<boolean>());

takes<AccountSid>(validators.AccountSid.parse(some<unknown>()));
takes<Annotation>(validators.Annotation.parse(some<unknown>()));
takes<AnsweredBy>(validators.AnsweredBy.parse(some<unknown>()));
validators.AnsweredBy.values[0] === "unknown_answered_by";
validators.AnsweredBy.values[0] === "human";
validators.AnsweredBy.values[0] === "machine";
takes<AnsweredByInput>(validators.AnsweredByInput.parse(some<unknown>()));
validators.AnsweredByInput.values[0] === "unknown_answered_by";
validators.AnsweredByInput.values[0] === "human";
validators.AnsweredByInput.values[0] === "machine";
takes<CallSid>(validators.CallSid.parse(some<unknown>()));
takes<ConnectivityIssue>(validators.ConnectivityIssue.parse(some<unknown>()));
validators.ConnectivityIssue.values[0] === "unknown_connectivity_issue";
validators.ConnectivityIssue.values[0] === "no_connectivity_issue";
validators.ConnectivityIssue.values[0] === "invalid_number";
validators.ConnectivityIssue.values[0] === "caller_id";
validators.ConnectivityIssue.values[0] === "dropped_call";
validators.ConnectivityIssue.values[0] === "number_reachability";
takes<ConnectivityIssueInput>(validators.ConnectivityIssueInput.parse(some<unknown>()));
validators.ConnectivityIssueInput.values[0] === "unknown_connectivity_issue";
validators.ConnectivityIssueInput.values[0] === "no_connectivity_issue";
validators.ConnectivityIssueInput.values[0] === "invalid_number";
validators.ConnectivityIssueInput.values[0] === "caller_id";
validators.ConnectivityIssueInput.values[0] === "dropped_call";
validators.ConnectivityIssueInput.values[0] === "number_reachability";
takes<ErrorResponse>(validators.ErrorResponse.parse(some<unknown>()));
takes<QualityIssue>(validators.QualityIssue.parse(some<unknown>()));
validators.QualityIssue.values[0] === "unknown_quality_issue";
validators.QualityIssue.values[0] === "no_quality_issue";
validators.QualityIssue.values[0] === "low_volume";
validators.QualityIssue.values[0] === "choppy_robotic";
validators.QualityIssue.values[0] === "echo";
validators.QualityIssue.values[0] === "dtmf";
validators.QualityIssue.values[0] === "latency";
validators.QualityIssue.values[0] === "owa";
validators.QualityIssue.values[0] === "static_noise";
takes<QualityIssueInput>(validators.QualityIssueInput.parse(some<unknown>()));
validators.QualityIssueInput.values[0] === "unknown_quality_issue";
validators.QualityIssueInput.values[0] === "no_quality_issue";
validators.QualityIssueInput.values[0] === "low_volume";
validators.QualityIssueInput.values[0] === "choppy_robotic";
validators.QualityIssueInput.values[0] === "echo";
validators.QualityIssueInput.values[0] === "dtmf";
validators.QualityIssueInput.values[0] === "latency";
validators.QualityIssueInput.values[0] === "owa";
validators.QualityIssueInput.values[0] === "static_noise";
takes<UpdateAnnotationRequest>(validators.UpdateAnnotationRequest.parse(some<unknown>()));
strictValidators.AccountSid.issues(some<strict.AccountSid>());
strictValidators.Annotation.issues(some<strict.Annotation>());
strictValidators.AnsweredBy.issues(some<strict.AnsweredBy>());
strictValidators.CallSid.issues(some<strict.CallSid>());
strictValidators.ConnectivityIssue.issues(some<strict.ConnectivityIssue>());
strictValidators.ErrorResponse.issues(some<strict.ErrorResponse>());
strictValidators.QualityIssue.issues(some<strict.QualityIssue>());
strictValidators.UpdateAnnotationRequest.issues(some<strict.UpdateAnnotationRequest>());

// All that code can do with what is generated from openapi/summaries.yaml.

import {
  createSummariesClient,
} from "@earmark/summaries-client";
import type {
  SummariesClient,
  ListCallSummariesParameters,
} from "@earmark/summaries-client";
import { operations as table } from "@earmark/summaries-client/operations";
import type {
  AccountSid,
  AnsweredBy,
  AnsweredByInput,
  CallProperties,
  CallSid,
  CallState,
  CallStateInput,
  CallSummary,
  CallSummaryAnnotation,
  CallSummaryPage,
  CallType,
  CallTypeInput,
  Callee,
  Caller,
  ConnectivityIssue,
  ConnectivityIssueInput,
  DetectedAnsweredBy,
  DetectedAnsweredByInput,
  Direction,
  DirectionInput,
  ErrorResponse,
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
  PageMeta,
  ProcessingState,
  QualityIssue,
  QualityIssueInput,
  TimeBound,
  operations,
  paths,
} from "@earmark/summaries-types";
import type * as strict from "@earmark/summaries-types/strict";
import * as validators from "@earmark/summaries-validators";
import * as strictValidators from "@earmark/summaries-validators/strict";

declare function some<T>(): T;
declare function takes<T>(value: T): void;
type HeaderOf<Responses, Status extends PropertyKey, Name extends PropertyKey> =
  Responses extends { [Key in Status]: { headers: infer Headers } } ? (Name extends keyof Headers ? Headers[Name] : unknown) : never;

takes<SummariesClient>(createSummariesClient({ baseUrl: "https://example.com", apiKey: "secret", apiSecret: "secret" }));
const client: SummariesClient = createSummariesClient({ baseUrl: "https://example.com", accountSid: "secret", authToken: "secret" });

takes<object>(some<paths["/v1/Voice/Summaries"]["get"]>());
table.listCallSummaries;
takes<AsyncIterable<unknown>>(client.listCallSummaries({ AnsweredByAnnotation: some<AnsweredByInput>(), ConnectivityIssueAnnotation: some<ListCallSummariesConnectivityIssueAnnotation>(), QualityIssueAnnotation: some<ListCallSummariesQualityIssueAnnotation>(), SpamAnnotation: some<ListCallSummariesSpamAnnotation>(), CallScoreAnnotation: some<ListCallSummariesCallScoreAnnotation>(), From: some<ListCallSummariesFrom>(), To: some<ListCallSummariesTo>(), FromCarrier: some<ListCallSummariesFromCarrier>(), ToCarrier: some<ListCallSummariesToCarrier>(), FromCountryCode: some<ListCallSummariesFromCountryCode>(), ToCountryCode: some<ListCallSummariesToCountryCode>(), StartTime: some<TimeBound>(), EndTime: some<TimeBound>(), CallType: some<ListCallSummariesCallType>(), CallState: some<CallStateInput>(), Direction: some<ListCallSummariesDirection>(), AnsweredBy: some<DetectedAnsweredByInput>(), HasTag: some<ListCallSummariesHasTag>(), ProcessingState: some<ListCallSummariesProcessingState>(), SortBy: some<ListCallSummariesSortBy>(), PageSize: some<ListCallSummariesPageSize>(), Page: some<ListCallSummariesPage>(), PageToken: some<ListCallSummariesPageToken>() }));
takes<AsyncIterable<unknown>>(client.listCallSummaries());
takes<CallSummaryPage>(some<operations["ListCallSummaries"]["responses"][200]["content"]["application/json"]>());
takes<string | undefined>(some<HeaderOf<operations["ListCallSummaries"]["responses"], 429, "Retry-After">>());

takes<string>(some<AccountSid>());

takes<"unknown_answered_by" | "human" | "machine" | (string & Record<never, never>)>(some<AnsweredBy>());

takes<AnsweredByInput>(some<"unknown_answered_by" | "human" | "machine">());

takes<object>(some<CallProperties>());
takes<Direction | null | undefined>(some<CallProperties["direction"]>());

takes<string>(some<CallSid>());

takes<"ringing" | "completed" | "busy" | "fail" | "noanswer" | "canceled" | "answered" | "undialed" | (string & Record<never, never>)>(some<CallState>());

takes<CallStateInput>(some<"ringing" | "completed" | "busy" | "fail" | "noanswer" | "canceled" | "answered" | "undialed">());

takes<object>(some<CallSummary>());
takes<AccountSid | null | undefined>(some<CallSummary["account_sid"]>());
takes<CallSummaryAnnotation | null | undefined>(some<CallSummary["annotation"]>());
takes<DetectedAnsweredBy | null | undefined>(some<CallSummary["answered_by"]>());
takes<CallSid | null | undefined>(some<CallSummary["call_sid"]>());
takes<CallState | null | undefined>(some<CallSummary["call_state"]>());
takes<CallType | null | undefined>(some<CallSummary["call_type"]>());
takes<number | null | undefined>(some<CallSummary["connect_duration"]>());
takes<string | null | undefined>(some<CallSummary["created_time"]>());
takes<number | null | undefined>(some<CallSummary["duration"]>());
takes<string | null | undefined>(some<CallSummary["end_time"]>());
takes<Caller | null | undefined>(some<CallSummary["from"]>());
takes<ProcessingState | null | undefined>(some<CallSummary["processing_state"]>());
takes<CallProperties | null | undefined>(some<CallSummary["properties"]>());
takes<string | null | undefined>(some<CallSummary["start_time"]>());
takes<string[] | null | undefined>(some<CallSummary["tags"]>());
takes<Callee | null | undefined>(some<CallSummary["to"]>());
takes<string | null | undefined>(some<CallSummary["url"]>());

takes<object>(some<CallSummaryAnnotation>());
takes<AnsweredBy | null | undefined>(some<CallSummaryAnnotation["answered_by"]>());
takes<number | null | undefined>(some<CallSummaryAnnotation["call_score"]>());
takes<string | null | undefined>(some<CallSummaryAnnotation["comment"]>());
takes<ConnectivityIssue | null | undefined>(some<CallSummaryAnnotation["connectivity_issue"]>());
takes<string | null | undefined>(some<CallSummaryAnnotation["incident"]>());
takes<QualityIssue[] | null | undefined>(some<CallSummaryAnnotation["quality_issues"]>());
takes<boolean | null | undefined>(some<CallSummaryAnnotation["spam"]>());

takes<object>(some<CallSummaryPage>());
takes<CallSummary[] | undefined>(some<CallSummaryPage["call_summaries"]>());
takes<PageMeta | undefined>(some<CallSummaryPage["meta"]>());

takes<"carrier" | "sip" | "trunking" | "client" | "whatsapp" | (string & Record<never, never>)>(some<CallType>());

takes<CallTypeInput>(some<"carrier" | "sip" | "trunking" | "client" | "whatsapp">());

takes<object>(some<Callee>());
takes<string | null | undefined>(some<Callee["callee"]>());
takes<string | null | undefined>(some<Callee["carrier"]>());
takes<string | null | undefined>(some<Callee["country_code"]>());

takes<object>(some<Caller>());
takes<string | null | undefined>(some<Caller["caller"]>());
takes<string | null | undefined>(some<Caller["carrier"]>());
takes<string | null | undefined>(some<Caller["country_code"]>());

takes<"unknown_connectivity_issue" | "no_connectivity_issue" | "invalid_number" | "caller_id" | "dropped_call" | "number_reachability" | (string & Record<never, never>)>(some<ConnectivityIssue>());

takes<ConnectivityIssueInput>(some<"unknown_connectivity_issue" | "no_connectivity_issue" | "invalid_number" | "caller_id" | "dropped_call" | "number_reachability">());

takes<"unknown" | "machine_start" | "machine_end_beep" | "machine_end_silence" | "machine_end_other" | "human" | "fax" | (string & Record<never, never>)>(some<DetectedAnsweredBy>());

takes<DetectedAnsweredByInput>(some<"unknown" | "machine_start" | "machine_end_beep" | "machine_end_silence" | "machine_end_other" | "human" | "fax">());

takes<"outbound_api" | "outbound_dial" | "inbound" | "trunking_originating" | "trunking_terminating" | (string & Record<never, never>)>(some<Direction>());

takes<DirectionInput>(some<"outbound_api" | "outbound_dial" | "inbound" | "trunking_originating" | "trunking_terminating">());

takes<object>(some<ErrorResponse>());
takes<number>(some<ErrorResponse["code"]>());
takes<object | null | undefined>(some<ErrorResponse["details"]>());
takes<string>(some<ErrorResponse["message"]>());
takes<string | null | undefined>(some<ErrorResponse["more_info"]>());
takes<number>(some<ErrorResponse["status"]>());

takes<ListCallSummariesCallScoreAnnotation>(some<number[]>());

takes<ListCallSummariesCallType>(some<CallTypeInput[]>());

takes<ListCallSummariesConnectivityIssueAnnotation>(some<ConnectivityIssueInput[]>());

takes<ListCallSummariesDirection>(some<DirectionInput[]>());

takes<ListCallSummariesFrom>(some<string>());

takes<ListCallSummariesFromCarrier>(some<string>());

takes<ListCallSummariesFromCountryCode>(some<string>());

takes<ListCallSummariesHasTag>(some<boolean>());

takes<ListCallSummariesPage>(some<number>());

takes<ListCallSummariesPageSize>(some<number>());

takes<ListCallSummariesPageToken>(some<string>());

takes<ListCallSummariesProcessingState>(some<"completed" | "started" | "partial" | "all">());

takes<ListCallSummariesQualityIssueAnnotation>(some<QualityIssueInput[]>());

takes<ListCallSummariesSortBy>(some<"start_time" | "end_time">());

takes<ListCallSummariesSpamAnnotation>(some<boolean>());

takes<ListCallSummariesTo>(some<string>());

takes<ListCallSummariesToCarrier>(some<string>());

takes<ListCallSummariesToCountryCode>(some<string>());

takes<object>(some<PageMeta>());
takes<string | undefined>(some<PageMeta["first_page_url"]>());
takes<string | undefined>(some<PageMeta["key"]>());
takes<string | null | undefined>(some<PageMeta["next_page_url"]>());
takes<number | undefined>(some<PageMeta["page"]>());
takes<number | undefined>(some<PageMeta["page_size"]>());
takes<string | null | undefined>(some<PageMeta["previous_page_url"]>());
takes<string | undefined>(some<PageMeta["url"]>());

takes<"complete" | "partial" | (string & Record<never, never>)>(some<ProcessingState>());

takes<"unknown_quality_issue" | "no_quality_issue" | "low_volume" | "choppy_robotic" | "echo" | "dtmf" | "latency" | "owa" | "static_noise" | (string & Record<never, never>)>(some<QualityIssue>());

takes<QualityIssueInput>(some<"unknown_quality_issue" | "no_quality_issue" | "low_volume" | "choppy_robotic" | "echo" | "dtmf" | "latency" | "owa" | "static_noise">());

takes<TimeBound>(some<string>());

takes<AccountSid>(validators.AccountSid.parse(some<unknown>()));
takes<AnsweredBy>(validators.AnsweredBy.parse(some<unknown>()));
validators.AnsweredBy.values[0] === "unknown_answered_by";
validators.AnsweredBy.values[0] === "human";
validators.AnsweredBy.values[0] === "machine";
takes<AnsweredByInput>(validators.AnsweredByInput.parse(some<unknown>()));
validators.AnsweredByInput.values[0] === "unknown_answered_by";
validators.AnsweredByInput.values[0] === "human";
validators.AnsweredByInput.values[0] === "machine";
takes<CallProperties>(validators.CallProperties.parse(some<unknown>()));
takes<CallSid>(validators.CallSid.parse(some<unknown>()));
takes<CallState>(validators.CallState.parse(some<unknown>()));
validators.CallState.values[0] === "ringing";
validators.CallState.values[0] === "completed";
validators.CallState.values[0] === "busy";
validators.CallState.values[0] === "fail";
validators.CallState.values[0] === "noanswer";
validators.CallState.values[0] === "canceled";
validators.CallState.values[0] === "answered";
validators.CallState.values[0] === "undialed";
takes<CallStateInput>(validators.CallStateInput.parse(some<unknown>()));
validators.CallStateInput.values[0] === "ringing";
validators.CallStateInput.values[0] === "completed";
validators.CallStateInput.values[0] === "busy";
validators.CallStateInput.values[0] === "fail";
validators.CallStateInput.values[0] === "noanswer";
validators.CallStateInput.values[0] === "canceled";
validators.CallStateInput.values[0] === "answered";
validators.CallStateInput.values[0] === "undialed";
takes<CallSummary>(validators.CallSummary.parse(some<unknown>()));
takes<CallSummaryAnnotation>(validators.CallSummaryAnnotation.parse(some<unknown>()));
takes<CallSummaryPage>(validators.CallSummaryPage.parse(some<unknown>()));
takes<CallType>(validators.CallType.parse(some<unknown>()));
validators.CallType.values[0] === "carrier";
validators.CallType.values[0] === "sip";
validators.CallType.values[0] === "trunking";
validators.CallType.values[0] === "client";
validators.CallType.values[0] === "whatsapp";
takes<CallTypeInput>(validators.CallTypeInput.parse(some<unknown>()));
validators.CallTypeInput.values[0] === "carrier";
validators.CallTypeInput.values[0] === "sip";
validators.CallTypeInput.values[0] === "trunking";
validators.CallTypeInput.values[0] === "client";
validators.CallTypeInput.values[0] === "whatsapp";
takes<Callee>(validators.Callee.parse(some<unknown>()));
takes<Caller>(validators.Caller.parse(some<unknown>()));
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
takes<DetectedAnsweredBy>(validators.DetectedAnsweredBy.parse(some<unknown>()));
validators.DetectedAnsweredBy.values[0] === "unknown";
validators.DetectedAnsweredBy.values[0] === "machine_start";
validators.DetectedAnsweredBy.values[0] === "machine_end_beep";
validators.DetectedAnsweredBy.values[0] === "machine_end_silence";
validators.DetectedAnsweredBy.values[0] === "machine_end_other";
validators.DetectedAnsweredBy.values[0] === "human";
validators.DetectedAnsweredBy.values[0] === "fax";
takes<DetectedAnsweredByInput>(validators.DetectedAnsweredByInput.parse(some<unknown>()));
validators.DetectedAnsweredByInput.values[0] === "unknown";
validators.DetectedAnsweredByInput.values[0] === "machine_start";
validators.DetectedAnsweredByInput.values[0] === "machine_end_beep";
validators.DetectedAnsweredByInput.values[0] === "machine_end_silence";
validators.DetectedAnsweredByInput.values[0] === "machine_end_other";
validators.DetectedAnsweredByInput.values[0] === "human";
validators.DetectedAnsweredByInput.values[0] === "fax";
takes<Direction>(validators.Direction.parse(some<unknown>()));
validators.Direction.values[0] === "outbound_api";
validators.Direction.values[0] === "outbound_dial";
validators.Direction.values[0] === "inbound";
validators.Direction.values[0] === "trunking_originating";
validators.Direction.values[0] === "trunking_terminating";
takes<DirectionInput>(validators.DirectionInput.parse(some<unknown>()));
validators.DirectionInput.values[0] === "outbound_api";
validators.DirectionInput.values[0] === "outbound_dial";
validators.DirectionInput.values[0] === "inbound";
validators.DirectionInput.values[0] === "trunking_originating";
validators.DirectionInput.values[0] === "trunking_terminating";
takes<ErrorResponse>(validators.ErrorResponse.parse(some<unknown>()));
takes<ListCallSummariesCallScoreAnnotation>(validators.ListCallSummariesCallScoreAnnotation.parse(some<unknown>()));
takes<ListCallSummariesCallType>(validators.ListCallSummariesCallType.parse(some<unknown>()));
takes<ListCallSummariesConnectivityIssueAnnotation>(validators.ListCallSummariesConnectivityIssueAnnotation.parse(some<unknown>()));
takes<ListCallSummariesDirection>(validators.ListCallSummariesDirection.parse(some<unknown>()));
takes<ListCallSummariesFrom>(validators.ListCallSummariesFrom.parse(some<unknown>()));
takes<ListCallSummariesFromCarrier>(validators.ListCallSummariesFromCarrier.parse(some<unknown>()));
takes<ListCallSummariesFromCountryCode>(validators.ListCallSummariesFromCountryCode.parse(some<unknown>()));
takes<ListCallSummariesHasTag>(validators.ListCallSummariesHasTag.parse(some<unknown>()));
takes<ListCallSummariesPage>(validators.ListCallSummariesPage.parse(some<unknown>()));
takes<ListCallSummariesPageSize>(validators.ListCallSummariesPageSize.parse(some<unknown>()));
takes<ListCallSummariesPageToken>(validators.ListCallSummariesPageToken.parse(some<unknown>()));
takes<ListCallSummariesProcessingState>(validators.ListCallSummariesProcessingState.parse(some<unknown>()));
validators.ListCallSummariesProcessingState.values[0] === "completed";
validators.ListCallSummariesProcessingState.values[0] === "started";
validators.ListCallSummariesProcessingState.values[0] === "partial";
validators.ListCallSummariesProcessingState.values[0] === "all";
takes<ListCallSummariesQualityIssueAnnotation>(validators.ListCallSummariesQualityIssueAnnotation.parse(some<unknown>()));
takes<ListCallSummariesSortBy>(validators.ListCallSummariesSortBy.parse(some<unknown>()));
validators.ListCallSummariesSortBy.values[0] === "start_time";
validators.ListCallSummariesSortBy.values[0] === "end_time";
takes<ListCallSummariesSpamAnnotation>(validators.ListCallSummariesSpamAnnotation.parse(some<unknown>()));
takes<ListCallSummariesTo>(validators.ListCallSummariesTo.parse(some<unknown>()));
takes<ListCallSummariesToCarrier>(validators.ListCallSummariesToCarrier.parse(some<unknown>()));
takes<ListCallSummariesToCountryCode>(validators.ListCallSummariesToCountryCode.parse(some<unknown>()));
takes<PageMeta>(validators.PageMeta.parse(some<unknown>()));
takes<ProcessingState>(validators.ProcessingState.parse(some<unknown>()));
validators.ProcessingState.values[0] === "complete";
validators.ProcessingState.values[0] === "partial";
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
takes<TimeBound>(validators.TimeBound.parse(some<unknown>()));
strictValidators.AccountSid.issues(some<strict.AccountSid>());
strictValidators.AnsweredBy.issues(some<strict.AnsweredBy>());
strictValidators.CallProperties.issues(some<strict.CallProperties>());
strictValidators.CallSid.issues(some<strict.CallSid>());
strictValidators.CallState.issues(some<strict.CallState>());
strictValidators.CallSummary.issues(some<strict.CallSummary>());
strictValidators.CallSummaryAnnotation.issues(some<strict.CallSummaryAnnotation>());
strictValidators.CallSummaryPage.issues(some<strict.CallSummaryPage>());
strictValidators.CallType.issues(some<strict.CallType>());
strictValidators.Callee.issues(some<strict.Callee>());
strictValidators.Caller.issues(some<strict.Caller>());
strictValidators.ConnectivityIssue.issues(some<strict.ConnectivityIssue>());
strictValidators.DetectedAnsweredBy.issues(some<strict.DetectedAnsweredBy>());
strictValidators.Direction.issues(some<strict.Direction>());
strictValidators.ErrorResponse.issues(some<strict.ErrorResponse>());
strictValidators.ListCallSummariesCallScoreAnnotation.issues(some<strict.ListCallSummariesCallScoreAnnotation>());
strictValidators.ListCallSummariesCallType.issues(some<strict.ListCallSummariesCallType>());
strictValidators.ListCallSummariesConnectivityIssueAnnotation.issues(some<strict.ListCallSummariesConnectivityIssueAnnotation>());
strictValidators.ListCallSummariesDirection.issues(some<strict.ListCallSummariesDirection>());
strictValidators.ListCallSummariesFrom.issues(some<strict.ListCallSummariesFrom>());
strictValidators.ListCallSummariesFromCarrier.issues(some<strict.ListCallSummariesFromCarrier>());
strictValidators.ListCallSummariesFromCountryCode.issues(some<strict.ListCallSummariesFromCountryCode>());
strictValidators.ListCallSummariesHasTag.issues(some<strict.ListCallSummariesHasTag>());
strictValidators.ListCallSummariesPage.issues(some<strict.ListCallSummariesPage>());
strictValidators.ListCallSummariesPageSize.issues(some<strict.ListCallSummariesPageSize>());
strictValidators.ListCallSummariesPageToken.issues(some<strict.ListCallSummariesPageToken>());
strictValidators.ListCallSummariesProcessingState.issues(some<strict.ListCallSummariesProcessingState>());
strictValidators.ListCallSummariesQualityIssueAnnotation.issues(some<strict.ListCallSummariesQualityIssueAnnotation>());
strictValidators.ListCallSummariesSortBy.issues(some<strict.ListCallSummariesSortBy>());
strictValidators.ListCallSummariesSpamAnnotation.issues(some<strict.ListCallSummariesSpamAnnotation>());
strictValidators.ListCallSummariesTo.issues(some<strict.ListCallSummariesTo>());
strictValidators.ListCallSummariesToCarrier.issues(some<strict.ListCallSummariesToCarrier>());
strictValidators.ListCallSummariesToCountryCode.issues(some<strict.ListCallSummariesToCountryCode>());
strictValidators.PageMeta.issues(some<strict.PageMeta>());
strictValidators.ProcessingState.issues(some<strict.ProcessingState>());
strictValidators.QualityIssue.issues(some<strict.QualityIssue>());
strictValidators.TimeBound.issues(some<strict.TimeBound>());

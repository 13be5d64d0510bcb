// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import type { ParameterDocumentation } from "@earmark/http";
import type { JsonSchema } from "@earmark/validation";

/** Every schema of the document, to the letter, by name. References are `#/components/schemas/NAME`. */
export declare const schemas: {
  /** SID of an account. */
  readonly AccountSid: JsonSchema;
  /**
   * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
   * the wire although the provider's prose does not list it.
   */
  readonly AnsweredBy: JsonSchema;
  /**
   * What is known about a call as a whole. *Inferred* from the provider's examples, which show
   * more.
   */
  readonly CallProperties: JsonSchema;
  /** SID of a call. */
  readonly CallSid: JsonSchema;
  /** How a call ended, or how far it is. */
  readonly CallState: JsonSchema;
  /**
   * What the provider knows about a call. Every field may be `null`, and the provider promises
   * none of them to be there. It sends more about each part of the network than is described
   * here.
   */
  readonly CallSummary: JsonSchema;
  /**
   * What people and programs noted about a call. *Inferred*: the provider gives no schema; the
   * fields are those of the annotation without what the summary says already.
   */
  readonly CallSummaryAnnotation: JsonSchema;
  /** A page of calls, and where the others are. */
  readonly CallSummaryPage: JsonSchema;
  /** How a call was made. The provider's prose does not list `whatsapp`. */
  readonly CallType: JsonSchema;
  /** Who was called. *Inferred* from the provider's examples, which show more. Personal data. */
  readonly Callee: JsonSchema;
  /** Who called. *Inferred* from the provider's examples, which show more. Personal data. */
  readonly Caller: JsonSchema;
  /**
   * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
   * wire although the provider's prose does not list it.
   */
  readonly ConnectivityIssue: JsonSchema;
  /** Who answered a call, as answering machine detection saw it. */
  readonly DetectedAnsweredBy: JsonSchema;
  /** Where a call came from. */
  readonly Direction: JsonSchema;
  /** What went wrong. *Inferred*: the format of the provider's other APIs. */
  readonly ErrorResponse: JsonSchema;
  readonly ListCallSummariesCallScoreAnnotation: JsonSchema;
  readonly ListCallSummariesCallType: JsonSchema;
  readonly ListCallSummariesConnectivityIssueAnnotation: JsonSchema;
  readonly ListCallSummariesDirection: JsonSchema;
  readonly ListCallSummariesFrom: JsonSchema;
  readonly ListCallSummariesFromCarrier: JsonSchema;
  readonly ListCallSummariesFromCountryCode: JsonSchema;
  readonly ListCallSummariesHasTag: JsonSchema;
  readonly ListCallSummariesPage: JsonSchema;
  readonly ListCallSummariesPageSize: JsonSchema;
  readonly ListCallSummariesPageToken: JsonSchema;
  readonly ListCallSummariesProcessingState: JsonSchema;
  readonly ListCallSummariesQualityIssueAnnotation: JsonSchema;
  readonly ListCallSummariesSortBy: JsonSchema;
  readonly ListCallSummariesSpamAnnotation: JsonSchema;
  readonly ListCallSummariesTo: JsonSchema;
  readonly ListCallSummariesToCarrier: JsonSchema;
  readonly ListCallSummariesToCountryCode: JsonSchema;
  /** Which page this is, and where the others are. */
  readonly PageMeta: JsonSchema;
  /** How far a summary is. */
  readonly ProcessingState: JsonSchema;
  /**
   * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
   * is defined by the provider although its prose does not list it.
   */
  readonly QualityIssue: JsonSchema;
  /** A time in ISO 8601 format, or how long ago in minutes, hours, days or weeks. */
  readonly TimeBound: JsonSchema;
};

/** What the document says about the parameters of each operation, by their name. */
export declare const parameters: {
  readonly listCallSummaries: Readonly<Record<string, ParameterDocumentation>>;
};

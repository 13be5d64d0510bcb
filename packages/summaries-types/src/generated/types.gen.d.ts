// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
export interface paths {
  "/v1/Voice/Summaries": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List calls, by their annotation if wanted.
     * @description Returns the calls that meet every condition, page by page. A list of values asks for calls
     *     with any of them. Without `StartTime`, only calls of the last four hours are found.
     */
    get: operations["ListCallSummaries"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AccountSid: AccountSid;
    AnsweredBy: AnsweredBy;
    AnsweredByInput: AnsweredByInput;
    Callee: Callee;
    Caller: Caller;
    CallProperties: CallProperties;
    CallSid: CallSid;
    CallState: CallState;
    CallStateInput: CallStateInput;
    CallSummary: CallSummary;
    CallSummaryAnnotation: CallSummaryAnnotation;
    CallSummaryPage: CallSummaryPage;
    CallType: CallType;
    CallTypeInput: CallTypeInput;
    ConnectivityIssue: ConnectivityIssue;
    ConnectivityIssueInput: ConnectivityIssueInput;
    DetectedAnsweredBy: DetectedAnsweredBy;
    DetectedAnsweredByInput: DetectedAnsweredByInput;
    Direction: Direction;
    DirectionInput: DirectionInput;
    ErrorResponse: ErrorResponse;
    ListCallSummariesCallScoreAnnotation: ListCallSummariesCallScoreAnnotation;
    ListCallSummariesCallType: ListCallSummariesCallType;
    ListCallSummariesConnectivityIssueAnnotation: ListCallSummariesConnectivityIssueAnnotation;
    ListCallSummariesDirection: ListCallSummariesDirection;
    ListCallSummariesFrom: ListCallSummariesFrom;
    ListCallSummariesFromCarrier: ListCallSummariesFromCarrier;
    ListCallSummariesFromCountryCode: ListCallSummariesFromCountryCode;
    ListCallSummariesHasTag: ListCallSummariesHasTag;
    ListCallSummariesPage: ListCallSummariesPage;
    ListCallSummariesPageSize: ListCallSummariesPageSize;
    ListCallSummariesPageToken: ListCallSummariesPageToken;
    ListCallSummariesProcessingState: ListCallSummariesProcessingState;
    ListCallSummariesQualityIssueAnnotation: ListCallSummariesQualityIssueAnnotation;
    ListCallSummariesSortBy: ListCallSummariesSortBy;
    ListCallSummariesSpamAnnotation: ListCallSummariesSpamAnnotation;
    ListCallSummariesTo: ListCallSummariesTo;
    ListCallSummariesToCarrier: ListCallSummariesToCarrier;
    ListCallSummariesToCountryCode: ListCallSummariesToCountryCode;
    PageMeta: PageMeta;
    ProcessingState: ProcessingState;
    QualityIssue: QualityIssue;
    QualityIssueInput: QualityIssueInput;
    TimeBound: TimeBound;
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  ListCallSummaries: {
    parameters: {
      query?: {
        /** @description Who answered, as answering machine detection saw it. */
        AnsweredBy?: DetectedAnsweredByInput;
        /** @description Who answered, as somebody noted it. */
        AnsweredByAnnotation?: AnsweredByInput;
        /** @description How good the call was noted to be, from 1 (bad) to 5 (excellent). */
        CallScoreAnnotation?: ListCallSummariesCallScoreAnnotation;
        /** @description How the call ended, or how far it is. */
        CallState?: CallStateInput;
        /** @description How the call was made. */
        CallType?: ListCallSummariesCallType;
        /** @description What kept the call from connecting properly, as somebody noted it. */
        ConnectivityIssueAnnotation?: ListCallSummariesConnectivityIssueAnnotation;
        /** @description Where the call came from. */
        Direction?: ListCallSummariesDirection;
        /**
         * @description Calls that started before then: a time in ISO 8601 format, or how long ago. The provider
         *     takes `0m` unless given.
         */
        EndTime?: TimeBound;
        /** @description Who called. A number in E.164 format, a SIP address, or the name of a client. Personal data. */
        From?: ListCallSummariesFrom;
        /** @description The carrier of who called. */
        FromCarrier?: ListCallSummariesFromCarrier;
        /** @description The country of who called, by the number. */
        FromCountryCode?: ListCallSummariesFromCountryCode;
        /** @description Whether the provider's analysis tagged the call, for example with `high_jitter`. */
        HasTag?: ListCallSummariesHasTag;
        /** @description Number of the page, from 0. The provider takes it from the URL of the next page. */
        Page?: ListCallSummariesPage;
        /** @description How many calls a page has. The provider takes 50 unless given. */
        PageSize?: ListCallSummariesPageSize;
        /** @description Where the page begins. The provider puts it into the URL of the next page. */
        PageToken?: ListCallSummariesPageToken;
        /** @description How far the summary is. It is complete about half an hour after the call. */
        ProcessingState?: ListCallSummariesProcessingState;
        /** @description What was wrong with the sound, as somebody noted it. */
        QualityIssueAnnotation?: ListCallSummariesQualityIssueAnnotation;
        /** @description What the calls are sorted by. */
        SortBy?: ListCallSummariesSortBy;
        /** @description Whether the call was noted to be spam. */
        SpamAnnotation?: ListCallSummariesSpamAnnotation;
        /**
         * @description Calls that started since then: a time in ISO 8601 format, or how long ago, such as `30m`,
         *     `4h`, `3d` or `1w`. The provider takes `4h` unless given.
         */
        StartTime?: TimeBound;
        /** @description Who was called. A number in E.164 format, a SIP address, or the name of a client. Personal data. */
        To?: ListCallSummariesTo;
        /** @description The carrier of who was called. */
        ToCarrier?: ListCallSummariesToCarrier;
        /** @description The country of who was called, by the number. */
        ToCountryCode?: ListCallSummariesToCountryCode;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of calls. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": CallSummaryPage;
        };
      };
      /**
       * @description A condition is not valid.
       *     *Inferred*: the provider documents only successful answers for this resource; status and
       *     body follow the error format of its other APIs.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorResponse;
        };
      };
      /**
       * @description The credentials are missing or wrong.
       *     *Inferred*: see 400.
       */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorResponse;
        };
      };
      /**
       * @description Too many requests of the account are under way. The request was not processed and is safe
       *     to repeat.
       *     *Inferred*: the body; see 400. `Retry-After` is honoured where it is sent, and not promised.
       */
      429: {
        headers: {
          /** @description Seconds to wait, or the date to wait for (RFC 9110 section 10.2.3). */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorResponse;
        };
      };
    };
  };
}
/** SID of an account. */
export type AccountSid = string;
/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export type AnsweredBy = AnsweredByInput | (string & {});
/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export type AnsweredByInput = "unknown_answered_by" | "human" | "machine";
/**
 * What is known about a call as a whole. *Inferred* from the provider's examples, which show
 * more.
 */
export type CallProperties = {
  /** Where the call came from. */
  direction?: Direction | null;
};
/** SID of a call. */
export type CallSid = string;
/** How a call ended, or how far it is. */
export type CallState = CallStateInput | (string & {});
/** How a call ended, or how far it is. */
export type CallStateInput = "ringing" | "completed" | "busy" | "fail" | "noanswer" | "canceled" | "answered" | "undialed";
/**
 * What the provider knows about a call. Every field may be `null`, and the provider promises
 * none of them to be there. It sends more about each part of the network than is described
 * here.
 */
export type CallSummary = {
  /** The account that made or received the call. */
  account_sid?: AccountSid | null;
  /** What people and programs noted about the call. */
  annotation?: CallSummaryAnnotation | null;
  /** Who answered, as answering machine detection saw it. */
  answered_by?: DetectedAnsweredBy | null;
  /** The call. */
  call_sid?: CallSid | null;
  /** How the call ended, or how far it is. */
  call_state?: CallState | null;
  /** How the call was made. */
  call_type?: CallType | null;
  /** Seconds from the answer to the end of the call. */
  connect_duration?: number | null;
  /**
   * When the call was created; before its start if it had to wait.
   *
   * @format date-time
   */
  created_time?: string | null;
  /** Seconds from the start of the call to its end. */
  duration?: number | null;
  /**
   * When the call ended.
   *
   * @format date-time
   */
  end_time?: string | null;
  /** Who called. */
  from?: Caller | null;
  /** How far the summary is. It is complete about half an hour after the call. */
  processing_state?: ProcessingState | null;
  /** What is known about the call as a whole. */
  properties?: CallProperties | null;
  /**
   * When the call started.
   *
   * @format date-time
   */
  start_time?: string | null;
  /** What the provider's analysis found, such as `high_jitter`. */
  tags?: string[] | null;
  /** Who was called. */
  to?: Callee | null;
  /**
   * Where the summary is.
   *
   * @format uri
   */
  url?: string | null;
};
/**
 * What people and programs noted about a call. *Inferred*: the provider gives no schema; the
 * fields are those of the annotation without what the summary says already.
 */
export type CallSummaryAnnotation = {
  /** Who answered. */
  answered_by?: AnsweredBy | null;
  /** How good the call was, from 1 (bad) to 5 (excellent). */
  call_score?: number | null;
  /** A remark. */
  comment?: string | null;
  /** What kept the call from connecting properly. */
  connectivity_issue?: ConnectivityIssue | null;
  /** A support ticket or incident. */
  incident?: string | null;
  /** What was wrong with the sound. */
  quality_issues?: QualityIssue[] | null;
  /** Whether the call was spam, or was taken for it. */
  spam?: boolean | null;
};
/** A page of calls, and where the others are. */
export type CallSummaryPage = {
  /** The calls of this page. */
  call_summaries?: CallSummary[];
  meta?: PageMeta;
};
/** How a call was made. The provider's prose does not list `whatsapp`. */
export type CallType = CallTypeInput | (string & {});
/** How a call was made. The provider's prose does not list `whatsapp`. */
export type CallTypeInput = "carrier" | "sip" | "trunking" | "client" | "whatsapp";
/** Who was called. *Inferred* from the provider's examples, which show more. Personal data. */
export type Callee = {
  /** A number in E.164 format, a SIP address, or the name of a client. */
  callee?: string | null;
  /** The carrier's name. */
  carrier?: string | null;
  /** The country, by the number. */
  country_code?: string | null;
};
/** Who called. *Inferred* from the provider's examples, which show more. Personal data. */
export type Caller = {
  /** A number in E.164 format, a SIP address, or the name of a client. */
  caller?: string | null;
  /** The carrier's name. */
  carrier?: string | null;
  /** The country, by the number. */
  country_code?: string | null;
};
/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export type ConnectivityIssue = ConnectivityIssueInput | (string & {});
/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export type ConnectivityIssueInput =
  | "unknown_connectivity_issue"
  | "no_connectivity_issue"
  | "invalid_number"
  | "caller_id"
  | "dropped_call"
  | "number_reachability";
/** Who answered a call, as answering machine detection saw it. */
export type DetectedAnsweredBy = DetectedAnsweredByInput | (string & {});
/** Who answered a call, as answering machine detection saw it. */
export type DetectedAnsweredByInput =
  | "unknown"
  | "machine_start"
  | "machine_end_beep"
  | "machine_end_silence"
  | "machine_end_other"
  | "human"
  | "fax";
/** Where a call came from. */
export type Direction = DirectionInput | (string & {});
/** Where a call came from. */
export type DirectionInput = "outbound_api" | "outbound_dial" | "inbound" | "trunking_originating" | "trunking_terminating";
/** What went wrong. *Inferred*: the format of the provider's other APIs. */
export type ErrorResponse = {
  /** The provider's number for this kind of error. */
  code: number;
  /** Anything else that helps. */
  details?: Record<string, unknown> | null;
  /** One sentence for people. */
  message: string;
  /**
   * Where the error is explained.
   *
   * @format uri
   */
  more_info?: string | null;
  /** The HTTP status, again. */
  status: number;
};
export type ListCallSummariesCallScoreAnnotation = number[];
export type ListCallSummariesCallType = CallTypeInput[];
export type ListCallSummariesConnectivityIssueAnnotation = ConnectivityIssueInput[];
export type ListCallSummariesDirection = DirectionInput[];
export type ListCallSummariesFrom = string;
export type ListCallSummariesFromCarrier = string;
export type ListCallSummariesFromCountryCode = string;
export type ListCallSummariesHasTag = boolean;
export type ListCallSummariesPage = number;
export type ListCallSummariesPageSize = number;
export type ListCallSummariesPageToken = string;
export type ListCallSummariesProcessingState = "completed" | "started" | "partial" | "all";
export type ListCallSummariesQualityIssueAnnotation = QualityIssueInput[];
export type ListCallSummariesSortBy = "start_time" | "end_time";
export type ListCallSummariesSpamAnnotation = boolean;
export type ListCallSummariesTo = string;
export type ListCallSummariesToCarrier = string;
export type ListCallSummariesToCountryCode = string;
/** Which page this is, and where the others are. */
export type PageMeta = {
  /**
   * Where the first page is.
   *
   * @format uri
   */
  first_page_url?: string;
  /** The property that holds the calls. */
  key?: string;
  /**
   * Where the page after this one is; `null` on the last.
   *
   * @format uri
   */
  next_page_url?: string | null;
  /** Number of the page, from 0. */
  page?: number;
  /** How many calls a page has at most. */
  page_size?: number;
  /**
   * Where the page before this one is; `null` on the first.
   *
   * @format uri
   */
  previous_page_url?: string | null;
  /**
   * Where this page is.
   *
   * @format uri
   */
  url?: string;
};
/** How far a summary is. */
export type ProcessingState = "complete" | "partial" | (string & {});
/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export type QualityIssue = QualityIssueInput | (string & {});
/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export type QualityIssueInput =
  | "unknown_quality_issue"
  | "no_quality_issue"
  | "low_volume"
  | "choppy_robotic"
  | "echo"
  | "dtmf"
  | "latency"
  | "owa"
  | "static_noise";
/** A time in ISO 8601 format, or how long ago in minutes, hours, days or weeks. */
export type TimeBound = string;

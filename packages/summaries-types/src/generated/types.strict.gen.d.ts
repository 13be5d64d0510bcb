// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description SID of an account. */
        AccountSid: string;
        /**
         * @description Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
         *     the wire although the provider's prose does not list it.
         * @enum {string}
         */
        AnsweredBy: "unknown_answered_by" | "human" | "machine";
        /** @description Who was called. *Inferred* from the provider's examples, which show more. Personal data. */
        Callee: {
            /** @description A number in E.164 format, a SIP address, or the name of a client. */
            callee?: string | null;
            /** @description The carrier's name. */
            carrier?: string | null;
            /** @description The country, by the number. */
            country_code?: string | null;
        };
        /** @description Who called. *Inferred* from the provider's examples, which show more. Personal data. */
        Caller: {
            /** @description A number in E.164 format, a SIP address, or the name of a client. */
            caller?: string | null;
            /** @description The carrier's name. */
            carrier?: string | null;
            /** @description The country, by the number. */
            country_code?: string | null;
        };
        /**
         * @description What is known about a call as a whole. *Inferred* from the provider's examples, which show
         *     more.
         */
        CallProperties: {
            /** @description Where the call came from. */
            direction?: components["schemas"]["Direction"] | null;
        };
        /** @description SID of a call. */
        CallSid: string;
        /**
         * @description How a call ended, or how far it is.
         * @enum {string}
         */
        CallState: "ringing" | "completed" | "busy" | "fail" | "noanswer" | "canceled" | "answered" | "undialed";
        /**
         * @description What the provider knows about a call. Every field may be `null`, and the provider promises
         *     none of them to be there. It sends more about each part of the network than is described
         *     here.
         */
        CallSummary: {
            /** @description The account that made or received the call. */
            account_sid?: components["schemas"]["AccountSid"] | null;
            /** @description What people and programs noted about the call. */
            annotation?: components["schemas"]["CallSummaryAnnotation"] | null;
            /** @description Who answered, as answering machine detection saw it. */
            answered_by?: components["schemas"]["DetectedAnsweredBy"] | null;
            /** @description The call. */
            call_sid?: components["schemas"]["CallSid"] | null;
            /** @description How the call ended, or how far it is. */
            call_state?: components["schemas"]["CallState"] | null;
            /** @description How the call was made. */
            call_type?: components["schemas"]["CallType"] | null;
            /** @description Seconds from the answer to the end of the call. */
            connect_duration?: number | null;
            /**
             * Format: date-time
             * @description When the call was created; before its start if it had to wait.
             */
            created_time?: string | null;
            /** @description Seconds from the start of the call to its end. */
            duration?: number | null;
            /**
             * Format: date-time
             * @description When the call ended.
             */
            end_time?: string | null;
            /** @description Who called. */
            from?: components["schemas"]["Caller"] | null;
            /** @description How far the summary is. It is complete about half an hour after the call. */
            processing_state?: components["schemas"]["ProcessingState"] | null;
            /** @description What is known about the call as a whole. */
            properties?: components["schemas"]["CallProperties"] | null;
            /**
             * Format: date-time
             * @description When the call started.
             */
            start_time?: string | null;
            /** @description What the provider's analysis found, such as `high_jitter`. */
            tags?: string[] | null;
            /** @description Who was called. */
            to?: components["schemas"]["Callee"] | null;
            /**
             * Format: uri
             * @description Where the summary is.
             */
            url?: string | null;
        };
        /**
         * @description What people and programs noted about a call. *Inferred*: the provider gives no schema; the
         *     fields are those of the annotation without what the summary says already.
         */
        CallSummaryAnnotation: {
            /** @description Who answered. */
            answered_by?: components["schemas"]["AnsweredBy"] | null;
            /** @description How good the call was, from 1 (bad) to 5 (excellent). */
            call_score?: number | null;
            /** @description A remark. */
            comment?: string | null;
            /** @description What kept the call from connecting properly. */
            connectivity_issue?: components["schemas"]["ConnectivityIssue"] | null;
            /** @description A support ticket or incident. */
            incident?: string | null;
            /** @description What was wrong with the sound. */
            quality_issues?: components["schemas"]["QualityIssue"][] | null;
            /** @description Whether the call was spam, or was taken for it. */
            spam?: boolean | null;
        };
        /** @description A page of calls, and where the others are. */
        CallSummaryPage: {
            /** @description The calls of this page. */
            call_summaries?: components["schemas"]["CallSummary"][];
            meta?: components["schemas"]["PageMeta"];
        };
        /**
         * @description How a call was made. The provider's prose does not list `whatsapp`.
         * @enum {string}
         */
        CallType: "carrier" | "sip" | "trunking" | "client" | "whatsapp";
        /**
         * @description What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
         *     wire although the provider's prose does not list it.
         * @enum {string}
         */
        ConnectivityIssue: "unknown_connectivity_issue" | "no_connectivity_issue" | "invalid_number" | "caller_id" | "dropped_call" | "number_reachability";
        /**
         * @description Who answered a call, as answering machine detection saw it.
         * @enum {string}
         */
        DetectedAnsweredBy: "unknown" | "machine_start" | "machine_end_beep" | "machine_end_silence" | "machine_end_other" | "human" | "fax";
        /**
         * @description Where a call came from.
         * @enum {string}
         */
        Direction: "outbound_api" | "outbound_dial" | "inbound" | "trunking_originating" | "trunking_terminating";
        /** @description What went wrong. *Inferred*: the format of the provider's other APIs. */
        ErrorResponse: {
            /** @description The provider's number for this kind of error. */
            code: number;
            /** @description Anything else that helps. */
            details?: {
                [key: string]: unknown;
            } | null;
            /** @description One sentence for people. */
            message: string;
            /**
             * Format: uri
             * @description Where the error is explained.
             */
            more_info?: string | null;
            /** @description The HTTP status, again. */
            status: number;
        };
        ListCallSummariesCallScoreAnnotation: number[];
        ListCallSummariesCallType: components["schemas"]["CallType"][];
        ListCallSummariesConnectivityIssueAnnotation: components["schemas"]["ConnectivityIssue"][];
        ListCallSummariesDirection: components["schemas"]["Direction"][];
        ListCallSummariesFrom: string;
        ListCallSummariesFromCarrier: string;
        ListCallSummariesFromCountryCode: string;
        ListCallSummariesHasTag: boolean;
        ListCallSummariesPage: number;
        ListCallSummariesPageSize: number;
        ListCallSummariesPageToken: string;
        /** @enum {string} */
        ListCallSummariesProcessingState: "completed" | "started" | "partial" | "all";
        ListCallSummariesQualityIssueAnnotation: components["schemas"]["QualityIssue"][];
        /** @enum {string} */
        ListCallSummariesSortBy: "start_time" | "end_time";
        ListCallSummariesSpamAnnotation: boolean;
        ListCallSummariesTo: string;
        ListCallSummariesToCarrier: string;
        ListCallSummariesToCountryCode: string;
        /** @description Which page this is, and where the others are. */
        PageMeta: {
            /**
             * Format: uri
             * @description Where the first page is.
             */
            first_page_url?: string;
            /** @description The property that holds the calls. */
            key?: string;
            /**
             * Format: uri
             * @description Where the page after this one is; `null` on the last.
             */
            next_page_url?: string | null;
            /** @description Number of the page, from 0. */
            page?: number;
            /** @description How many calls a page has at most. */
            page_size?: number;
            /**
             * Format: uri
             * @description Where the page before this one is; `null` on the first.
             */
            previous_page_url?: string | null;
            /**
             * Format: uri
             * @description Where this page is.
             */
            url?: string;
        };
        /**
         * @description How far a summary is.
         * @enum {string}
         */
        ProcessingState: "complete" | "partial";
        /**
         * @description Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
         *     is defined by the provider although its prose does not list it.
         * @enum {string}
         */
        QualityIssue: "unknown_quality_issue" | "no_quality_issue" | "low_volume" | "choppy_robotic" | "echo" | "dtmf" | "latency" | "owa" | "static_noise";
        /** @description A time in ISO 8601 format, or how long ago in minutes, hours, days or weeks. */
        TimeBound: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

/** SID of an account. */
export type AccountSid = components["schemas"]["AccountSid"];
/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export type AnsweredBy = components["schemas"]["AnsweredBy"];
/**
 * What is known about a call as a whole. *Inferred* from the provider's examples, which show
 * more.
 */
export type CallProperties = components["schemas"]["CallProperties"];
/** SID of a call. */
export type CallSid = components["schemas"]["CallSid"];
/** How a call ended, or how far it is. */
export type CallState = components["schemas"]["CallState"];
/**
 * What the provider knows about a call. Every field may be `null`, and the provider promises
 * none of them to be there. It sends more about each part of the network than is described
 * here.
 */
export type CallSummary = components["schemas"]["CallSummary"];
/**
 * What people and programs noted about a call. *Inferred*: the provider gives no schema; the
 * fields are those of the annotation without what the summary says already.
 */
export type CallSummaryAnnotation = components["schemas"]["CallSummaryAnnotation"];
/** A page of calls, and where the others are. */
export type CallSummaryPage = components["schemas"]["CallSummaryPage"];
/** How a call was made. The provider's prose does not list `whatsapp`. */
export type CallType = components["schemas"]["CallType"];
/** Who was called. *Inferred* from the provider's examples, which show more. Personal data. */
export type Callee = components["schemas"]["Callee"];
/** Who called. *Inferred* from the provider's examples, which show more. Personal data. */
export type Caller = components["schemas"]["Caller"];
/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export type ConnectivityIssue = components["schemas"]["ConnectivityIssue"];
/** Who answered a call, as answering machine detection saw it. */
export type DetectedAnsweredBy = components["schemas"]["DetectedAnsweredBy"];
/** Where a call came from. */
export type Direction = components["schemas"]["Direction"];
/** What went wrong. *Inferred*: the format of the provider's other APIs. */
export type ErrorResponse = components["schemas"]["ErrorResponse"];
export type ListCallSummariesCallScoreAnnotation = components["schemas"]["ListCallSummariesCallScoreAnnotation"];
export type ListCallSummariesCallType = components["schemas"]["ListCallSummariesCallType"];
export type ListCallSummariesConnectivityIssueAnnotation = components["schemas"]["ListCallSummariesConnectivityIssueAnnotation"];
export type ListCallSummariesDirection = components["schemas"]["ListCallSummariesDirection"];
export type ListCallSummariesFrom = components["schemas"]["ListCallSummariesFrom"];
export type ListCallSummariesFromCarrier = components["schemas"]["ListCallSummariesFromCarrier"];
export type ListCallSummariesFromCountryCode = components["schemas"]["ListCallSummariesFromCountryCode"];
export type ListCallSummariesHasTag = components["schemas"]["ListCallSummariesHasTag"];
export type ListCallSummariesPage = components["schemas"]["ListCallSummariesPage"];
export type ListCallSummariesPageSize = components["schemas"]["ListCallSummariesPageSize"];
export type ListCallSummariesPageToken = components["schemas"]["ListCallSummariesPageToken"];
export type ListCallSummariesProcessingState = components["schemas"]["ListCallSummariesProcessingState"];
export type ListCallSummariesQualityIssueAnnotation = components["schemas"]["ListCallSummariesQualityIssueAnnotation"];
export type ListCallSummariesSortBy = components["schemas"]["ListCallSummariesSortBy"];
export type ListCallSummariesSpamAnnotation = components["schemas"]["ListCallSummariesSpamAnnotation"];
export type ListCallSummariesTo = components["schemas"]["ListCallSummariesTo"];
export type ListCallSummariesToCarrier = components["schemas"]["ListCallSummariesToCarrier"];
export type ListCallSummariesToCountryCode = components["schemas"]["ListCallSummariesToCountryCode"];
/** Which page this is, and where the others are. */
export type PageMeta = components["schemas"]["PageMeta"];
/** How far a summary is. */
export type ProcessingState = components["schemas"]["ProcessingState"];
/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export type QualityIssue = components["schemas"]["QualityIssue"];
/** A time in ISO 8601 format, or how long ago in minutes, hours, days or weeks. */
export type TimeBound = components["schemas"]["TimeBound"];

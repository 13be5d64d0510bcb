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
        /** @description SID of an account. */
        AccountSid: string;
        /**
         * @description Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
         *     the wire although the provider's prose does not list it.
         */
        AnsweredBy: components["schemas"]["AnsweredByInput"] | (string & Record<never, never>);
        /**
         * @description Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
         *     the wire although the provider's prose does not list it.
         * @enum {string}
         */
        AnsweredByInput: "unknown_answered_by" | "human" | "machine";
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
        /** @description How a call ended, or how far it is. */
        CallState: components["schemas"]["CallStateInput"] | (string & Record<never, never>);
        /**
         * @description How a call ended, or how far it is.
         * @enum {string}
         */
        CallStateInput: "ringing" | "completed" | "busy" | "fail" | "noanswer" | "canceled" | "answered" | "undialed";
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
        /** @description How a call was made. The provider's prose does not list `whatsapp`. */
        CallType: components["schemas"]["CallTypeInput"] | (string & Record<never, never>);
        /**
         * @description How a call was made. The provider's prose does not list `whatsapp`.
         * @enum {string}
         */
        CallTypeInput: "carrier" | "sip" | "trunking" | "client" | "whatsapp";
        /**
         * @description What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
         *     wire although the provider's prose does not list it.
         */
        ConnectivityIssue: components["schemas"]["ConnectivityIssueInput"] | (string & Record<never, never>);
        /**
         * @description What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
         *     wire although the provider's prose does not list it.
         * @enum {string}
         */
        ConnectivityIssueInput: "unknown_connectivity_issue" | "no_connectivity_issue" | "invalid_number" | "caller_id" | "dropped_call" | "number_reachability";
        /** @description Who answered a call, as answering machine detection saw it. */
        DetectedAnsweredBy: components["schemas"]["DetectedAnsweredByInput"] | (string & Record<never, never>);
        /**
         * @description Who answered a call, as answering machine detection saw it.
         * @enum {string}
         */
        DetectedAnsweredByInput: "unknown" | "machine_start" | "machine_end_beep" | "machine_end_silence" | "machine_end_other" | "human" | "fax";
        /** @description Where a call came from. */
        Direction: components["schemas"]["DirectionInput"] | (string & Record<never, never>);
        /**
         * @description Where a call came from.
         * @enum {string}
         */
        DirectionInput: "outbound_api" | "outbound_dial" | "inbound" | "trunking_originating" | "trunking_terminating";
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
        ListCallSummariesCallType: components["schemas"]["CallTypeInput"][];
        ListCallSummariesConnectivityIssueAnnotation: components["schemas"]["ConnectivityIssueInput"][];
        ListCallSummariesDirection: components["schemas"]["DirectionInput"][];
        ListCallSummariesFrom: string;
        ListCallSummariesFromCarrier: string;
        ListCallSummariesFromCountryCode: string;
        ListCallSummariesHasTag: boolean;
        ListCallSummariesPage: number;
        ListCallSummariesPageSize: number;
        ListCallSummariesPageToken: string;
        /** @enum {string} */
        ListCallSummariesProcessingState: "completed" | "started" | "partial" | "all";
        ListCallSummariesQualityIssueAnnotation: components["schemas"]["QualityIssueInput"][];
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
        /** @description How far a summary is. */
        ProcessingState: "complete" | "partial" | (string & Record<never, never>);
        /**
         * @description Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
         *     is defined by the provider although its prose does not list it.
         */
        QualityIssue: components["schemas"]["QualityIssueInput"] | (string & Record<never, never>);
        /**
         * @description Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
         *     is defined by the provider although its prose does not list it.
         * @enum {string}
         */
        QualityIssueInput: "unknown_quality_issue" | "no_quality_issue" | "low_volume" | "choppy_robotic" | "echo" | "dtmf" | "latency" | "owa" | "static_noise";
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
export interface operations {
    ListCallSummaries: {
        parameters: {
            query?: {
                /** @description Who answered, as answering machine detection saw it. */
                AnsweredBy?: components["schemas"]["DetectedAnsweredByInput"];
                /** @description Who answered, as somebody noted it. */
                AnsweredByAnnotation?: components["schemas"]["AnsweredByInput"];
                /** @description How good the call was noted to be, from 1 (bad) to 5 (excellent). */
                CallScoreAnnotation?: components["schemas"]["ListCallSummariesCallScoreAnnotation"];
                /** @description How the call ended, or how far it is. */
                CallState?: components["schemas"]["CallStateInput"];
                /** @description How the call was made. */
                CallType?: components["schemas"]["ListCallSummariesCallType"];
                /** @description What kept the call from connecting properly, as somebody noted it. */
                ConnectivityIssueAnnotation?: components["schemas"]["ListCallSummariesConnectivityIssueAnnotation"];
                /** @description Where the call came from. */
                Direction?: components["schemas"]["ListCallSummariesDirection"];
                /**
                 * @description Calls that started before then: a time in ISO 8601 format, or how long ago. The provider
                 *     takes `0m` unless given.
                 */
                EndTime?: components["schemas"]["TimeBound"];
                /** @description Who called. A number in E.164 format, a SIP address, or the name of a client. Personal data. */
                From?: components["schemas"]["ListCallSummariesFrom"];
                /** @description The carrier of who called. */
                FromCarrier?: components["schemas"]["ListCallSummariesFromCarrier"];
                /** @description The country of who called, by the number. */
                FromCountryCode?: components["schemas"]["ListCallSummariesFromCountryCode"];
                /** @description Whether the provider's analysis tagged the call, for example with `high_jitter`. */
                HasTag?: components["schemas"]["ListCallSummariesHasTag"];
                /** @description Number of the page, from 0. The provider takes it from the URL of the next page. */
                Page?: components["schemas"]["ListCallSummariesPage"];
                /** @description How many calls a page has. The provider takes 50 unless given. */
                PageSize?: components["schemas"]["ListCallSummariesPageSize"];
                /** @description Where the page begins. The provider puts it into the URL of the next page. */
                PageToken?: components["schemas"]["ListCallSummariesPageToken"];
                /** @description How far the summary is. It is complete about half an hour after the call. */
                ProcessingState?: components["schemas"]["ListCallSummariesProcessingState"];
                /** @description What was wrong with the sound, as somebody noted it. */
                QualityIssueAnnotation?: components["schemas"]["ListCallSummariesQualityIssueAnnotation"];
                /** @description What the calls are sorted by. */
                SortBy?: components["schemas"]["ListCallSummariesSortBy"];
                /** @description Whether the call was noted to be spam. */
                SpamAnnotation?: components["schemas"]["ListCallSummariesSpamAnnotation"];
                /**
                 * @description Calls that started since then: a time in ISO 8601 format, or how long ago, such as `30m`,
                 *     `4h`, `3d` or `1w`. The provider takes `4h` unless given.
                 */
                StartTime?: components["schemas"]["TimeBound"];
                /** @description Who was called. A number in E.164 format, a SIP address, or the name of a client. Personal data. */
                To?: components["schemas"]["ListCallSummariesTo"];
                /** @description The carrier of who was called. */
                ToCarrier?: components["schemas"]["ListCallSummariesToCarrier"];
                /** @description The country of who was called, by the number. */
                ToCountryCode?: components["schemas"]["ListCallSummariesToCountryCode"];
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
                    "application/json": components["schemas"]["CallSummaryPage"];
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
                    "application/json": components["schemas"]["ErrorResponse"];
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
                    "application/json": components["schemas"]["ErrorResponse"];
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
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
}

/** SID of an account. */
export type AccountSid = components["schemas"]["AccountSid"];
/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export type AnsweredBy = components["schemas"]["AnsweredBy"];
/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export type AnsweredByInput = components["schemas"]["AnsweredByInput"];
/**
 * What is known about a call as a whole. *Inferred* from the provider's examples, which show
 * more.
 */
export type CallProperties = components["schemas"]["CallProperties"];
/** SID of a call. */
export type CallSid = components["schemas"]["CallSid"];
/** How a call ended, or how far it is. */
export type CallState = components["schemas"]["CallState"];
/** How a call ended, or how far it is. */
export type CallStateInput = components["schemas"]["CallStateInput"];
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
/** How a call was made. The provider's prose does not list `whatsapp`. */
export type CallTypeInput = components["schemas"]["CallTypeInput"];
/** Who was called. *Inferred* from the provider's examples, which show more. Personal data. */
export type Callee = components["schemas"]["Callee"];
/** Who called. *Inferred* from the provider's examples, which show more. Personal data. */
export type Caller = components["schemas"]["Caller"];
/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export type ConnectivityIssue = components["schemas"]["ConnectivityIssue"];
/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export type ConnectivityIssueInput = components["schemas"]["ConnectivityIssueInput"];
/** Who answered a call, as answering machine detection saw it. */
export type DetectedAnsweredBy = components["schemas"]["DetectedAnsweredBy"];
/** Who answered a call, as answering machine detection saw it. */
export type DetectedAnsweredByInput = components["schemas"]["DetectedAnsweredByInput"];
/** Where a call came from. */
export type Direction = components["schemas"]["Direction"];
/** Where a call came from. */
export type DirectionInput = components["schemas"]["DirectionInput"];
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
/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export type QualityIssueInput = components["schemas"]["QualityIssueInput"];
/** A time in ISO 8601 format, or how long ago in minutes, hours, days or weeks. */
export type TimeBound = components["schemas"]["TimeBound"];

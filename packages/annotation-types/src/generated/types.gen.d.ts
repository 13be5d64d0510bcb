// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
export interface paths {
  "/v1/Voice/{CallSid}/Annotation": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what was noted about a call.
     * @description Returns the annotation of the call. Fields that nobody has set are `null`.
     */
    get: operations["FetchAnnotation"];
    put?: never;
    /**
     * Note something about a call.
     * @description Sets the fields that are sent and leaves the others as they are. Sending the same update
     *     twice is harmless, so it may be repeated after a failure.
     */
    post: operations["UpdateAnnotation"];
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
    Annotation: Annotation;
    AnsweredBy: AnsweredBy;
    AnsweredByInput: AnsweredByInput;
    CallSid: CallSid;
    ConnectivityIssue: ConnectivityIssue;
    ConnectivityIssueInput: ConnectivityIssueInput;
    ErrorResponse: ErrorResponse;
    QualityIssue: QualityIssue;
    QualityIssueInput: QualityIssueInput;
    UpdateAnnotationRequest: UpdateAnnotationRequest;
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  FetchAnnotation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description SID of the call. */
        CallSid: CallSid;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The annotation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Annotation;
        };
      };
      /**
       * @description A field is not valid.
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
       * @description The call belongs to another account, or was made while Voice Insights Advanced Features
       *     were not enabled.
       *     *Inferred*: the provider documents the codes 17000 and 17007, and not their status; for the
       *     body see 400.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorResponse;
        };
      };
      /**
       * @description There is no such call, its SID is malformed, or its summary can no longer be fetched.
       *     *Inferred*: see 400.
       */
      404: {
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
  UpdateAnnotation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description SID of the call. */
        CallSid: CallSid;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/x-www-form-urlencoded": UpdateAnnotationRequest;
      };
    };
    responses: {
      /** @description The annotation as it is after the update. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Annotation;
        };
      };
      /**
       * @description A field is not valid.
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
       * @description The call belongs to another account, or was made while Voice Insights Advanced Features
       *     were not enabled.
       *     *Inferred*: the provider documents the codes 17000 and 17007, and not their status; for the
       *     body see 400.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorResponse;
        };
      };
      /**
       * @description There is no such call, its SID is malformed, or its summary can no longer be fetched.
       *     *Inferred*: see 400.
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorResponse;
        };
      };
      /**
       * @description The body is not a form.
       *     *Inferred*: see 400.
       */
      415: {
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
 * What people and programs noted about a call. Every field may be `null`, and the provider
 * promises none of them to be there.
 */
export type Annotation = {
  /** The account that made or received the call. */
  account_sid?: AccountSid | null;
  /** Who answered, as answering machine detection or a person saw it. */
  answered_by?: AnsweredBy | null;
  /**
   * How good the call was, from 1 (bad) to 5 (excellent). The range is the provider's
   * prose, so answers are not held to it.
   */
  call_score?: number | null;
  /** The call that the annotation is about. */
  call_sid?: CallSid | null;
  /** A remark. The provider does not protect it as personal data, so write none. */
  comment?: string | null;
  /** What kept the call from connecting properly. */
  connectivity_issue?: ConnectivityIssue | null;
  /**
   * A support ticket or incident. A plain string: the provider's example is a URL, its
   * schema is not. Not protected as personal data either.
   */
  incident?: string | null;
  /**
   * What was wrong with the sound. *Inferred*: the provider gives the items as plain
   * strings; the values are those that it defines for the update.
   */
  quality_issues?: QualityIssue[] | null;
  /** Whether the call was spam, or was taken for it. */
  spam?: boolean | null;
  /**
   * Where this annotation is.
   *
   * @format uri
   */
  url?: string | null;
};
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
/** SID of a call. */
export type CallSid = string;
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
/** The fields of an annotation that can be set. What is left out stays as it is. */
export type UpdateAnnotationRequest = {
  /** Who answered the call, which corrects answering machine detection. */
  AnsweredBy?: AnsweredByInput;
  /**
   * How good the call was, from 1 (bad) to 5 (excellent); `null` takes the score back. No
   * other field has a documented way to be cleared.
   */
  CallScore?: 1 | 2 | 3 | 4 | 5 | null;
  /**
   * A remark of at most 100 characters, *inferred* to be Unicode code points. Not protected
   * as personal data, so write none.
   */
  Comment?: string;
  /** What kept the call from connecting properly. */
  ConnectivityIssue?: ConnectivityIssueInput;
  /**
   * A support ticket or incident, at most 100 characters. Not protected as personal data,
   * so write none.
   */
  Incident?: string;
  /**
   * What was wrong with the sound; replaces the whole list. Joined by commas on the wire.
   * *Inferred*: an empty list, and `no_quality_issue` together with an issue, have no
   * documented meaning and are refused.
   */
  QualityIssues?: QualityIssueInput[];
  /** Whether the call was spam, or was taken for it. */
  Spam?: boolean;
};

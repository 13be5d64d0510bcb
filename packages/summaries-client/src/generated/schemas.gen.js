// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
export const schemas = {
  AccountSid: {
    description: "SID of an account.",
    maxLength: 34,
    minLength: 34,
    pattern: "^AC[0-9a-fA-F]{32}$",
    type: "string",
  },
  AnsweredBy: {
    description: "Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on\nthe wire although the provider's prose does not list it.\n",
    enum: ["unknown_answered_by", "human", "machine"],
    type: "string",
  },
  CallProperties: {
    description: "What is known about a call as a whole. *Inferred* from the provider's examples, which show\nmore.\n",
    properties: {
      direction: {
        anyOf: [{ $ref: "#/components/schemas/Direction" }, { type: "null" }],
        description: "Where the call came from.",
      },
    },
    type: "object",
  },
  CallSid: {
    description: "SID of a call.",
    maxLength: 34,
    minLength: 34,
    pattern: "^CA[0-9a-fA-F]{32}$",
    type: "string",
  },
  CallState: {
    description: "How a call ended, or how far it is.",
    enum: ["ringing", "completed", "busy", "fail", "noanswer", "canceled", "answered", "undialed"],
    type: "string",
  },
  CallSummary: {
    description: "What the provider knows about a call. Every field may be `null`, and the provider promises\nnone of them to be there. It sends more about each part of the network than is described\nhere.\n",
    properties: {
      account_sid: {
        anyOf: [{ $ref: "#/components/schemas/AccountSid" }, { type: "null" }],
        description: "The account that made or received the call.",
      },
      annotation: {
        anyOf: [{ $ref: "#/components/schemas/CallSummaryAnnotation" }, { type: "null" }],
        description: "What people and programs noted about the call.",
      },
      answered_by: {
        anyOf: [{ $ref: "#/components/schemas/DetectedAnsweredBy" }, { type: "null" }],
        description: "Who answered, as answering machine detection saw it.",
      },
      call_sid: { anyOf: [{ $ref: "#/components/schemas/CallSid" }, { type: "null" }], description: "The call." },
      call_state: {
        anyOf: [{ $ref: "#/components/schemas/CallState" }, { type: "null" }],
        description: "How the call ended, or how far it is.",
      },
      call_type: {
        anyOf: [{ $ref: "#/components/schemas/CallType" }, { type: "null" }],
        description: "How the call was made.",
      },
      connect_duration: { description: "Seconds from the answer to the end of the call.", type: ["integer", "null"] },
      created_time: {
        description: "When the call was created; before its start if it had to wait.",
        format: "date-time",
        type: ["string", "null"],
      },
      duration: { description: "Seconds from the start of the call to its end.", type: ["integer", "null"] },
      end_time: { description: "When the call ended.", format: "date-time", type: ["string", "null"] },
      from: { anyOf: [{ $ref: "#/components/schemas/Caller" }, { type: "null" }], description: "Who called." },
      processing_state: {
        anyOf: [{ $ref: "#/components/schemas/ProcessingState" }, { type: "null" }],
        description: "How far the summary is. It is complete about half an hour after the call.",
      },
      properties: {
        anyOf: [{ $ref: "#/components/schemas/CallProperties" }, { type: "null" }],
        description: "What is known about the call as a whole.",
      },
      start_time: { description: "When the call started.", format: "date-time", type: ["string", "null"] },
      tags: {
        description: "What the provider's analysis found, such as `high_jitter`.",
        items: { type: "string" },
        type: ["array", "null"],
      },
      to: { anyOf: [{ $ref: "#/components/schemas/Callee" }, { type: "null" }], description: "Who was called." },
      url: { description: "Where the summary is.", format: "uri", type: ["string", "null"] },
    },
    type: "object",
  },
  CallSummaryAnnotation: {
    description: "What people and programs noted about a call. *Inferred*: the provider gives no schema; the\nfields are those of the annotation without what the summary says already.\n",
    properties: {
      answered_by: { anyOf: [{ $ref: "#/components/schemas/AnsweredBy" }, { type: "null" }], description: "Who answered." },
      call_score: { description: "How good the call was, from 1 (bad) to 5 (excellent).", type: ["integer", "null"] },
      comment: { description: "A remark.", type: ["string", "null"] },
      connectivity_issue: {
        anyOf: [{ $ref: "#/components/schemas/ConnectivityIssue" }, { type: "null" }],
        description: "What kept the call from connecting properly.",
      },
      incident: { description: "A support ticket or incident.", type: ["string", "null"] },
      quality_issues: {
        description: "What was wrong with the sound.",
        items: { $ref: "#/components/schemas/QualityIssue" },
        type: ["array", "null"],
      },
      spam: { description: "Whether the call was spam, or was taken for it.", type: ["boolean", "null"] },
    },
    type: "object",
  },
  CallSummaryPage: {
    description: "A page of calls, and where the others are.",
    properties: {
      call_summaries: {
        description: "The calls of this page.",
        items: { $ref: "#/components/schemas/CallSummary" },
        type: "array",
      },
      meta: { $ref: "#/components/schemas/PageMeta" },
    },
    type: "object",
  },
  CallType: {
    description: "How a call was made. The provider's prose does not list `whatsapp`.",
    enum: ["carrier", "sip", "trunking", "client", "whatsapp"],
    type: "string",
  },
  Callee: {
    description: "Who was called. *Inferred* from the provider's examples, which show more. Personal data.\n",
    properties: {
      callee: {
        description: "A number in E.164 format, a SIP address, or the name of a client.",
        type: ["string", "null"],
      },
      carrier: { description: "The carrier's name.", type: ["string", "null"] },
      country_code: { description: "The country, by the number.", type: ["string", "null"] },
    },
    type: "object",
  },
  Caller: {
    description: "Who called. *Inferred* from the provider's examples, which show more. Personal data.\n",
    properties: {
      caller: {
        description: "A number in E.164 format, a SIP address, or the name of a client.",
        type: ["string", "null"],
      },
      carrier: { description: "The carrier's name.", type: ["string", "null"] },
      country_code: { description: "The country, by the number.", type: ["string", "null"] },
    },
    type: "object",
  },
  ConnectivityIssue: {
    description: "What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the\nwire although the provider's prose does not list it.\n",
    enum: [
      "unknown_connectivity_issue",
      "no_connectivity_issue",
      "invalid_number",
      "caller_id",
      "dropped_call",
      "number_reachability",
    ],
    type: "string",
  },
  DetectedAnsweredBy: {
    description: "Who answered a call, as answering machine detection saw it.",
    enum: ["unknown", "machine_start", "machine_end_beep", "machine_end_silence", "machine_end_other", "human", "fax"],
    type: "string",
  },
  Direction: {
    description: "Where a call came from.",
    enum: ["outbound_api", "outbound_dial", "inbound", "trunking_originating", "trunking_terminating"],
    type: "string",
  },
  ErrorResponse: {
    description: "What went wrong. *Inferred*: the format of the provider's other APIs.\n",
    properties: {
      code: { description: "The provider's number for this kind of error.", type: "integer" },
      details: { additionalProperties: true, description: "Anything else that helps.", type: ["object", "null"] },
      message: { description: "One sentence for people.", type: "string" },
      more_info: { description: "Where the error is explained.", format: "uri", type: ["string", "null"] },
      status: { description: "The HTTP status, again.", maximum: 599, minimum: 400, type: "integer" },
    },
    required: ["code", "message", "status"],
    type: "object",
  },
  ListCallSummariesCallScoreAnnotation: { items: { maximum: 5, minimum: 1, type: "integer" }, minItems: 1, type: "array" },
  ListCallSummariesCallType: { items: { $ref: "#/components/schemas/CallType" }, minItems: 1, type: "array" },
  ListCallSummariesConnectivityIssueAnnotation: { items: { $ref: "#/components/schemas/ConnectivityIssue" }, minItems: 1, type: "array" },
  ListCallSummariesDirection: { items: { $ref: "#/components/schemas/Direction" }, minItems: 1, type: "array" },
  ListCallSummariesFrom: { type: "string" },
  ListCallSummariesFromCarrier: { type: "string" },
  ListCallSummariesFromCountryCode: { type: "string" },
  ListCallSummariesHasTag: { type: "boolean" },
  ListCallSummariesPage: { minimum: 0, type: "integer" },
  ListCallSummariesPageSize: { maximum: 1000, minimum: 1, type: "integer" },
  ListCallSummariesPageToken: { type: "string" },
  ListCallSummariesProcessingState: { enum: ["completed", "started", "partial", "all"], type: "string" },
  ListCallSummariesQualityIssueAnnotation: { items: { $ref: "#/components/schemas/QualityIssue" }, minItems: 1, type: "array" },
  ListCallSummariesSortBy: { enum: ["start_time", "end_time"], type: "string" },
  ListCallSummariesSpamAnnotation: { type: "boolean" },
  ListCallSummariesTo: { type: "string" },
  ListCallSummariesToCarrier: { type: "string" },
  ListCallSummariesToCountryCode: { type: "string" },
  PageMeta: {
    description: "Which page this is, and where the others are.",
    properties: {
      first_page_url: { description: "Where the first page is.", format: "uri", type: "string" },
      key: { description: "The property that holds the calls.", type: "string" },
      next_page_url: {
        description: "Where the page after this one is; `null` on the last.",
        format: "uri",
        type: ["string", "null"],
      },
      page: { description: "Number of the page, from 0.", type: "integer" },
      page_size: { description: "How many calls a page has at most.", type: "integer" },
      previous_page_url: {
        description: "Where the page before this one is; `null` on the first.",
        format: "uri",
        type: ["string", "null"],
      },
      url: { description: "Where this page is.", format: "uri", type: "string" },
    },
    type: "object",
  },
  ProcessingState: { description: "How far a summary is.", enum: ["complete", "partial"], type: "string" },
  QualityIssue: {
    description: "Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`\nis defined by the provider although its prose does not list it.\n",
    enum: [
      "unknown_quality_issue",
      "no_quality_issue",
      "low_volume",
      "choppy_robotic",
      "echo",
      "dtmf",
      "latency",
      "owa",
      "static_noise",
    ],
    type: "string",
  },
  TimeBound: {
    description: "A time in ISO 8601 format, or how long ago in minutes, hours, days or weeks.",
    pattern: "^([0-9]+[mhdw]|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+\\-][0-9]{2}:?[0-9]{2}))$",
    type: "string",
  },
};

export const parameters = {
  listCallSummaries: {
    AnsweredByAnnotation: { description: "Who answered, as somebody noted it.", cliName: "answered-by" },
    ConnectivityIssueAnnotation: {
      description: "What kept the call from connecting properly, as somebody noted it.",
      cliName: "connectivity-issue",
    },
    QualityIssueAnnotation: { description: "What was wrong with the sound, as somebody noted it.", cliName: "quality-issue" },
    SpamAnnotation: { description: "Whether the call was noted to be spam.", cliName: "spam" },
    CallScoreAnnotation: { description: "How good the call was noted to be, from 1 (bad) to 5 (excellent).", cliName: "call-score" },
    From: {
      description: "Who called. A number in E.164 format, a SIP address, or the name of a client. Personal data.",
    },
    To: {
      description: "Who was called. A number in E.164 format, a SIP address, or the name of a client. Personal data.",
    },
    FromCarrier: { description: "The carrier of who called." },
    ToCarrier: { description: "The carrier of who was called." },
    FromCountryCode: { description: "The country of who called, by the number." },
    ToCountryCode: { description: "The country of who was called, by the number." },
    StartTime: {
      description: "Calls that started since then: a time in ISO 8601 format, or how long ago, such as `30m`,\n`4h`, `3d` or `1w`. The provider takes `4h` unless given.",
    },
    EndTime: {
      description: "Calls that started before then: a time in ISO 8601 format, or how long ago. The provider\ntakes `0m` unless given.",
    },
    CallType: { description: "How the call was made." },
    CallState: { description: "How the call ended, or how far it is." },
    Direction: { description: "Where the call came from." },
    AnsweredBy: { description: "Who answered, as answering machine detection saw it.", cliName: "detected-answered-by" },
    HasTag: { description: "Whether the provider's analysis tagged the call, for example with `high_jitter`." },
    ProcessingState: { description: "How far the summary is. It is complete about half an hour after the call." },
    SortBy: { description: "What the calls are sorted by." },
    PageSize: { description: "How many calls a page has. The provider takes 50 unless given." },
    Page: { description: "Number of the page, from 0. The provider takes it from the URL of the next page." },
    PageToken: { description: "Where the page begins. The provider puts it into the URL of the next page." },
  },
};

// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
export const schemas = {
  AccountSid: {
    description: "SID of an account.",
    maxLength: 34,
    minLength: 34,
    pattern: "^AC[0-9a-fA-F]{32}$",
    type: "string",
  },
  Annotation: {
    description: "What people and programs noted about a call. Every field may be `null`, and the provider\npromises none of them to be there.\n",
    properties: {
      account_sid: {
        anyOf: [{ $ref: "#/components/schemas/AccountSid" }, { type: "null" }],
        description: "The account that made or received the call.",
      },
      answered_by: {
        anyOf: [{ $ref: "#/components/schemas/AnsweredBy" }, { type: "null" }],
        description: "Who answered, as answering machine detection or a person saw it.",
      },
      call_score: {
        description: "How good the call was, from 1 (bad) to 5 (excellent). The range is the provider's\nprose, so answers are not held to it.\n",
        type: ["integer", "null"],
      },
      call_sid: {
        anyOf: [{ $ref: "#/components/schemas/CallSid" }, { type: "null" }],
        description: "The call that the annotation is about.",
      },
      comment: {
        description: "A remark. The provider does not protect it as personal data, so write none.",
        type: ["string", "null"],
      },
      connectivity_issue: {
        anyOf: [{ $ref: "#/components/schemas/ConnectivityIssue" }, { type: "null" }],
        description: "What kept the call from connecting properly.",
      },
      incident: {
        description: "A support ticket or incident. A plain string: the provider's example is a URL, its\nschema is not. Not protected as personal data either.\n",
        type: ["string", "null"],
      },
      quality_issues: {
        description: "What was wrong with the sound. *Inferred*: the provider gives the items as plain\nstrings; the values are those that it defines for the update.\n",
        items: { $ref: "#/components/schemas/QualityIssue" },
        type: ["array", "null"],
      },
      spam: { description: "Whether the call was spam, or was taken for it.", type: ["boolean", "null"] },
      url: { description: "Where this annotation is.", format: "uri", type: ["string", "null"] },
    },
    type: "object",
  },
  AnsweredBy: {
    description: "Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on\nthe wire although the provider's prose does not list it.\n",
    enum: ["unknown_answered_by", "human", "machine"],
    type: "string",
  },
  CallSid: {
    description: "SID of a call.",
    maxLength: 34,
    minLength: 34,
    pattern: "^CA[0-9a-fA-F]{32}$",
    type: "string",
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
  UpdateAnnotationRequest: {
    additionalProperties: false,
    description: "The fields of an annotation that can be set. What is left out stays as it is.",
    properties: {
      AnsweredBy: {
        $ref: "#/components/schemas/AnsweredBy",
        description: "Who answered the call, which corrects answering machine detection.",
      },
      CallScore: {
        description: "How good the call was, from 1 (bad) to 5 (excellent); `null` takes the score back. No\nother field has a documented way to be cleared.\n",
        enum: [1, 2, 3, 4, 5, null],
        type: ["integer", "null"],
      },
      Comment: {
        description: "A remark of at most 100 characters, *inferred* to be Unicode code points. Not protected\nas personal data, so write none.\n",
        maxLength: 100,
        type: "string",
      },
      ConnectivityIssue: {
        $ref: "#/components/schemas/ConnectivityIssue",
        description: "What kept the call from connecting properly.",
      },
      Incident: {
        description: "A support ticket or incident, at most 100 characters. Not protected as personal data,\nso write none.\n",
        maxLength: 100,
        type: "string",
      },
      QualityIssues: {
        description: "What was wrong with the sound; replaces the whole list. Joined by commas on the wire.\n*Inferred*: an empty list, and `no_quality_issue` together with an issue, have no\ndocumented meaning and are refused.\n",
        if: { contains: { const: "no_quality_issue" } },
        items: { $ref: "#/components/schemas/QualityIssue" },
        minItems: 1,
        then: { maxItems: 1 },
        type: "array",
      },
      Spam: { description: "Whether the call was spam, or was taken for it.", type: "boolean" },
    },
    type: "object",
  },
};

export const parameters = {
  fetchAnnotation: { CallSid: { description: "SID of the call." } },
  updateAnnotation: { CallSid: { description: "SID of the call." } },
};

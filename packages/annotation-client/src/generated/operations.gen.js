// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
export const operations = {
  /** Read what was noted about a call. */
  fetchAnnotation: {
    operationId: "FetchAnnotation",
    method: "GET",
    path: "/v1/Voice/{CallSid}/Annotation",
    idempotent: true,
    parameters: [{ name: "CallSid", in: "path", required: true, schema: "CallSid" }],
    responses: {
      "200": { content: { "application/json": { schema: "Annotation" } } },
      "400": { content: { "application/json": { schema: "ErrorResponse" } } },
      "401": { content: { "application/json": { schema: "ErrorResponse" } } },
      "403": { content: { "application/json": { schema: "ErrorResponse" } } },
      "404": { content: { "application/json": { schema: "ErrorResponse" } } },
      "429": { content: { "application/json": { schema: "ErrorResponse" } } },
    },
    security: [["BasicAuth"]],
  },
  /** Note something about a call. */
  updateAnnotation: {
    operationId: "UpdateAnnotation",
    method: "POST",
    path: "/v1/Voice/{CallSid}/Annotation",
    idempotent: true,
    parameters: [{ name: "CallSid", in: "path", required: true, schema: "CallSid" }],
    requestBody: {
      required: false,
      content: {
        "application/x-www-form-urlencoded": {
          schema: "UpdateAnnotationRequest",
          fields: {
            AnsweredBy: { type: "string" },
            CallScore: { type: "integer", nullable: true },
            Comment: { type: "string" },
            ConnectivityIssue: { type: "string" },
            Incident: { type: "string" },
            QualityIssues: { type: "array", items: "string", explode: false },
            Spam: { type: "boolean" },
          },
        },
      },
    },
    responses: {
      "200": { content: { "application/json": { schema: "Annotation" } } },
      "400": { content: { "application/json": { schema: "ErrorResponse" } } },
      "401": { content: { "application/json": { schema: "ErrorResponse" } } },
      "403": { content: { "application/json": { schema: "ErrorResponse" } } },
      "404": { content: { "application/json": { schema: "ErrorResponse" } } },
      "415": { content: { "application/json": { schema: "ErrorResponse" } } },
      "429": { content: { "application/json": { schema: "ErrorResponse" } } },
    },
    security: [["BasicAuth"]],
  },
};

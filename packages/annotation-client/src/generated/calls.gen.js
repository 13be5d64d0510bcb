// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
export const operations = {
  fetchAnnotation: {
    operationId: "FetchAnnotation",
    method: "GET",
    path: "/v1/Voice/{CallSid}/Annotation",
    idempotent: true,
    parameters: [{ name: "CallSid", in: "path", required: true, schema: "CallSid" }],
    responses: { "200": { content: { "application/json": { schema: "Annotation" } } } },
    security: [["BasicAuth"]],
  },
  updateAnnotation: {
    operationId: "UpdateAnnotation",
    method: "POST",
    path: "/v1/Voice/{CallSid}/Annotation",
    idempotent: true,
    parameters: [{ name: "CallSid", in: "path", required: true, schema: "CallSid" }],
    requestBody: {
      required: false,
      content: {
        "application/x-www-form-urlencoded": { schema: "UpdateAnnotationRequest", fields: { QualityIssues: { explode: false } } },
      },
    },
    responses: { "200": { content: { "application/json": { schema: "Annotation" } } } },
    security: [["BasicAuth"]],
  },
};

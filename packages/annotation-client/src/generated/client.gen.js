// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import {
  checkAnnotation,
  checkCallSid,
  checkUpdateAnnotationRequest,
} from "@earmark/annotation-validators/checks";
import { createClient, formCodec } from "@earmark/http";
import { operations } from "./calls.gen.js";

export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NetworkError,
  NotFoundError,
  PermissionError,
  PreconditionFailedError,
  RateLimitError,
  RequestValidationError,
  ResponseTooLargeError,
  ResponseValidationError,
  ServerError,
  TimeoutError,
  UnprocessableContentError,
} from "@earmark/http";

const definition = {
  interface: 1,
  operations,
  baseUrl: "https://insights.twilio.com",
  credentials: [["accountSid", "authToken"], ["apiKey", "apiSecret"]],
  codecs: { "application/x-www-form-urlencoded": formCodec },
  requests: { CallSid: checkCallSid, UpdateAnnotationRequest: checkUpdateAnnotationRequest },
  responses: { Annotation: checkAnnotation },
};

/** A client of Call Annotation. */
export function createAnnotationClient(options) {
  return createClient(definition, options);
}

// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import { createClient } from "@earmark/http";
import * as $functions from "./functions.gen.js";

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
  isListCallSummariesError,
} from "./functions.gen.js";

/** A client of Call Summaries. */
export function createSummariesClient(options) {
  return createClient($functions.createCaller(options), {
    listCallSummaries: $functions.listCallSummaries,
  });
}

// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
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
  isFetchAnnotationError,
  isUpdateAnnotationError,
} from "./functions.gen.js";

/** A client of Call Annotation. */
export function createAnnotationClient(options) {
  return createClient($functions.createCaller(options), {
    fetchAnnotation: $functions.fetchAnnotation,
    updateAnnotation: $functions.updateAnnotation,
  });
}

import { type Model, pascalCase } from "@earmark/openapi";

export function clientName(model: Model): string {
  return `${pascalCase(model.document.name)}Client`;
}

/** What a client's users catch and pass, re-exported so that they need no second import. */
export const ERRORS: readonly string[] = [
  "ApiError",
  "AuthenticationError",
  "BadRequestError",
  "ConflictError",
  "NetworkError",
  "NotFoundError",
  "PermissionError",
  "PreconditionFailedError",
  "RateLimitError",
  "RequestValidationError",
  "ResponseTooLargeError",
  "ResponseValidationError",
  "ServerError",
  "TimeoutError",
  "UnprocessableContentError",
];

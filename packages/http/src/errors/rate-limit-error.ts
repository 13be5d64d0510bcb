import { ApiError } from "../api-error.ts";

/** 429: too many requests; this one was not processed. */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
  declare readonly status: 429;
}

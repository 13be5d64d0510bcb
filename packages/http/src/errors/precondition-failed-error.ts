import { ApiError } from "../api-error.ts";

/** 412: a condition of the request does not hold, such as `If-Match` after another change. */
export class PreconditionFailedError extends ApiError {
  override readonly name = "PreconditionFailedError";
  declare readonly status: 412;
}

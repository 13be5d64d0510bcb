import { ApiError } from "../api-error.ts";

/** 404: there is no such thing, or not any more. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  declare readonly status: 404;
}

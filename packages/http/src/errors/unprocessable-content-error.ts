import { ApiError } from "../api-error.ts";

/** 422: the server understands the request, and its content is wrong. */
export class UnprocessableContentError extends ApiError {
  override readonly name = "UnprocessableContentError";
  declare readonly status: 422;
}

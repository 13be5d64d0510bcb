import { ApiError } from "../api-error.ts";

/** 400: the server found something wrong with the request. */
export class BadRequestError extends ApiError {
  override readonly name = "BadRequestError";
  declare readonly status: 400;
}

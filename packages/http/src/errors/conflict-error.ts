import { ApiError } from "../api-error.ts";

/** 409: the request does not fit the state that the resource is in. */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
  declare readonly status: 409;
}

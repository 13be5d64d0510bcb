import { ApiError } from "../api-error.ts";

/** 403: the credentials are right, but may not do this. */
export class PermissionError extends ApiError {
  override readonly name = "PermissionError";
  declare readonly status: 403;
}

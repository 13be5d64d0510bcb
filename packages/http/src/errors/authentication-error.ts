import { ApiError } from "../api-error.ts";

/** 401: the credentials are missing or wrong. */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
  declare readonly status: 401;
}

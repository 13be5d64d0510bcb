import type { Issue } from "@earmark/validation";
import { listIssues } from "@earmark/validation/runtime";
import { HttpError, type Target } from "../http-error.ts";

/** The arguments break the document. Thrown before anything is sent; the URL is still the template. */
export class RequestValidationError extends HttpError {
  override readonly name = "RequestValidationError";
  readonly code = "request";
  /** A parameter's path begins with its name; that of a field of the body is the field's own. */
  declare readonly issues: readonly Issue[];

  constructor({ method, url }: Target, issues: readonly Issue[]) {
    super(`Not sent: ${listIssues(issues, "message", "body")}.`, { method, url, issues } as Target);
  }
}

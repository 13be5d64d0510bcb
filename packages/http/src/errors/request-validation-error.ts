import type { Issue } from "@earmark/validation";
import { HttpError, type Target } from "./http-error.ts";

/** The arguments break the document. Thrown before anything is sent; the URL is still the template. */
export class RequestValidationError extends HttpError {
  override readonly name = "RequestValidationError";
  readonly code = "request_validation";
  /** A parameter's path begins with its name; that of a field of the body is the field's own. */
  readonly issues: readonly Issue[];

  constructor(target: Target, issues: readonly Issue[]) {
    const list = issues.map(({ path, message }) => `${path.join("/") || "body"} ${message}`);
    super(`Not sent: ${list.join("; ")}.`, target);
    this.issues = issues;
  }
}

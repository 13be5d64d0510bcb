import type { Issue } from "@earmark/validation";
import { listIssues } from "@earmark/validation/runtime";
import { HttpError, type Target } from "./http-error.ts";

/** What is known of a response besides its body. */
export interface ResponseFacts extends Target {
  readonly status: number;
  readonly requestId: string | undefined;
}

/** @deprecated Called {@link ResponseFacts} now. */
export type AnswerFacts = ResponseFacts;

/**
 * A successful response breaks the document. The message names paths and codes only, and `issues` is not
 * enumerable: their values may be personal data, and errors end up in logs.
 */
export class ResponseValidationError extends HttpError {
  override readonly name = "ResponseValidationError";
  readonly code = "response";
  declare readonly issues: readonly Issue[];
  declare readonly status: number;
  declare readonly requestId: string | undefined;

  /** @param issues those of a header have a path that begins with `headers`. */
  constructor(facts: ResponseFacts, issues: readonly Issue[]) {
    super(`The ${facts.status} response breaks the document: ${listIssues(issues, "code", "body")}.`, facts, facts);
    Object.defineProperty(this, "issues", { value: issues });
  }
}

/** The arguments break the document. Thrown before anything is sent; the URL is still the template. */
export class RequestValidationError extends HttpError {
  override readonly name = "RequestValidationError";
  readonly code = "request";
  /** The path of a parameter begins with its name; that of a field of the body is the field's own. */
  declare readonly issues: readonly Issue[];

  constructor(target: Target, issues: readonly Issue[]) {
    super(`Not sent: ${listIssues(issues, "message", "body")}.`, target, { issues });
  }
}

import type { Issue } from "./issue.ts";
import { listIssues } from "./list-issues.ts";

/** Thrown by `parse`: the value does not match the schema called `schema`. */
export class ValidationError extends Error {
  override readonly name = "ValidationError";
  readonly code = "validation";
  /** Name of the schema, as in the document. */
  readonly schema: string;
  readonly issues: readonly Issue[];

  constructor(schema: string, issues: readonly Issue[]) {
    super(`not a valid ${schema}: ${listIssues(issues, "message", "it")}`);
    this.schema = schema;
    this.issues = issues;
  }
}

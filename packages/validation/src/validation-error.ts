import type { Issue } from "./issue.ts";

const SHOWN = 10;

/** Thrown by `parse`: the value does not match the schema called `schema`. */
export class ValidationError extends Error {
  override readonly name = "ValidationError";
  readonly code = "validation";
  /** Name of the schema, as in the document. */
  readonly schema: string;
  readonly issues: readonly Issue[];

  constructor(schema: string, issues: readonly Issue[]) {
    const lines = issues.slice(0, SHOWN).map((issue) => `${pointer(issue)} ${issue.message}`);
    if (issues.length > SHOWN) lines.push(`and ${issues.length - SHOWN} more`);
    super(`not a valid ${schema}: ${lines.join("; ")}`);
    this.schema = schema;
    this.issues = issues;
  }
}

/** The path as a JSON Pointer (RFC 6901), or "the value" for the root, which has an empty one. */
function pointer(issue: Issue): string {
  if (issue.path.length === 0) return "the value";
  return issue.path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

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
    const lines = issues.slice(0, SHOWN).map(({ path, message }) => `${path.join("/") || "it"} ${message}`);
    if (issues.length > SHOWN) lines.push(`and ${issues.length - SHOWN} more`);
    super(`not a valid ${schema}: ${lines.join("; ")}`);
    this.schema = schema;
    this.issues = issues;
  }
}

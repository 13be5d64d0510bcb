import type { Issue } from "@earmark/validation";

const MAX_ISSUES = 10;
const MAX_NAME_LENGTH = 60;

/** What is wrong, in one sentence: `CallScore must be …; "Foo" is not a known field, known are …`. */
export function describeIssues(issues: readonly Issue[], root: string, known: readonly string[] = []): string {
  const shown = issues.slice(0, MAX_ISSUES).map((issue) => describe(issue, root, known));
  // A small form can have thousands of unknown fields; the response must not be a hundred times its size.
  return [...shown, ...(issues.length > MAX_ISSUES ? ["and more"] : [])].join("; ");
}

function describe({ path, code, message }: Issue, root: string, known: readonly string[]): string {
  const [first = root, ...rest] = path;
  const name = String(first).slice(0, MAX_NAME_LENGTH);
  if (code === "additionalProperties" && path.length === 1 && known.length > 0) {
    return `${JSON.stringify(name)} is not a known field, known are ${known.join(", ")}`;
  }
  const place = rest.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return `${name}${place} ${message}`;
}

import type { Issue } from "./issue.ts";

const SHOWN = 10;
/** In characters. */
const LONGEST_PATH = 100;

/**
 * Issues in one sentence that is short enough to be read, for any value: where, and either what is wrong or,
 * where values must not show, the keyword.
 *
 * @param root what the value itself is called.
 */
export function listIssues(issues: readonly Issue[], say: "message" | "code", root: string): string {
  const lines = issues.slice(0, SHOWN).map((issue) => {
    const path = issue.path.join("/") || root;
    return `${path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path} ${issue[say]}`;
  });
  if (issues.length > SHOWN) lines.push(`and ${issues.length - SHOWN} more`);
  return lines.join("; ");
}

import type { Issue } from "@earmark/validation";

/** Issues in one sentence: where, and either what is wrong or, where values must not show, the keyword. */
export function listed(issues: readonly Issue[], say: "message" | "code"): string {
  return issues.map((issue) => `${issue.path.join("/") || "body"} ${issue[say]}`).join("; ");
}

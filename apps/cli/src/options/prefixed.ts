import type { Issue } from "@earmark/validation";

/** The issues of a value, as those of what holds it under `name`. */
export function prefixed(name: string, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }));
}

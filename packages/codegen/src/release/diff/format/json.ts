import type { Diff } from "../change.ts";

/** `{ impact, changes: [{ rule, location, message, impact }] }`, for programs. */
export function formatJson({ impact, changes }: Diff): string {
  const listed = changes.map(({ rule, location, message, impact: own }) => ({ rule, location, message, impact: own }));
  return JSON.stringify({ impact, changes: listed }, null, 2);
}

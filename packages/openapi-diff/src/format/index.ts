import type { Diff } from "../diff/change.ts";
import { formatGithub } from "./github.ts";
import { formatMarkdown } from "./markdown.ts";
import { formatText } from "./text.ts";

/** The formats of a diff, that of a terminal first. */
export const DIFF_FORMATS = ["text", "json", "markdown", "github"] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

const FORMATS: Readonly<Record<DiffFormat, (diff: Diff) => string>> = {
  text: formatText,
  json: formatJson,
  markdown: formatMarkdown,
  github: formatGithub,
};

/** A diff for a terminal, a program, a comment or the checks of a pull request. */
export function formatDiff(diff: Diff, format: DiffFormat): string {
  return FORMATS[format](diff);
}

/** `{ impact, changes: [{ rule, location, message, impact }] }`, for programs. */
function formatJson({ impact, changes }: Diff): string {
  const listed = changes.map(({ rule, location, message, impact: own }) => ({ rule, location, message, impact: own }));
  return JSON.stringify({ impact, changes: listed }, null, 2);
}

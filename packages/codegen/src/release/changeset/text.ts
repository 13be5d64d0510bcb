import { code, markdown } from "@earmark/openapi";
import {
  type Change,
  groupOf,
  groupsOf,
  highestImpact,
  type Impact,
  impactOf,
  LEVELS,
  shortList,
} from "@earmark/openapi-diff";
import type { Comparison } from "./comparison.ts";

/** What a changelog says about a document that changed, what breaks first. */
export function changelogText(comparison: Comparison): string {
  return paragraphs(comparison).join("\n\n");
}

/** Whom a change concerns, the most urgent first. */
const SECTIONS = [
  { title: "Breaking for running programs", holds: ({ wire, validators }) => isMajor(wire) || isMajor(validators) },
  { title: "Breaking for source code", holds: ({ types, surface }) => isMajor(types) || isMajor(surface) },
  { title: "Compatible", holds: ({ docs: _, ...others }) => Object.values(others).some((level) => level !== "none") },
  { title: "Documentation", holds: () => true },
] as const satisfies readonly { readonly title: string; holds(impact: Impact): boolean }[];

function isMajor(level: Impact["wire"]): boolean {
  return level === LEVELS.at(-1);
}

function paragraphs(comparison: Comparison): string[] {
  const { document, title, changes } = comparison;
  const subject = `${markdown(title)} (${code(document.origin)})`;
  if (changes === undefined) return [`${subject}: first version.`];
  const lines = linesOf(comparison, changes);
  if (lines.length === 0) return [`${subject}: the API is the same; what is generated for it is not.`];
  return [
    `${subject} changed.`,
    ...SECTIONS.flatMap((section) => {
      const found = lines.filter((line) => SECTIONS.find(({ holds }) => holds(line.impact)) === section);
      if (found.length === 0) return [];
      const listed =
        section.title === "Documentation" ? [revised(found)] : found.map(({ message }) => markdown(message));
      return [`**${section.title}**`, shortened(listed.map((line) => `- ${line}`)).join("\n")];
    }),
  ];
}

interface Line {
  readonly group: string;
  readonly impact: Impact;
  readonly message: string;
}

function linesOf({ disagreement }: Comparison, changes: readonly Change[]): readonly Line[] {
  const groups = groupsOf({ changes, impact: highestImpact(changes.map(({ impact }) => impact)) });
  const lines = groups.flatMap(({ lines: members }): Line[] =>
    members.map((line) => ({ ...line, group: groupOf(line.location.pointer) })),
  );
  const broken = disagreement?.kind === "breaks" ? disagreement.errors : [];
  return [
    ...lines,
    ...broken.map(({ statement, message }) => ({
      group: "",
      impact: impactOf({ types: "major" }),
      message: `${code(statement)} does not compile any more: ${message}`,
    })),
  ];
}

/** Descriptions need no line each: their readers see the change. */
function revised(lines: readonly Line[]): string {
  return `revised: ${shortList([...new Set(lines.map(({ group }) => group))].map(markdown), 8)}`;
}

/** A longer list is not read; the diff has all of it. */
const MOST_LINES = 40;

function shortened(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LINES;
  return more <= 0 ? lines : [...lines.slice(0, MOST_LINES), `- and ${more} more`];
}

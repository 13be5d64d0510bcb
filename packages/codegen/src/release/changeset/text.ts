import { groupOf } from "../diff/compare/group.ts";
import { groupsOf, shortened as shortList } from "../diff/format/group.ts";
import type { Line } from "../diff/format/line.ts";
import { highestImpact, type Impact, LEVELS } from "../diff/impact.ts";
import type { Comparison } from "./comparison.ts";

/** What a changelog says about the documents that changed, whom it breaks first. */
export function changelogText(comparisons: readonly Comparison[]): string {
  return comparisons.map((comparison) => paragraphs(comparison).join("\n\n")).join("\n\n");
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

function paragraphs({ document, title, changes }: Comparison): string[] {
  const subject = `${title} (\`${document.origin}\`)`;
  if (changes === undefined) return [`${subject}: first version.`];
  if (changes.length === 0) return [`${subject}: the API is the same; what is generated for it is not.`];
  const groups = groupsOf({ changes, impact: highestImpact(changes.map(({ impact }) => impact)) });
  const lines = groups.flatMap((group) => group.lines);
  const sections = SECTIONS.map((section) => ({
    title: section.title,
    lines: lines.filter(({ impact }) => SECTIONS.find(({ holds }) => holds(impact)) === section),
  }));
  return [
    `${subject} changed.`,
    ...sections.flatMap((section) => {
      if (section.lines.length === 0) return [];
      const listed =
        section.title === "Documentation" ? [revised(section.lines)] : section.lines.map(({ message }) => message);
      return [
        `**${section.title}**`,
        shortened(listed)
          .map((line) => `- ${line}`)
          .join("\n"),
      ];
    }),
  ];
}

/** Descriptions need no line each: whoever reads them sees them. */
function revised(lines: readonly Line[]): string {
  return `revised: ${shortList([...new Set(lines.map(({ location }) => groupOf(location.pointer)))], 8)}`;
}

/** A longer list is not read; the diff has all of it. */
const MOST_LINES = 40;

function shortened(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LINES;
  return more <= 0 ? lines : [...lines.slice(0, MOST_LINES), `and ${more} more`];
}

import { code, markdown } from "@earmark/openapi";
import type { Diff } from "../diff/change.ts";
import { CHANNELS } from "../rules/impact.ts";
import { countsOf, type Group, groupsOf, type Line, shortList } from "./group.ts";

/** Lines of one group, and groups of one section; the rest is counted. */
const MOST_LINES = 20;
const MOST_GROUPS = 40;

/** For a pull request: what breaks is to be seen, and the rest can be unfolded; where nothing breaks, all is to be seen. */
export function formatMarkdown(diff: Diff): string {
  const groups = groupsOf(diff);
  if (groups.length === 0) return "No change of the API.";
  const breaking = groups.filter(({ lines }) => lines.some(({ level }) => level === "major"));
  const others = groups.filter((group) => !breaking.includes(group));
  return [
    `**${countsOf(groups)}**`,
    "",
    `| ${CHANNELS.join(" | ")} |`,
    `|${CHANNELS.map(() => "---|").join("")}`,
    `| ${CHANNELS.map((channel) => diff.impact[channel]).join(" | ")} |`,
    ...groupsMarkdown(breaking.length === 0 ? others : breaking),
    ...(others.length === 0 || breaking.length === 0
      ? []
      : ["", "<details>", `<summary>${countsOf(others)}</summary>`, ...groupsMarkdown(others), "", "</details>"]),
  ].join("\n");
}

function groupsMarkdown(groups: readonly Group[]): string[] {
  const more = groups.length - MOST_GROUPS;
  return [
    ...groups.slice(0, more > 1 ? MOST_GROUPS : undefined).flatMap(groupMarkdown),
    ...(more > 1 ? ["", `And ${more} more components and operations.`] : []),
  ];
}

function groupMarkdown({ name, operations, lines }: Group): string[] {
  const reach = operations.length === 0 ? "" : ` (${shortList(operations.map(code), 6)})`;
  const more = lines.length - MOST_LINES;
  return [
    "",
    `${code(name)}${reach}`,
    "",
    ...lines.slice(0, more > 1 ? MOST_LINES : undefined).map(lineMarkdown),
    ...(more > 1 ? [`- and ${more} more`] : []),
  ];
}

function lineMarkdown({ level, message, places, location: { line } }: Line): string {
  const where = places > 1 ? `${places} places, first in line ${line}` : `line ${line}`;
  return `- **${level}** ${markdown(message)} (${where})`;
}

import type { Diff } from "../change.ts";
import { CHANNELS } from "../impact.ts";
import { countsOf, type Group, groupsOf, operationsText } from "./line.ts";

/** For a pull request. */
export function formatMarkdown(diff: Diff): string {
  const groups = groupsOf(diff);
  if (groups.length === 0) return "No change of the API.";
  return [
    `**${countsOf(groups)}**`,
    "",
    `| ${CHANNELS.join(" | ")} |`,
    `|${CHANNELS.map(() => "---|").join("")}`,
    `| ${CHANNELS.map((channel) => diff.impact[channel]).join(" | ")} |`,
    ...groups.flatMap(groupMarkdown),
  ].join("\n");
}

function groupMarkdown({ name, operations, lines }: Group): string[] {
  const reach = operations.length === 0 ? "" : ` (${operationsText(operations, 6)})`;
  return [
    "",
    `**${name}**${reach}`,
    "",
    ...lines.map(({ level, message, location: { line } }) => `- **${level}** ${message} (line ${line})`),
  ];
}

import { counted, visible } from "@earmark/openapi";
import type { Diff } from "../diff/change.ts";
import { CHANNELS } from "../rules/impact.ts";
import { countsOf, type Group, groupsOf, type Line, shortList } from "./group.ts";

/** Lines of one group; the rest is counted. */
const MOST_LINES = 20;

/** For a terminal: what was edited, component by component, the most severe first; the sum at the end, where it is seen. */
export function formatText(diff: Diff): string {
  const groups = groupsOf(diff);
  if (groups.length === 0) return "no change";
  const impact = CHANNELS.map((channel) => `${channel} ${diff.impact[channel]}`).join("  ");
  return [...groups.flatMap(groupText).map(visible), countsOf(groups), impact].join("\n");
}

function groupText({ name, operations, lines }: Group): string[] {
  const reach = operations.length === 0 ? "" : `  (${shortList(operations, 4)})`;
  const more = lines.length - MOST_LINES;
  return [
    `${name}${reach}`,
    ...lines.slice(0, more > 1 ? MOST_LINES : undefined).flatMap(lineText),
    ...(more > 1 ? [`  and ${more} more; --format json lists all`] : []),
    "",
  ];
}

function lineText({ level, message, location: { file, line, column }, rules, places }: Line): string[] {
  const times = places > 1 ? `, and in ${counted(places - 1, "other place")}` : "";
  return [`  ${level.padEnd(5)}  ${message}`, `         ${file}:${line}:${column}${times}  ${rules.join(", ")}`];
}

import type { Diff } from "../change.ts";
import { countsOf, type Group, groupsOf, impactText, operationsText } from "./line.ts";

/** For a terminal: what was edited, component by component, the most severe first. */
export function formatText(diff: Diff): string {
  const groups = groupsOf(diff);
  if (groups.length === 0) return "no change";
  return [...groups.flatMap(groupText), `${countsOf(groups)}  (${impactText(diff.impact)})`].join("\n");
}

function groupText({ name, operations, lines }: Group): string[] {
  const reach = operations.length === 0 ? "" : `  (${operationsText(operations, 4)})`;
  return [
    `${name}${reach}`,
    ...lines.flatMap(({ level, message, location: { file, line, column }, rules }) => [
      `  ${level.padEnd(5)}  ${message}`,
      `         ${file}:${line}:${column} ${rules.join(", ")}`,
    ]),
    "",
  ];
}

import { counted, workflowCommand } from "@earmark/openapi";
import type { Diff } from "../diff/change.ts";
import type { Level } from "../rules/impact.ts";
import { groupsOf } from "./group.ts";

const KINDS = { major: "error", minor: "notice", patch: "notice", none: "notice" } as const satisfies Record<
  Level,
  string
>;

/** One command a line, the most severe first: a pull request shows each edit beside its line. */
export function formatGithub(diff: Diff): string {
  const lines = groupsOf(diff).flatMap((group) => group.lines);
  const of = (kind: string) => lines.filter(({ level }) => KINDS[level] === kind);
  const commands = [...of("error"), ...of("notice")].map(({ level, message, rules, location, places }) => {
    const times = places > 1 ? ` (and in ${counted(places - 1, "other place")})` : "";
    // What is gone has a place in the earlier document only, which no pull request shows.
    const place = location.side === "before" ? undefined : location;
    const title = `${level}: ${rules.join(", ")}`;
    return workflowCommand(KINDS[level], { title, ...(place && { place }) }, `${message}${times}`);
  });
  return commands.join("\n");
}

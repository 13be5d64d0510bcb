import { posix } from "node:path";
import type { ExportNeed } from "./exports.ts";
import type { Need } from "./needs.ts";
import type { Plan } from "./plan.ts";
import { exportShortfallsOf, shortfallsOf } from "./shortfalls.ts";

/** Enough to find the place; `exports.md` has all. */
const MOST_EXPORTS = 5;

export function whyExports({ removed, changed, added }: ExportNeed): string {
  // What is added matters only where nothing breaks.
  const parts = removed.length + changed.length === 0 ? { added } : { removed, changed };
  return Object.entries(parts)
    .filter(([, exports]) => exports.length > 0)
    .map(([what, exports]) => {
      const more = exports.length > MOST_EXPORTS ? [`${exports.length - MOST_EXPORTS} more`] : [];
      return `${what}: ${[...exports.slice(0, MOST_EXPORTS), ...more].join(", ")}`;
    })
    .join("; ");
}

export function why({ reason, channels }: Need): string {
  if (reason === "new") return "never released";
  return channels.length === 0 ? "other generated files" : `${reason}: ${channels.join(", ")}`;
}

/**
 * Where a workspace has no changesets: each package of which something breaks that its version does not tell of, and what
 * to do. When other versions are raised is the team's own affair.
 */
export function tooLowVersions(plan: Plan): readonly string[] {
  const breaking = shortfallsOf(plan).filter(({ need }) => need.reason === "breaking");
  const since = plan.versions?.since;
  const line = (need: Need | ExportNeed, reason: string): string => {
    const { name, version, folder } = need.package;
    const found = since === undefined ? version : `${version}, beside that of ${since}`;
    const advice = `raise it in ${posix.join(folder, "package.json")}, or take back what breaks`;
    return `${name}: needs a ${need.level} version (${reason}), found ${found}; ${advice}`;
  };
  return [
    ...breaking.map(({ need }) => line(need, why(need))),
    ...exportShortfallsOf(plan).map(({ need }) => line(need, whyExports(need))),
  ];
}

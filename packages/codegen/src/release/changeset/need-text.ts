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

/** What a check finds wrong, and the file that it is shown beside. */
export interface Problem {
  /** From the root of the workspace, with forward slashes. */
  readonly file: string;
  readonly message: string;
}

export function manifestOf({ package: { folder } }: Need | ExportNeed): string {
  return posix.join(folder, "package.json");
}

/**
 * Where a workspace has no changesets: each package of which something breaks that its version does not tell of, and what
 * to do. When other versions are raised is the team's own affair.
 */
export function tooLowVersions(plan: Plan): readonly Problem[] {
  const breaking = shortfallsOf(plan).filter(({ need }) => need.reason === "breaking");
  const since = plan.versions?.since;
  const problem = (need: Need | ExportNeed, reason: string): Problem => {
    const { name, version } = need.package;
    const file = manifestOf(need);
    const found = since === undefined ? version : `${version}, beside that of ${since}`;
    const advice = `raise it in ${file}, or take back what breaks; what is never published says there "private": true`;
    return { file, message: `${name}: needs a ${need.level} version (${reason}), found ${found}; ${advice}` };
  };
  return [
    ...breaking.map(({ need }) => problem(need, why(need))),
    ...exportShortfallsOf(plan).map(({ need }) => problem(need, whyExports(need))),
  ];
}

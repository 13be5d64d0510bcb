import { createHash } from "node:crypto";
import { LEVELS, type Level } from "../diff/impact.ts";
import type { ChangesetFile } from "./changeset-file.ts";
import { bumpFor, REASONS, type Reason } from "./policy.ts";

/** A line of the front matter: what the API asks of a package, and what a person made of it. */
export interface Entry {
  readonly package: string;
  readonly level: Level;
  /** Why the package is in the file; undefined where a person put it there. */
  readonly reason: Reason | undefined;
  /** Why a person asks for less. */
  readonly because: string | undefined;
}

const NAME = /^api-[0-9a-f]{8}\.md$/;
const MARKER = "# Written by `codegen changeset`";
const HEADER = `${MARKER} from openapi/; run it again after an edit. Raise a level as you like.
# Lower one with its reason behind it: patch # breaking, because …`;

/** Whether `codegen changeset` wrote the file, whatever a person has changed since. */
export function isOurs({ name, frontMatter }: ChangesetFile): boolean {
  return NAME.test(name) && frontMatter.includes(MARKER);
}

/** The name follows from what is generated; the edits of a person do not change it. */
export function nameOf(entries: readonly Entry[], summary: string): string {
  const hash = createHash("sha256").update(format(entries, summary)).digest("hex");
  return `api-${hash.slice(0, 8)}.md`;
}

export function format(entries: readonly Entry[], summary: string): string {
  const lines = entries.map(({ package: name, level, reason, because }) => {
    const comment = [
      ...(reason === undefined ? [] : [reason]),
      ...(because === undefined ? [] : [`because ${because}`]),
    ];
    return `"${name}": ${level}${comment.length === 0 ? "" : ` # ${comment.join(", ")}`}`;
  });
  return `---\n${[HEADER, ...lines].join("\n")}\n---\n\n${summary}\n`;
}

const LINE = /^\s*(?:"([^"]+)"|'([^']+)'|([^\s"'#:]+))\s*:\s*"?(\w+)"?\s*(?:#\s*(.*?)\s*)?$/;
const COMMENT = new RegExp(`^(?:(${REASONS.join("|")})\\b[\\s,;:.]*)?(?:because\\s+(.*))?`, "i");

/** The lines of a file that is {@link isOurs}. */
export function entriesOf({ frontMatter, bumps }: ChangesetFile): readonly Entry[] {
  const comments = new Map(
    frontMatter.split("\n").flatMap((line): [string, string][] => {
      const [, double, single, plain, , comment] = LINE.exec(line) ?? [];
      const name = double ?? single ?? plain;
      return name === undefined || comment === undefined ? [] : [[name, comment]];
    }),
  );
  return [...bumps].map(([name, level]) => {
    const [, reason, because] = COMMENT.exec(comments.get(name) ?? "") ?? [];
    return {
      package: name,
      level,
      reason: REASONS.find((known) => known === reason?.toLowerCase()),
      because: because === undefined || because === "" ? undefined : because,
    };
  });
}

/**
 * What is generated now with what a person made of an earlier edition: what was raised stays raised, and what was
 * lowered with a reason stays lowered.
 */
export function keepDecisions(
  generated: readonly Entry[],
  earlier: readonly Entry[],
  versionOf: (name: string) => string | undefined,
): readonly Entry[] {
  const added = earlier.filter(
    ({ package: name, reason, because }) =>
      reason === undefined && because === undefined && !generated.some((entry) => entry.package === name),
  );
  const kept = generated.map((entry) => {
    const old = earlier.find(({ package: name }) => name === entry.package);
    if (old === undefined) return entry;
    if (old.because !== undefined && isHigher(entry.level, old.level))
      return { ...entry, level: old.level, because: old.because };
    return isRaised(old, versionOf(old.package)) && isHigher(old.level, entry.level)
      ? { ...entry, level: old.level }
      : entry;
  });
  return [...kept, ...added].sort((a, b) => (a.package < b.package ? -1 : 1));
}

/** Whether a person asks for more than the reason does. */
function isRaised({ reason, level }: Entry, version: string | undefined): boolean {
  return reason === undefined || version === undefined || isHigher(level, bumpFor(reason, version));
}

export function isHigher(one: Level, other: Level): boolean {
  return LEVELS.indexOf(one) > LEVELS.indexOf(other);
}

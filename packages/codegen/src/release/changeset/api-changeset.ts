import { createHash } from "node:crypto";
import { isJsonObject } from "@earmark/openapi";
import { LEVELS, type Level } from "@earmark/openapi-diff";
import { parseYaml } from "@redocly/openapi-core";
import { UsageError } from "../../workspace/usage-error.ts";
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
/** What it is about, in files that told of all documents together, as versions up to 0.1 wrote them. */
const ALL_DOCUMENTS = "from openapi/";

function header(document: string | undefined): string {
  const subject = document === undefined ? ALL_DOCUMENTS : `for ${document}`;
  return `${MARKER} ${subject}; run it again after an edit. Raise a level as you like.
# Lower one with its reason behind it: patch # breaking, because …`;
}

/** Whether `codegen changeset` wrote the file, which may have been edited since. */
export function isOurs({ name, frontMatter }: ChangesetFile): boolean {
  return NAME.test(name) && frontMatter.includes(MARKER);
}

/** The name of the document that a file tells of; undefined for all documents. */
export function documentOf({ frontMatter }: ChangesetFile): string | undefined {
  return new RegExp(`${MARKER} for (.*); run it again`).exec(frontMatter)?.[1];
}

/** The name follows from what is generated; the edits of a person do not change it. */
export function nameOf(document: string | undefined, entries: readonly Entry[], summary: string): string {
  const hash = createHash("sha256")
    .update(format(document, entries, summary))
    .digest("hex");
  return `api-${hash.slice(0, 8)}.md`;
}

export function format(document: string | undefined, entries: readonly Entry[], summary: string): string {
  const lines = entries.map(({ package: name, level, reason, because }) => {
    const comment = [
      ...(reason === undefined ? [] : [reason]),
      ...(because === undefined ? [] : [`because ${because}`]),
    ];
    return `"${name}": ${level}${comment.length === 0 ? "" : ` # ${comment.join(", ")}`}`;
  });
  return `---\n${[header(document), ...lines].join("\n")}\n---\n\n${summary}\n`;
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

/** The highest of several levels; `none` of none. */
export function highestOf(levels: readonly Level[]): Level {
  return levels.reduce((one, other) => (isHigher(other, one) ? other : one), "none");
}

/** The highest bump that changesets give a package. */
export function highestBump(name: string, changesets: readonly ChangesetFile[]): Level {
  return highestOf(changesets.map(({ bumps }) => bumps.get(name) ?? "none"));
}

/** A file of `.changeset/`: packages, the bump of each, and what their changelogs will say. */
export interface ChangesetFile {
  /** Without its folder. */
  readonly name: string;
  readonly text: string;
  /** What stands between the `---`, as text: comments are part of it. */
  readonly frontMatter: string;
  readonly bumps: ReadonlyMap<string, Level>;
  readonly summary: string;
}

/** The format of changesets: YAML between two lines `---`, then Markdown. */
const FORMAT = /^\s*---(.*?)\r?\n\s*---(\s*(?:\n|$).*)/s;

/** @throws {UsageError} when the text is no changeset. */
export function parseChangeset(name: string, text: string): ChangesetFile {
  const [, frontMatter, summary] = FORMAT.exec(text) ?? [];
  if (frontMatter === undefined || summary === undefined)
    throw unreadable(name, 'begin it with the packages between two lines ---, such as "@earmark/http": patch');
  const parsed = parseFrontMatter(name, frontMatter);
  const bumps = Object.entries(parsed).map(([owner, bump]): [string, Level] => {
    const level = LEVELS.find((known) => known === bump);
    if (level !== undefined) return [owner, level];
    throw unreadable(
      name,
      `the bump of ${owner} must be one of ${LEVELS.join(", ")}, received ${JSON.stringify(bump)}`,
    );
  });
  return { name, text, frontMatter, bumps: new Map(bumps), summary: summary.trim() };
}

function parseFrontMatter(name: string, text: string): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = parseYaml(text);
  } catch (error) {
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw unreadable(name, `what is between its --- is not YAML: ${reason}`);
  }
  // Nothing but comments is a changeset of no package.
  if (parsed === undefined || parsed === null) return {};
  if (isJsonObject(parsed)) return parsed;
  throw unreadable(name, `between its --- must be packages and their bumps, received ${JSON.stringify(parsed)}`);
}

function unreadable(name: string, problem: string): UsageError {
  return new UsageError(`.changeset/${name} cannot be read: ${problem}`);
}

import { isJsonObject } from "@earmark/openapi";
import { parseYaml } from "@redocly/openapi-core";
import { UsageError } from "../../workspace.ts";
import { LEVELS, type Level } from "../diff/impact.ts";

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

import { code, counted, markdown } from "@earmark/openapi";
import {
  type Comparison,
  committedBase,
  compareWithBase,
  disagreementText,
  type FindBase,
  overallImpact,
  type Plan,
  planChangeset,
  type Start,
} from "../../release/changeset/index.ts";
import type { Diff } from "../../release/diff/change.ts";
import { countsOf, groupsOf } from "../../release/diff/format/group.ts";
import type { Line } from "../../release/diff/format/line.ts";
import { highestImpact, type Impact, LEVELS } from "../../release/diff/impact.ts";
import { formatDiff } from "../../release/diff/index.ts";
import type { CompileUsage } from "../../release/usage/index.ts";
import type { WorkspaceDocument } from "../../workspace.ts";
import { releasesMarkdown } from "./releases.ts";
import { verdict } from "./verdict.ts";

/** What became of the API since the last release, or since a branch began. */
interface Summary {
  readonly headline: string;
  /** What a person should know before anything is done with it: every edit, the most severe first. */
  readonly notes: readonly string[];
  /** To paste into a pull request. */
  readonly markdown: readonly string[];
}

export type Summarise = () => Promise<Summary>;

/** Sums up what edits of the documents mean, to whom, and which packages will be released for it. */
export function summariser(
  root: string,
  documents: readonly WorkspaceDocument[],
  start: Start,
  compile: CompileUsage,
): Summarise {
  const { name, commit } = start;
  const committed = committedBase(commit ?? "HEAD", root);
  const since = commit === undefined ? "the last commit" : name;
  const unchanged = commit === undefined ? "the API is as it was released" : `the API is as in ${name}`;
  return async () => {
    const plan = await planChangeset(root, documents, start, compile);
    const parts: Part[] = [];
    for (const comparison of plan.comparisons) parts.push(await partOf(comparison, committed, since, compile));
    return {
      headline: parts.flatMap(({ headline }) => headline ?? []).join("; ") || unchanged,
      notes: [...parts.flatMap(({ notes }) => notes), ...plan.comparisons.flatMap(disagreementText)],
      markdown: markdownOf(plan, parts, unchanged),
    };
  };
}

/** What is said about one document. */
interface Part {
  readonly headline: string | undefined;
  readonly notes: readonly string[];
  readonly markdown: readonly string[];
}

async function partOf(
  comparison: Comparison,
  committed: FindBase,
  commit: string,
  compile: CompileUsage,
): Promise<Part> {
  const { document, title, changes, disagreement } = comparison;
  const head = ["", `### ${markdown(title)} (${code(document.origin)})`, ""];
  if (changes !== undefined) {
    const diff = diffOf(comparison);
    if (changes.length === 0 && disagreement === undefined) return { headline: undefined, notes: [], markdown: [] };
    return {
      headline: `${document.origin}: ${[countsOf(groupsOf(diff)), verdict(diff.impact)].filter((part) => part !== "").join(", ")}`,
      notes: noteLines(diff),
      markdown: [...head, formatDiff(diff, "markdown")],
    };
  }
  // Nobody depends on what was never released, but whoever reviews it wants to see the edit.
  const since = diffOf(await compareWithBase(document, committed, compile));
  const isEdited = since.changes.length > 0;
  return {
    headline: `${document.origin}: never released, so nobody is broken${isEdited ? `; ${countsOf(groupsOf(since))} since ${commit}` : ""}`,
    notes: noteLines(since),
    markdown: [
      ...head,
      "Never released: this is its first version, and nobody is broken.",
      ...(isEdited ? ["", `Since ${commit}:`, "", formatDiff(since, "markdown")] : []),
    ],
  };
}

function diffOf(comparison: Comparison): Diff {
  return { changes: comparison.changes ?? [], impact: overallImpact(comparison) };
}

/** More than that is read in the diff. */
const MOST_NOTES = 12;

function noteLines(diff: Diff): readonly string[] {
  const lines = groupsOf(diff).flatMap((group) => group.lines);
  const sorted = lines.toSorted((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
  const more = sorted.length - MOST_NOTES;
  return [
    ...sorted.slice(0, MOST_NOTES).map(noteLine),
    ...(more > 0 ? [`and ${more} more: the summary at the end has them`] : []),
  ];
}

function noteLine({ level, message, places, location: { file, line } }: Line): string {
  const where = places > 1 ? `${file}:${line} and ${counted(places - 1, "more place")}` : `${file}:${line}`;
  return `${level.padEnd(5)}  ${message} (${where})`;
}

function markdownOf(plan: Plan, parts: readonly Part[], unchanged: string): readonly string[] {
  return [
    "## What changes for users of the API",
    "",
    overallVerdict(plan.comparisons, unchanged),
    ...parts.flatMap(({ markdown }) => markdown),
    ...releasesMarkdown(plan),
  ];
}

function overallVerdict(comparisons: readonly Comparison[], unchanged: string): string {
  const impact: Impact = highestImpact(comparisons.map(overallImpact));
  const said = verdict(impact);
  if (said !== "") return `**This ${said}.**`;
  const isNew = comparisons.some(({ changes }) => changes === undefined);
  return isNew ? "**A first version: nobody is broken.**" : `**Nothing: ${unchanged}.**`;
}

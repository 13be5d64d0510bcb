import { code, counted, markdown } from "@earmark/openapi";
import {
  countsOf,
  type Diff,
  formatDiff,
  groupsOf,
  highestImpact,
  type Impact,
  LEVELS,
  type Line,
} from "@earmark/openapi-diff";
import type { WorkspaceDocument } from "../../workspace/documents.ts";
import { pathBetween } from "../../workspace/files.ts";
import type { Output } from "../../workspace/layout.ts";
import type { CompileUsage } from "../usage/compile-usage.ts";
import { isHigher } from "./api-changeset.ts";
import { committedBase, type FindBase } from "./base.ts";
import { type Comparison, compareWithBase, disagreementText, overallImpact } from "./comparison.ts";
import { type Need, unpublishedOwners } from "./needs.ts";
import { type Plan, planChangeset } from "./plan.ts";
import { givenBump } from "./shortfalls.ts";
import type { Start } from "./start.ts";

/** What became of the API since the last release, or since a branch began. */
interface Summary {
  readonly headline: string;
  /** What a person should know before anything is done with it: every edit, the most severe first. */
  readonly notes: readonly string[];
  /** To paste into a pull request. */
  readonly markdown: readonly string[];
}

export type Summarise = () => Promise<Summary>;

/** Sums up what edits of the documents mean, and which packages will be released for it. */
export function summariser(
  root: string,
  documents: readonly WorkspaceDocument[],
  start: Start,
  compile: CompileUsage,
): Summarise {
  return async () => summaryOf(await planChangeset(root, documents, start, compile), root, start, compile);
}

export async function summaryOf(plan: Plan, root: string, start: Start, compile: CompileUsage): Promise<Summary> {
  const { name, commit } = start;
  const committed = committedBase(commit ?? "HEAD", root);
  const since = commit === undefined ? "the last commit" : name;
  const unchanged = commit === undefined ? "the API is as it was released" : `the API is as in ${name}`;
  const parts: Part[] = [];
  for (const comparison of plan.comparisons) parts.push(await partOf(comparison, committed, since, compile));
  return {
    headline: parts.flatMap(({ headline }) => headline ?? []).join("; ") || unchanged,
    notes: [...parts.flatMap(({ notes }) => notes), ...plan.comparisons.flatMap(disagreementText)],
    markdown: markdownOf(plan, parts, unchanged, root),
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
  // No one depends on what was never released, but a reviewer wants to see the edit.
  const since = diffOf(await compareWithBase(document, committed, compile));
  const isEdited = since.changes.length > 0;
  return {
    headline: `${document.origin}: never released, so nothing breaks${isEdited ? `; ${countsOf(groupsOf(since))} since ${commit}` : ""}`,
    notes: noteLines(since),
    markdown: [
      ...head,
      "Never released: this is its first version, and nothing breaks.",
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

function markdownOf(plan: Plan, parts: readonly Part[], unchanged: string, root: string): readonly string[] {
  return [
    "## What changes for users of the API",
    "",
    overallVerdict(plan.comparisons, unchanged),
    ...parts.flatMap(({ markdown }) => markdown),
    ...needsMarkdown(plan),
    ...regeneratedMarkdown(plan, root),
    ...disagreementMarkdown(plan),
  ];
}

function overallVerdict(comparisons: readonly Comparison[], unchanged: string): string {
  const impact: Impact = highestImpact(comparisons.map(overallImpact));
  const said = verdict(impact);
  if (said !== "") return `**This ${said}.**`;
  const isNew = comparisons.some(({ changes }) => changes === undefined);
  return isNew ? "**A first version: nothing breaks.**" : `**Nothing: ${unchanged}.**`;
}

/** What an edit of the API breaks, as the rest of a sentence that begins with the edit; empty where nothing was edited. */
function verdict({ wire, validators, types, surface, docs }: Impact): string {
  const breaksPrograms = wire === "major" || validators === "major";
  const breaksSource = types === "major" || surface === "major";
  if (breaksPrograms && breaksSource) return "breaks running programs and source code";
  if (breaksPrograms) return "breaks running programs; source code still compiles";
  if (breaksSource) return "breaks source code; running programs are not affected";
  if ([wire, validators, types, surface].some((level) => level !== "none")) return "breaks nothing";
  return docs === "none" ? "" : "changes words only";
}

function needsMarkdown(plan: Plan): readonly string[] {
  const head = ["", "### Releases", ""];
  if (plan.needs.length === 0)
    return [...head, `${withoutNeeds(plan, "No package needs a release because of this", code)}.`];
  return [
    ...head,
    "| package | version | bump | because of |",
    "|---|---|---|---|",
    ...plan.needs.map((need) => {
      const { name, version } = need.package;
      return `| ${code(name)} | ${version} | ${bumpText(need, plan)} | ${reasonText(need)} |`;
    }),
  ];
}

/** That nothing has to be released, and why where what changed is never published. */
export function withoutNeeds(
  { comparisons, packages }: Plan,
  said = "no package needs a release",
  nameText: (name: string) => string = (name) => name,
): string {
  const changed = comparisons.filter(
    ({ changes, regenerated }) => changes === undefined || changes.length + regenerated.length > 0,
  );
  const documents = changed.map(({ document }) => document);
  const [only, ...others] = unpublishedOwners(documents, packages).map(nameText);
  if (only === undefined) return said;
  return `${said}: ${[only, ...others].join(", ")} ${others.length === 0 ? "is" : "are"} never published`;
}

/** What a person has decided in a changeset, or in a manifest, counts. */
function bumpText(need: Need, plan: Plan): string {
  const { level } = need;
  const { level: given, because } = givenBump(need, plan);
  if (given === "none" || given === level) return level;
  if (because !== undefined) return `${given}, lowered from ${level} because ${markdown(because)}`;
  return isHigher(given, level) ? `${given}, raised from ${level}` : `${level}, not ${given}`;
}

function reasonText({ reason, channels }: Need): string {
  if (reason === "new") return "first version";
  if (channels.length === 0) return "other generated files for the same API";
  return `${reason}: ${channels.join(", ")}`;
}

function regeneratedMarkdown({ comparisons }: Plan, root: string): readonly string[] {
  const folders = comparisons.flatMap(({ document: { outputs }, regenerated }) =>
    outputs.filter(({ id }) => regenerated.includes(id)).map(outputFolder),
  );
  const names = folders.map((folder) => code(pathBetween(root, folder)));
  return names.length === 0 ? [] : ["", `Generated anew: ${names.join(", ")}.`];
}

/** The package that is generated, or the folder in one that exists. */
function outputFolder(output: Output): string {
  return output.package === undefined ? output.folder : output.owner;
}

function disagreementMarkdown({ comparisons }: Plan): readonly string[] {
  const [first, ...rest] = comparisons.flatMap(disagreementText).flatMap((text) => text.split("\n"));
  if (first === undefined) return [];
  return ["", "> [!WARNING]", ...[first, ...rest].map((line) => `> ${markdown(line)}`)];
}

import {
  type Comparison,
  committedBase,
  compareWithBase,
  disagreementText,
  overallImpact,
  type Plan,
  planChangeset,
  releasedBase,
} from "../../release/changeset/index.ts";
import type { Diff } from "../../release/diff/change.ts";
import { countsOf, groupsOf } from "../../release/diff/format/group.ts";
import { formatDiff } from "../../release/diff/index.ts";
import type { CompileUsage } from "../../release/usage/index.ts";
import type { WorkspaceDocument } from "../../workspace.ts";

/** What became of the API since the last release. */
interface Summary {
  readonly headline: string;
  /** What a person should know before anything is done with it: every edit that breaks somebody. */
  readonly notes: readonly string[];
  /** To paste into a pull request. */
  readonly markdown: readonly string[];
}

export type Summarise = () => Promise<Summary>;

/** Sums up what edits of the documents mean, to whom, and which packages will be released for it. */
export function summariser(root: string, documents: readonly WorkspaceDocument[], compile: CompileUsage): Summarise {
  return async () => {
    const plan = await planChangeset(root, documents, releasedBase(root), compile);
    const parts: Part[] = [];
    for (const comparison of plan.comparisons) parts.push(await partOf(comparison, root, compile));
    const said = parts.flatMap(({ headline }) => headline ?? []);
    return {
      headline: said.length === 0 ? "the API is as it was released" : said.join("; "),
      notes: parts.flatMap(({ notes }) => notes),
      markdown: [
        "## What changes for users of the API",
        ...parts.flatMap(({ markdown }) => markdown),
        ...releases(plan),
      ],
    };
  };
}

interface Part {
  readonly headline: string | undefined;
  readonly notes: readonly string[];
  readonly markdown: readonly string[];
}

async function partOf(comparison: Comparison, root: string, compile: CompileUsage): Promise<Part> {
  const { document, title } = comparison;
  const head = ["", `### ${title} (\`${document.origin}\`)`, ""];
  if (comparison.changes !== undefined) {
    const found = describe(comparison);
    const headline = found === undefined ? undefined : `${document.origin}: ${found.counts}`;
    const notes = [...(found?.breaking ?? []), ...disagreementText(comparison)];
    return { headline, notes, markdown: [...head, found?.markdown ?? "No change of the API."] };
  }
  // Nobody depends on what was never released, but whoever reviews it wants to see the edit.
  const since = await compareWithBase(document, committedBase("HEAD", root), compile);
  const found = describe(since);
  return {
    headline: `${document.origin}: never released, so nobody is broken${found === undefined ? "" : `; ${found.counts} since the last commit`}`,
    notes: [],
    markdown: [
      ...head,
      "Never released: its first version.",
      ...(found === undefined ? [] : ["", "Since the last commit:", "", found.markdown]),
    ],
  };
}

/** Undefined where nobody can tell the editions apart. */
function describe(comparison: Comparison) {
  const { changes = [] } = comparison;
  if (changes.length === 0) return undefined;
  const diff: Diff = { changes, impact: overallImpact(comparison) };
  const groups = groupsOf(diff);
  const breaking = groups.flatMap(({ lines }) => lines.filter(({ level }) => level === "major"));
  return {
    counts: countsOf(groups),
    breaking: breaking.map(({ message, location: { file, line } }) => `breaks: ${message} (${file}:${line})`),
    markdown: formatDiff(diff, "markdown"),
  };
}

function releases({ needs, comparisons }: Plan): readonly string[] {
  const notes = comparisons.flatMap(disagreementText).map((line) => `> ${line.trim().replaceAll("\n", "\n> ")}`);
  if (needs.length === 0) return ["", "### Releases", "", "No package needs a release because of this."];
  const rows = needs.map(({ package: { name, version }, level, reason, channels }) => {
    const why = channels.length === 0 ? reason : `${reason} (${channels.join(", ")})`;
    return `| \`${name}\` | ${version} | ${level} | ${why} |`;
  });
  return [
    "",
    "### Releases",
    "",
    "| package | version | bump | because of |",
    "|---|---|---|---|",
    ...rows,
    ...(notes.length === 0 ? [] : ["", ...notes]),
  ];
}

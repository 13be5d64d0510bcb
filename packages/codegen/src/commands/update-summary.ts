import { readDocument } from "../document/index.ts";
import { planChangeset, releasedBase } from "../release/changeset/index.ts";
import { countsOf, groupsOf } from "../release/diff/format/group.ts";
import { diffDocuments, formatDiff } from "../release/diff/index.ts";
import { usageCompiler } from "../release/usage/index.ts";
import type { WorkspaceDocument } from "../workspace.ts";

/** What became of the API since the last release. */
export interface UpdateSummary {
  readonly headline: string;
  /** To paste into a pull request. */
  readonly markdown: readonly string[];
}

/** Sums up what edits of the documents mean, to whom, and which packages will be released for it. */
export async function summarise(root: string, documents: readonly WorkspaceDocument[]): Promise<UpdateSummary> {
  const findBase = releasedBase(root);
  const markdown: string[] = ["## What changes for users of the API"];
  const headlines: string[] = [];
  for (const document of documents) {
    const base = await findBase(document);
    markdown.push("", `### \`${document.origin}\``, "");
    if (base === undefined) {
      headlines.push(`${document.origin}: never released`);
      markdown.push("First version.");
      continue;
    }
    const diff = diffDocuments(base.document, await readDocument(document.path, document.origin));
    markdown.push(formatDiff(diff, "markdown"));
    if (diff.changes.length > 0) headlines.push(`${document.origin}: ${countsOf(groupsOf(diff))}`);
  }
  const { needs } = await planChangeset(root, documents, findBase, usageCompiler());
  markdown.push("", "### Releases", "");
  if (needs.length === 0) markdown.push("No package needs a release because of this.");
  else {
    markdown.push("| package | bump | because of |", "|---|---|---|");
    for (const {
      package: { name, version },
      level,
      reason,
      channels,
    } of needs)
      markdown.push(`| ${name} ${version} | ${level} | ${[reason, ...channels].join(", ")} |`);
  }
  return { headline: headlines.join("; ") || "the API is the same as in the last release", markdown };
}

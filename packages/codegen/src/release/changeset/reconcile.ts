import { hasConflict } from "../../workspace/manifest.ts";
import {
  type ChangesetFile,
  documentOf,
  type Entry,
  entriesOf,
  format,
  isHigher,
  isOurs,
  keepDecisions,
  nameOf,
  parseChangeset,
} from "./api-changeset.ts";
import { oursFor, type Plan } from "./plan.ts";
import { bumpFor } from "./policy.ts";
import { shortfallsFor } from "./shortfalls.ts";

/** What is to be done in `.changeset/` so that it tells of the documents as they are. */
interface Reconciliation {
  readonly write: readonly { readonly name: string; readonly text: string }[];
  /** Files that tell of something else, all of them ours. */
  readonly remove: readonly {
    readonly name: string;
    /** The file that tells of the same document now; undefined where none has to. */
    readonly successor: string | undefined;
  }[];
  /** Bumps that a person has lowered with a reason. */
  readonly lowered: readonly Entry[];
  /** Names of files whose text a person has changed, and which is written anew. */
  readonly rewritten: readonly string[];
}

/** Replaces what an earlier run wrote for the same branch and document; what a person decided there stays. */
export function reconcileChangesets(plan: Plan): Reconciliation {
  const documents = plan.comparisons.map(({ document }) => document.name);
  const parts = documents.map((document) => reconcileDocument(document, plan));
  const gone = plan.pending.ours
    .filter((file) => !documents.includes(documentOf(file) ?? documents[0] ?? ""))
    .map(({ name }) => ({ name, successor: undefined }));
  // A file that told of several documents is removed for each of them.
  const removed = Map.groupBy([...parts.flatMap(({ remove }) => remove), ...gone], ({ name }) => name);
  return {
    write: parts.flatMap(({ write }) => write),
    remove: [...removed].map(([name, all]) => ({ name, successor: all.find((one) => one.successor)?.successor })),
    lowered: parts.flatMap(({ lowered }) => lowered),
    rewritten: [...new Set(parts.flatMap(({ rewritten }) => rewritten))],
  };
}

function reconcileDocument(document: string, plan: Plan): Reconciliation {
  const generated = plan.generated.find((one) => one.document === document);
  const ours = oursFor(document, plan.pending);
  const nothing: Reconciliation = { write: [], remove: [], lowered: [], rewritten: [] };
  if (generated === undefined) return { ...nothing, remove: ours.map(({ name }) => ({ name, successor: undefined })) };
  if (
    ours.length > 1 &&
    !ours.some((file) => hasConflict(file.text) || documentOf(file) === undefined) &&
    tellsTheSame(ours, generated.summary) &&
    shortfallsFor(document, plan).length === 0
  )
    return nothing;
  const current = ours.find(({ name }) => name === generated.name);
  const versionOf = (name: string): string | undefined => plan.packages.find((one) => one.name === name)?.version;
  const entries = keepDecisions(generated.entries, merged(ours), versionOf);
  // The name says what the text was generated from: words that were improved since still tell of it.
  const text = format(document, entries, current?.summary ?? generated.summary);
  const replaced = [...new Map(ours.map((file) => [file.name, file])).values()].filter(
    ({ name }) => name !== generated.name,
  );
  return {
    write: text === current?.text ? [] : [{ name: generated.name, text }],
    remove: replaced.map(({ name }) => ({ name, successor: generated.name })),
    lowered: entries.filter(({ because }) => because !== undefined),
    rewritten: replaced.filter((file) => isEdited(file, versionOf)).map(({ name }) => name),
  };
}

/** What is pending once {@link reconcileChangesets} is done, all of which counts for a release. */
export function pendingAfter(plan: Plan): Plan["pending"] {
  const { pending } = plan;
  const { write, remove } = reconcileChangesets(plan);
  const replaced = new Set([...write, ...remove].map(({ name }) => name));
  const kept = pending.ours.filter(({ name }) => !replaced.has(name));
  const written = write.map(({ name, text }) => parseChangeset(name, text));
  return {
    ours: [...kept, ...written, ...pending.told.filter(isOurs)],
    others: [...pending.others, ...pending.told.filter((file) => !isOurs(file))],
    told: [],
  };
}

/** Changesets that no longer tell of the documents as they are, when another one is due. */
export function staleChangesets(plan: Plan): readonly string[] {
  const conflicts = plan.pending.ours.filter(({ text }) => hasConflict(text));
  return [...new Set([...reconcileChangesets(plan).remove, ...conflicts].map(({ name }) => name))];
}

/** Whether several files say together what one would say: those of branches that were merged. */
function tellsTheSame(files: readonly ChangesetFile[], summary: string): boolean {
  const [found, expected] = [new Set(files.flatMap((file) => statements(file.summary))), new Set(statements(summary))];
  return found.size === expected.size && [...expected].every((line) => found.has(line));
}

/** The lines of a changelog; the list of what was revised is one line, in which each branch has its own. */
function statements(summary: string): readonly string[] {
  return summary.split("\n").flatMap((line) => {
    const [, revised] = /^- revised: (.*)$/.exec(line) ?? [];
    return revised === undefined ? [line] : revised.split(", ").map((place) => `revised: ${place}`);
  });
}

/** The decisions of several files, as a merge of branches leaves them: of two for a package, the higher bump. */
function merged(files: readonly ChangesetFile[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const entry of files.flatMap(entriesOf)) {
    const known = entries.get(entry.package);
    if (known === undefined || isHigher(entry.level, known.level)) entries.set(entry.package, entry);
  }
  return [...entries.values()];
}

/** Whether the text is not the one that the file was named after. */
function isEdited(file: ChangesetFile, versionOf: (name: string) => string | undefined): boolean {
  const original = entriesOf(file).flatMap((entry): Entry[] => {
    const version = versionOf(entry.package);
    if (entry.reason === undefined || version === undefined) return [];
    return [{ ...entry, level: bumpFor(entry.reason, version), because: undefined }];
  });
  return nameOf(documentOf(file), original, file.summary) !== file.name;
}

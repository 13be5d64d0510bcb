import { hasConflict } from "../../workspace/manifest.ts";
import {
  type ChangesetFile,
  type Entry,
  entriesOf,
  format,
  isHigher,
  isOurs,
  keepDecisions,
  nameOf,
  parseChangeset,
} from "./api-changeset.ts";
import { type Plan, shortfallsOf } from "./plan.ts";
import { bumpFor } from "./policy.ts";

/** What is to be done in `.changeset/` so that it tells of the documents as they are. */
export interface Reconciliation {
  readonly write: { readonly name: string; readonly text: string } | undefined;
  /** Names of files that tell of something else, all of them ours. */
  readonly remove: readonly string[];
  /** Bumps that a person has lowered with a reason. */
  readonly lowered: readonly Entry[];
  /** Files whose text a person has changed, and which is written anew. */
  readonly rewritten: readonly string[];
}

/** Replaces what an earlier run wrote for the same branch; what a person decided there stays. */
export function reconcileChangesets(plan: Plan): Reconciliation {
  const {
    generated,
    pending: { ours },
    versionOf,
  } = plan;
  const nothing: Reconciliation = { write: undefined, remove: [], lowered: [], rewritten: [] };
  if (generated === undefined) return { ...nothing, remove: [...new Set(ours.map(({ name }) => name))] };
  if (
    ours.length > 1 &&
    !ours.some(({ text }) => hasConflict(text)) &&
    tellsTheSame(ours, generated.summary) &&
    shortfallsOf(plan).length === 0
  )
    return nothing;
  const current = ours.find(({ name }) => name === generated.name);
  const entries = keepDecisions(generated.entries, merged(ours), versionOf);
  // The name says what the text was generated from: words that were improved since still tell of it.
  const text = format(entries, current?.summary ?? generated.summary);
  const replaced = [...new Map(ours.map((file) => [file.name, file])).values()].filter(
    ({ name }) => name !== generated.name,
  );
  return {
    write: text === current?.text ? undefined : { name: generated.name, text },
    remove: replaced.map(({ name }) => name),
    lowered: entries.filter(({ because }) => because !== undefined),
    rewritten: replaced.filter((file) => isEdited(file, versionOf)).map(({ name }) => name),
  };
}

/** What is pending once {@link reconcileChangesets} is done, all of which counts for a release. */
export function pendingAfter(plan: Plan): Plan["pending"] {
  const { pending } = plan;
  const { write, remove } = reconcileChangesets(plan);
  const kept = pending.ours.filter(({ name }) => !remove.includes(name) && name !== write?.name);
  const written = write === undefined ? [] : [parseChangeset(write.name, write.text)];
  return {
    ours: [...kept, ...written, ...pending.told.filter(isOurs)],
    others: [...pending.others, ...pending.told.filter((file) => !isOurs(file))],
    told: [],
  };
}

/** Changesets that no longer tell of the documents as they are, when another one is due. */
export function staleChangesets(plan: Plan): readonly string[] {
  const conflicts = plan.pending.ours.filter(({ text }) => hasConflict(text)).map(({ name }) => name);
  return [...new Set([...reconcileChangesets(plan).remove, ...conflicts])];
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
function isEdited(file: ChangesetFile, versionOf: Plan["versionOf"]): boolean {
  const original = entriesOf(file).flatMap((entry): Entry[] => {
    const version = versionOf(entry.package);
    if (entry.reason === undefined || version === undefined) return [];
    return [{ ...entry, level: bumpFor(entry.reason, version), because: undefined }];
  });
  return nameOf(original, file.summary) !== file.name;
}

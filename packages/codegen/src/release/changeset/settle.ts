import { type Entry, entriesOf, format, isHigher, keepDecisions, nameOf } from "./api-changeset.ts";
import type { ChangesetFile } from "./changeset-file.ts";
import type { Plan } from "./plan.ts";
import { bumpFor } from "./policy.ts";

/** What is to be done in `.changeset/` so that it tells of the documents as they are. */
export interface Settlement {
  readonly write: { readonly name: string; readonly text: string } | undefined;
  /** Names of files that tell of something else, all of them ours. */
  readonly remove: readonly string[];
  /** Bumps that a person has lowered with a reason. */
  readonly lowered: readonly Entry[];
  /** Files whose text a person has changed, and which is written anew. */
  readonly rewritten: readonly string[];
}

/** Replaces what an earlier run wrote; what a person decided there stays. */
export function settle({ generated, pending: { ours }, versionOf }: Plan): Settlement {
  if (generated === undefined) {
    return { write: undefined, remove: ours.map(({ name }) => name), lowered: [], rewritten: [] };
  }
  const current = ours.find(({ name }) => name === generated.name);
  const entries = keepDecisions(generated.entries, merged(ours), versionOf);
  // The name says what the text was generated from: words that somebody improved since still tell of it.
  const text = format(entries, current?.summary ?? generated.summary);
  const replaced = ours.filter((file) => file !== current);
  return {
    write: text === current?.text ? undefined : { name: generated.name, text },
    remove: replaced.map(({ name }) => name),
    lowered: entries.filter(({ because }) => because !== undefined),
    rewritten: replaced.filter((file) => isEdited(file, versionOf)).map(({ name }) => name),
  };
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

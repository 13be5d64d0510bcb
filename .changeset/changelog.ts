/** What is read here of a changeset. */
interface Changeset {
  readonly summary: string;
}

interface Dependency {
  readonly name: string;
  readonly newVersion: string;
}

const MARKER = /^[-*+] /;

/**
 * The words of a changeset as an entry of a list. Words that are a list already are its entries, not a list within one,
 * and what follows them belongs to the last.
 */
export function getReleaseLine({ summary }: Changeset): string {
  const lines = summary.trim().split(/\r?\n/);
  const isList = /^([-*+]|\d+[.)]) /.test(lines[0] ?? "");
  let isCode = false;
  const entry = lines.map((line, index) => {
    const isFence = /^(```|~~~)/.test(line);
    const isOfList = isList && !isCode && !isFence;
    if (isFence) isCode = !isCode;
    if (isOfList && MARKER.test(line)) return `- ${line.slice(2)}`;
    if (isOfList && /^(\d+[.)] |\s)/.test(line)) return line;
    return !isList && index === 0 ? `- ${line}` : `  ${line}`;
  });
  return summary.trim() === "" ? "" : entry.map((line) => line.trimEnd()).join("\n");
}

/** The dependencies that have another version, in one entry, however many changesets are the reason. */
export function getDependencyReleaseLine(_changesets: readonly Changeset[], updated: readonly Dependency[]): string {
  if (updated.length === 0) return "";
  return ["- Updated dependencies", ...updated.map(({ name, newVersion }) => `  - ${name}@${newVersion}`)].join("\n");
}

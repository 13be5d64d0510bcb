/** The percentage of killed mutants by file, rounded down; a file without mutants has no score. */
export type Scores = Readonly<Record<string, number>>;

/** The part of a mutant that is read here. Ignored mutants, and those that do not run (`RuntimeError`), do not count. */
export interface Mutant {
  readonly fileName: string;
  readonly status: string;
}

const KILLED = ["Killed", "Timeout"];
const SURVIVED = ["Survived", "NoCoverage"];

export function scoresOf(mutants: readonly Mutant[]): Scores {
  const counts = new Map<string, { killed: number; all: number }>();
  for (const { fileName, status } of mutants) {
    const count = counts.get(fileName) ?? { killed: 0, all: 0 };
    counts.set(fileName, count);
    if (KILLED.includes(status)) count.killed++;
    if (KILLED.includes(status) || SURVIVED.includes(status)) count.all++;
  }
  const scores = [...counts].filter(([, { all }]) => all > 0);
  return Object.fromEntries(
    scores
      .map(([file, { killed, all }]): [string, number] => [file, Math.floor((100 * killed) / all)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A line for each file whose score fell. A new file is compared with the lowest score that is kept. */
export function fallen(now: Scores, kept: Scores): readonly string[] {
  const lowest = Math.min(100, ...Object.values(kept));
  return Object.entries(now).flatMap(([file, score]) => {
    const floor = kept[file] ?? lowest;
    return score < floor ? [`${file}: ${score} of 100 mutants are killed, ${floor} were`] : [];
  });
}

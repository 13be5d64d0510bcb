/** How many of 100 mutants of each file its tests notice, rounded down; a file without mutants has none. */
export type Scores = Readonly<Record<string, number>>;

/** What is read of a mutant. Stryker leaves out what it ignores, and what does not run (`RuntimeError`). */
export interface Mutant {
  readonly fileName: string;
  readonly status: string;
}

const NOTICED = ["Killed", "Timeout"];
const UNNOTICED = ["Survived", "NoCoverage"];

export function scoresOf(mutants: readonly Mutant[]): Scores {
  const counts = new Map<string, { noticed: number; all: number }>();
  for (const { fileName, status } of mutants) {
    const count = counts.get(fileName) ?? { noticed: 0, all: 0 };
    counts.set(fileName, count);
    if (NOTICED.includes(status)) count.noticed++;
    if (NOTICED.includes(status) || UNNOTICED.includes(status)) count.all++;
  }
  const scores = [...counts].filter(([, { all }]) => all > 0);
  return Object.fromEntries(
    scores
      .map(([file, { noticed, all }]): [string, number] => [file, Math.floor((100 * noticed) / all)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Every file whose score fell, in words. One that is not kept yet is held to the lowest of those that are. */
export function fallen(now: Scores, kept: Scores): readonly string[] {
  const lowest = Math.min(100, ...Object.values(kept));
  return Object.entries(now).flatMap(([file, score]) => {
    const floor = kept[file] ?? lowest;
    return score < floor ? [`${file}: ${score} of 100 mutants are noticed, ${floor} were`] : [];
  });
}

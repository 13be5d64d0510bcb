/** What a normalisation step did beyond the letter of the specification, because the author evidently meant it. */
export interface Repair {
  readonly kind: string;
  readonly pointer: string;
}

/** `36 × nullable beside $ref`, most frequent first. */
export function summariseRepairs(repairs: readonly Repair[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind } of repairs) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([kind, count]) => `${count} × ${kind}`);
}

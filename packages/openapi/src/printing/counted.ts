/** A number and what it counts: `1 file`, `2 files`, `0 files`. */
export function counted(count: number, noun: string, nouns: string = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

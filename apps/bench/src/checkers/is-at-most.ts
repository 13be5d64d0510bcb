/** `maxLength`, which counts code points, for peers that count UTF-16 units: of these there are never fewer. */
export function isAtMost(text: string, limit: number): boolean {
  return text.length <= limit || [...text].length <= limit;
}

import { printable } from "./printable.ts";

/** The columns that a text takes on a terminal, of which an ideograph or an emoji takes two, and a mark none. */
export type Measure = (text: string) => number;

/** Most of what is shown, and as wide as it is long. */
const ASCII = /^[ -~]*$/;

/** What measures these texts. Only other characters than ASCII wait for all that has to be known about characters. */
export async function measureFor(texts: readonly string[]): Promise<Measure> {
  return texts.every((text) => ASCII.test(text)) ? lengthOf : (await import("string-width")).default;
}

function lengthOf(text: string): number {
  return text.length;
}

/** A text and as many spaces as fill `width` columns. */
export function padded(text: string, width: number, measure: Measure): string {
  return text + " ".repeat(Math.max(0, width - measure(text)));
}

/** Code units for each column, four times what the longest emoji have: any number of marks would fit into none. */
const LONGEST = 32;

/** As much of a text as is no longer than `limit` once it is {@link printable}: cut between graphemes, marked with `…`. */
export function shortened(text: string, limit: number, measure: Measure = lengthOf): string {
  if (ASCII.test(text)) return text.length > limit ? cut(text, limit - 1) : text;
  let used = 0;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    // All that fits if an ellipsis has to follow.
    if (used < limit) end = index;
    used += measure(printable(segment));
    if (used > limit || index + segment.length > limit * LONGEST) return cut(text, end);
  }
  return text;
}

/** The beginning of an escape sequence such as those of JSON, whose rest is cut off. */
const HALF_ESCAPE = /(?<!\\)((?:\\\\)*)\\(?:u[\da-f]{0,3})?$/i;

function cut(text: string, end: number): string {
  return `${text.slice(0, end).replace(HALF_ESCAPE, "$1")}…`;
}

/** A number and what it counts: `1 file`, `2 files`, `0 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

// C0, DEL, C1 and lone surrogates; line and paragraph separators; marks that change the direction of writing.
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const shorthands: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Makes a foreign string safe for a terminal: escapes what could move the cursor or reorder characters. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => shorthands[character] ?? escapeSequence(character));
}

/** Like {@link printable}, but keeps line ends. A carriage return alone is none. */
export function printableLines(text: string): string {
  return text
    .split(/(\r?\n)/)
    .map((part, index) => (index % 2 === 0 ? printable(part) : part))
    .join("");
}

/** The escape sequence of JSON and JavaScript. */
function escapeSequence(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Counts the columns of a string on a terminal: two for an ideograph or an emoji, none for a combining mark. */
export type Measure = (text: string) => number;

/** Most strings; their width is their length. */
const ASCII = /^[ -~]*$/;

/** The measure for these strings. The tables of Unicode are loaded only for others than ASCII. */
export async function measureFor(texts: readonly string[]): Promise<Measure> {
  return texts.every((text) => ASCII.test(text)) ? lengthOf : (await import("string-width")).default;
}

function lengthOf(text: string): number {
  return text.length;
}

/** Pads a string with spaces to `width` columns. */
export function padded(text: string, width: number, measure: Measure): string {
  return text + " ".repeat(Math.max(0, width - measure(text)));
}

/** Limit of code units per column, four times the longest emoji: combining marks take no column. */
const LONGEST = 32;

/** Cuts a string between graphemes to `limit` columns, counted after {@link printable}, and marks the cut with `…`. */
export function shortened(text: string, limit: number, measure: Measure = lengthOf): string {
  if (ASCII.test(text)) return text.length > limit ? cut(text, limit - 1) : text;
  let used = 0;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    // The last cut that leaves room for the ellipsis.
    if (used < limit) end = index;
    used += measure(printable(segment));
    if (used > limit || index + segment.length > limit * LONGEST) return cut(text, end);
  }
  return text;
}

/** An escape sequence, such as those of JSON, of which the rest is cut off. */
const HALF_ESCAPE = /(?<!\\)((?:\\\\)*)\\(?:u[\da-f]{0,3})?$/i;

function cut(text: string, end: number): string {
  return `${text.slice(0, end).replace(HALF_ESCAPE, "$1")}…`;
}

/** A number and what it counts: `1 file`, `2 files`, `0 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

// C0, DEL, C1 and lone surrogates; line and paragraph separators; marks that turn the direction of text around.
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const shorthands: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Text of others for a terminal: whatever could move the cursor or disguise the text is shown as an escape sequence. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => shorthands[character] ?? escapeSequence(character));
}

/** Like {@link printable}, for text whose lines are meant to be lines. A carriage return ends none by itself. */
export function printableLines(text: string): string {
  return text
    .split(/(\r?\n)/)
    .map((part, index) => (index % 2 === 0 ? printable(part) : part))
    .join("");
}

/** As JSON and JavaScript write it. */
function escapeSequence(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

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

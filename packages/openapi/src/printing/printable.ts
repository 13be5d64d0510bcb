/**
 * What could move the cursor, begin another line, or disguise a string: C0, DEL, C1, half a surrogate pair, turned text,
 * and what takes no room. Variation selectors are part of what is before them, and so are joiners, but in ASCII.
 */
const INVISIBLE = /(?!\p{Join_C}|\p{VS})\p{DI}|(?<![^ -~])\p{Join_C}|[\p{Cc}\p{Cs}\u2028\u2029]/gu;

const SHORTHANDS: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A string of a document on its line: what is invisible is escaped as in JSON. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => SHORTHANDS[character] ?? escaped(character));
}

/**
 * What a command prints, whose lines are meant to be lines. A terminal obeys nothing in it, and neither does a CI system
 * that reads logs: GitHub runs `::command::` at the start of a line and `##[command]` anywhere; others are alike.
 *
 * The escapes are those of JSON, so in a JSON string they stand for the same characters.
 */
export function printable(output: string): string {
  return output
    .replaceAll("\r\n", "\n")
    .replace(INVISIBLE, (character) => (/[\n\t]/.test(character) ? character : escaped(character)))
    .replace(/^(\s*):(?=:)/gm, `$1${escaped(":")}`)
    .replace(/#(?=#\w*\[)/g, escaped("#"));
}

function escaped(character: string): string {
  return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

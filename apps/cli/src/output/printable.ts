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

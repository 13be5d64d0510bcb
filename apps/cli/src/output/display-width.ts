import stringWidth from "string-width";
import { printable } from "./printable.ts";

const graphemes = new Intl.Segmenter();

/** The columns that a text takes on a terminal, of which an ideograph or an emoji takes two, and a mark none. */
export function displayWidth(text: string): number {
  return stringWidth(text);
}

/** A text and as many spaces as fill `width` columns. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** As much of a text as takes `width` columns once it is {@link printable}, cut between graphemes and marked with `…`. */
export function shortened(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    // All that fits if an ellipsis has to follow.
    if (used < width) end = index;
    used += displayWidth(printable(segment));
    if (used > width) return `${text.slice(0, end).replace(HALF_ESCAPE, "$1")}…`;
  }
  return text;
}

/** The beginning of an escape sequence such as those of JSON, whose rest was cut off. */
const HALF_ESCAPE = /(?<!\\)((?:\\\\)*)\\(?:u[\da-f]{0,3})?$/i;

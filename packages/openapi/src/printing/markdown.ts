import { visible } from "./printable.ts";

/**
 * A string of a document as a code span, which nothing in it can end: the fence is longer than any run of backticks
 * inside (CommonMark, 6.1). Messages quote with it for every medium.
 */
export function code(text: string): string {
  const shown = visible(text) || " ";
  const runs = shown.match(/`+/g) ?? [];
  const fence = "`".repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  // Markdown takes one space off both ends where both have one.
  const pad = /^`|`$|^ .*[^ ].* $/.test(shown) ? " " : "";
  return fence + pad + shown + pad + fence;
}

/** A code span, or a run of backticks that begins none. */
const SPAN = /(?<!`)(`+)(?!`)(?:.*?[^`]\1(?!`))?/g;

/**
 * One line of a message as Markdown: code spans stay, and all else is words: no HTML, no links, no mentions, and at its
 * start no heading, list or quotation.
 */
export function markdown(message: string): string {
  const line = visible(message).trim();
  let [result, from] = ["", 0];
  for (const { 0: found, index } of line.matchAll(SPAN)) {
    result += words(line.slice(from, index));
    result += /[^`]/.test(found) ? found : words(found);
    from = index + found.length;
  }
  return (result + words(line.slice(from))).replace(/^[#+=-]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2");
}

/** GitHub looks for links, mentions and numbers of issues in what it has rendered: only another character parts them. */
const PARTED = "&#8203;";

function words(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~$]|@|#(?=\w)|:(?=\/\/)|(?<=\bwww)\.|(?<=\bgh)-(?=\d)/gi, (found) => {
    if (/[@#:]/.test(found)) return found + PARTED;
    return /[.-]/.test(found) ? PARTED + found : `\\${found}`;
  });
}

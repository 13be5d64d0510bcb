import type { Lines } from "./lines.ts";

/** One generated file: a path relative to the folder it is generated into, and its whole text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What the first line of every generated file begins with. */
export const BANNER = "// Generated from ";

/** First line of every generated file. */
function banner(document: string): string {
  return `${BANNER}${document.replaceAll(/[\r\n\u2028\u2029]/g, " ")} by \`codegen generate\`. Do not edit: change the document instead.`;
}

export function sourceFile(path: string, document: string, lines: Lines): SourceFile {
  const text = `${[banner(document), ...lines].join("\n")}\n`;
  // Half a surrogate pair cannot be written as UTF-8; left in, the file would differ from the text for ever.
  return { path, text: text.toWellFormed() };
}

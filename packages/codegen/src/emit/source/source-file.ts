import type { Lines } from "./lines.ts";

/** One generated file: a path relative to the folder it is generated into, and its whole text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** First line of every generated file. */
function banner(document: string): string {
  return `// Generated from ${document.replaceAll(/[\r\n]/g, " ")} by \`codegen generate\`. Do not edit: change the document instead.`;
}

export function sourceFile(path: string, document: string, lines: Lines): SourceFile {
  return { path, text: `${[banner(document), ...lines].join("\n")}\n` };
}

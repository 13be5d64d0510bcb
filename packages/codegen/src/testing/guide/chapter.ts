/** A part of a page in Markdown: a block of code between fences, or lines around it. */
export type Part = Prose | Block;

interface Prose {
  readonly kind: "prose";
  readonly lines: readonly string[];
}

export interface Block {
  readonly kind: "block";
  readonly language: string;
  readonly lines: readonly string[];
  /** The file that it is: the first line names it in a comment, or the line above it in backticks. */
  readonly path: string | undefined;
}

/** A command of a terminal, and what it prints. */
export interface Command {
  readonly call: string;
  readonly printed: readonly string[];
}

const FENCE = "```";

/** Takes a page to pieces; {@link writtenChapter} puts them together. */
export function readChapter(markdown: string): readonly Part[] {
  const pieces = markdown.split(/^```/m);
  // What is between the first fence and the second one, between the third and the fourth, and so on, is code.
  return pieces.map((piece, index) => {
    const lines = piece.split("\n");
    if (index % 2 === 0) return { kind: "prose", lines };
    const [language = "", ...rest] = lines;
    const code = rest.slice(0, -1);
    const above = pieces[index - 1]?.trimEnd().split("\n").at(-1) ?? "";
    return { kind: "block", language, lines: code, path: pathIn(code[0] ?? "") ?? /`([\w./-]+)`:$/.exec(above)?.[1] };
  });
}

export function writtenChapter(parts: readonly Part[]): string {
  return parts
    .map((part) => (part.kind === "prose" ? part.lines : [part.language, ...part.lines, ""]).join("\n"))
    .join(FENCE);
}

/** `// apps/shop/src/first.ts`, or `# openapi/orders.yaml`; in a diff, after a blank. */
function pathIn(line: string): string | undefined {
  return /^ ?(?:\/\/|#) (\S+\.\w+)$/.exec(line)?.[1];
}

/** Commands of a terminal, after `$ `, with what they print; in a block of `sh`, each line is one. */
export function commandsOf({ language, lines }: Block): readonly Command[] {
  if (language === "sh") return lines.map((call) => ({ call, printed: [] }));
  const commands: { call: string; printed: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith("$ ")) commands.push({ call: line.slice(2), printed: [] });
    else if (commands.length === 0) throw new Error(`expected a command, "$ …", received ${line}`);
    else commands.at(-1)?.printed.push(line);
  }
  return commands;
}

/** Whether this was printed. A line `…` stands for any lines, and `…` within a line for anything. */
export function isPrinted(expected: readonly string[], printed: readonly string[]): boolean {
  const lines = expected.map((line) => (line === "…" ? "(?:.*\n)*" : `${line.split("…").map(escaped).join(".*")}\n`));
  return new RegExp(`^${lines.join("")}$`).test(printed.map((line) => `${line}\n`).join(""));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** An edit of a document's text. */
export type TextEdit = (text: string) => string;

/** Replaces the first occurrence of a string; throws where there is none, since the edit would be no edit. */
export function swap(from: string, to: string): TextEdit {
  return (text) => {
    if (!text.includes(from)) throw new Error(`the document does not contain ${JSON.stringify(from)}`);
    return text.replace(from, () => to);
  };
}

/** Replaces every occurrence. */
export function swapAll(from: string, to: string): TextEdit {
  return (text) => swap(from, to)(text).replaceAll(from, () => to);
}

/** Applies an edit behind the first line that is `heading`, with any indentation. */
export function below(heading: string, edit: TextEdit): TextEdit {
  return (text) => {
    const start = new RegExp(`^ *${heading.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`, "m").exec(text);
    if (start === null) throw new Error(`the document has no line ${heading}`);
    const end = start.index + start[0].length;
    return text.slice(0, end) + edit(text.slice(end));
  };
}

/** Inserts lines behind the first line that is `heading`, indented as deep as a member of it. */
export function insertBelow(heading: string, lines: string): TextEdit {
  return (text) => {
    const indent = new RegExp(`^( *)${heading.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`, "m").exec(text)?.[1];
    if (indent === undefined) throw new Error(`the document has no line ${heading}`);
    return below(heading, (rest) => `\n${lines.replaceAll(/^/gm, `${indent}  `)}${rest}`)(text);
  };
}

/** Takes away the first line that is `heading`, and all that is indented deeper. */
export function cut(heading: string): TextEdit {
  return (text) => {
    const lines = text.split("\n");
    const start = lines.findIndex((line) => line.trim() === heading);
    if (start === -1) throw new Error(`the document has no line ${heading}`);
    const indent = /^ */.exec(lines[start] ?? "")?.[0].length ?? 0;
    const length = lines
      .slice(start + 1)
      .findIndex((line) => line.trim() !== "" && !line.startsWith(" ".repeat(indent + 1)));
    const end = length === -1 ? lines.length : start + 1 + length;
    return [...lines.slice(0, start), ...lines.slice(end)].join("\n");
  };
}

/** One edit after the other. */
export function all(...edits: readonly TextEdit[]): TextEdit {
  return (text) => edits.reduce((edited, edit) => edit(edited), text);
}

import { join } from "node:path";
import { applyEdits, type JSONPath, modify, parse } from "jsonc-parser";
import { textOf } from "./files.ts";
import type { NewContent } from "./staged-file.ts";

/** Edits of files that people write, in memory: what they have otherwise, and how it is laid out, stays as it is. */
export class Edits {
  readonly #root: string;
  readonly #texts = new Map<string, string>();

  /** @param root The folder that paths are relative to. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The text of a file as it will be; undefined where there is none. */
  read(path: string): string | undefined {
    return this.#texts.get(path) ?? textOf(join(this.#root, path));
  }

  /** Writes a file that does not exist; one that does stays. */
  create(path: string, text: string): void {
    if (this.read(path) === undefined) this.#texts.set(path, text);
  }

  /**
   * Sets a value of a JSON file, which may have comments, unless there is one already.
   *
   * @param at keys, and indices of lists; `-1` appends.
   */
  setDefault(path: string, at: JSONPath, value: unknown): void {
    const text = this.read(path) ?? "{}\n";
    if (at.at(-1) !== -1 && valueAt(parse(text), at) !== undefined) return;
    const indentation = /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ";
    const edits = modify(text, at, value, {
      isArrayInsertion: at.at(-1) === -1,
      formattingOptions: {
        insertSpaces: !indentation.includes("\t"),
        tabSize: indentation.length,
        eol: text.includes("\r\n") ? "\r\n" : "\n",
      },
    });
    this.#texts.set(path, applyEdits(text, edits));
  }

  /** The value in a JSON file; undefined where there is none. */
  valueIn(path: string, at: JSONPath): unknown {
    return valueAt(parse(this.read(path) ?? ""), at);
  }

  /** Adds lines to a file of lines, those that it lacks. */
  appendLines(path: string, lines: readonly string[]): void {
    const text = this.read(path) ?? "";
    const present = new Set(text.split(/\r?\n/).map((line) => line.trim()));
    const missing = lines.filter((line) => !present.has(line));
    // Comments alone say nothing.
    if (missing.every((line) => line.startsWith("#"))) return;
    const end = text.includes("\r\n") ? "\r\n" : "\n";
    const before = text === "" || text.endsWith("\n") ? text : `${text}${end}`;
    this.#texts.set(path, `${before}${missing.map((line) => `${line}${end}`).join("")}`);
  }

  /**
   * Adds an entry to a top-level list or object of a YAML file, before those that it has; comments stay.
   *
   * @returns whether it could: an object or list on one line is left to people.
   */
  insertYaml(path: string, key: string, entry: string): boolean {
    const text = this.read(path) ?? "";
    const flow = new RegExp(`^${key}:[ \\t]*\\[`, "m").exec(text);
    const block = new RegExp(`^${key}:[ \\t]*(#.*)?\\r?\\n((?:[ \\t]*(?:#.*)?\\r?\\n)*)([ \\t]*)(?=\\S)`, "m").exec(
      text,
    );
    if (flow !== null && entry.startsWith("- ")) {
      const at = flow.index + flow[0].length;
      const rest = text.slice(at).trimStart().startsWith("]") ? "" : ", ";
      this.#texts.set(path, `${text.slice(0, at)}${entry.slice(2)}${rest}${text.slice(at)}`);
      return true;
    }
    if (block === null) {
      if (new RegExp(`^${key}:`, "m").test(text)) return false;
      this.#texts.set(path, `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${key}:\n  ${entry}\n`);
      return true;
    }
    const indentation = block[3] ?? "";
    // A list may stand at the margin; what stands there without a dash is the next key.
    if (indentation === "" && !text.slice(block.index + block[0].length).startsWith("- ")) return false;
    const at = block.index + block[0].length - indentation.length;
    this.#texts.set(
      path,
      `${text.slice(0, at)}${indentation}${entry}${text.includes("\r\n") ? "\r\n" : "\n"}${text.slice(at)}`,
    );
    return true;
  }

  /** The files that are not as they are on disk, sorted by path: absolute. */
  changed(): readonly NewContent[] {
    return [...this.#texts]
      .map(([path, content]) => ({ path: join(this.#root, path), content }))
      .filter(({ path, content }) => textOf(path) !== content)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

function valueAt(value: unknown, at: JSONPath): unknown {
  let found: unknown = value;
  for (const key of at)
    found = typeof found === "object" && found !== null ? (found as Record<string, unknown>)[key] : undefined; // an array, too
  return found;
}

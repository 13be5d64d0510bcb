import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { isJsonObject, type JsonObject } from "@earmark/openapi";
import { parseYaml } from "@redocly/openapi-core";
import { applyEdits, type JSONPath, modify, parse } from "jsonc-parser";
import { jsonMistake, textOf } from "./files.ts";
import type { NewContent } from "./staged-file.ts";
import { UsageError } from "./usage-error.ts";

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
   * @throws {UsageError} where the file is not JSON, or has something else where the value is to go.
   */
  setDefault(path: string, at: JSONPath, value: unknown): void {
    const text = this.read(path) ?? "{}\n";
    const mistake = jsonMistake(path, text, true);
    if (mistake !== undefined) throw new UsageError(mistake);
    if (at.at(-1) !== -1 && valueAt(parse(text), at) !== undefined) return;
    requireParents(path, parse(text), at);
    const indentation = /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ";
    const edits = modify(text, at, value, {
      isArrayInsertion: at.at(-1) === -1,
      formattingOptions: {
        insertSpaces: !indentation.includes("\t"),
        tabSize: indentation.length,
        eol: lineEndOf(text),
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
    this.#texts.set(path, withLines(text, missing));
  }

  /**
   * Adds an entry to a top-level list or object of a YAML file, before those that it has; comments stay.
   *
   * @returns whether it could: where the file is laid out in an unusual way, that is left to people.
   */
  insertYaml(path: string, key: string, entry: string): boolean {
    const before = this.read(path) ?? "";
    const after = withYamlEntry(before, key, entry);
    if (after === undefined || !hasGained(yamlOf(after), yamlOf(before), key)) return false;
    this.#texts.set(path, after);
    return true;
  }

  /**
   * The files that are not as they are on disk, sorted by path: absolute.
   *
   * @throws {UsageError} where one is read-only, which replacing it would not notice.
   */
  changed(): readonly NewContent[] {
    const changed = [...this.#texts]
      .map(([path, content]) => ({ path: join(this.#root, path), content }))
      .filter(({ path, content }) => textOf(path) !== content)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path } of changed.filter((one) => existsSync(one.path))) requireWritable(path);
    return changed;
  }
}

function requireParents(path: string, root: unknown, at: JSONPath): void {
  for (const [index, key] of at.entries()) {
    const parent = valueAt(root, at.slice(0, index));
    if (parent === undefined) return;
    const isList = typeof key === "number";
    if (isList ? Array.isArray(parent) : isJsonObject(parent)) continue;
    const expected = isList ? "a list" : "an object";
    const place = at.slice(0, index).join(".");
    throw new UsageError(`${path}: ${place}: expected ${expected}, received ${JSON.stringify(parent)}; correct it`);
  }
}

function requireWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new UsageError(`${path} is read-only; make it writable, and run this again`, { cause: error });
  }
}

function valueAt(value: unknown, at: JSONPath): unknown {
  let found: unknown = value;
  for (const key of at)
    found = typeof found === "object" && found !== null ? (found as Record<string, unknown>)[key] : undefined; // an array, too
  return found;
}

/** A YAML text with another entry at the head of a list or object; undefined where its place is not found. */
function withYamlEntry(text: string, key: string, entry: string): string | undefined {
  const flow = new RegExp(`^${key}:[ \\t]*\\[`, "m").exec(text);
  if (flow !== null && entry.startsWith("- ")) {
    const at = flow.index + flow[0].length;
    const rest = text.slice(at).trimStart().startsWith("]") ? "" : ", ";
    return `${text.slice(0, at)}${entry.slice(2)}${rest}${text.slice(at)}`;
  }
  const block = new RegExp(`^${key}:[ \\t]*(#.*)?\\r?\\n((?:[ \\t]*(?:#.*)?\\r?\\n)*)([ \\t]*)(?=\\S)`, "m").exec(text);
  if (block === null) {
    if (new RegExp(`^${key}:`, "m").test(text)) return undefined;
    return withLines(text, [`${key}:`, `  ${entry}`]);
  }
  const indentation = block[3] ?? "";
  const at = block.index + block[0].length - indentation.length;
  return `${text.slice(0, at)}${indentation}${entry}${lineEndOf(text)}${text.slice(at)}`;
}

/** A text with lines at its end. */
function withLines(text: string, lines: readonly string[]): string {
  const end = lineEndOf(text);
  const before = text === "" || text.endsWith("\n") ? text : `${text}${end}`;
  return `${before}${lines.map((line) => `${line}${end}`).join("")}`;
}

function lineEndOf(text: string): "\r\n" | "\n" {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** Whether all is as before, but for one entry more below a key, at its head. */
function hasGained(after: JsonObject | undefined, before: JsonObject | undefined, key: string): boolean {
  if (after === undefined || before === undefined) return false;
  const others = Object.entries(before).filter(([name]) => name !== key);
  const [now, then] = [entriesOf(after[key]), entriesOf(before[key])];
  return (
    others.every(([name, value]) => isDeepStrictEqual(after[name], value)) &&
    now.length === then.length + 1 &&
    isDeepStrictEqual(now.slice(1), then)
  );
}

function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isJsonObject(value) ? Object.entries(value) : [];
}

function yamlOf(text: string): JsonObject | undefined {
  try {
    const value: unknown = parseYaml(text) ?? {};
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

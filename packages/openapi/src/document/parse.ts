import { binaryTag, CORE_SCHEMA, loadAll, mergeTag, omapTag, pairsTag, setTag, YAMLException } from "js-yaml";
import type { Json, JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { type Excess, MOST_AROUND, shareSchemas, TOO_DEEP } from "./extent.ts";
import { Positions } from "./position.ts";
import { SyntaxProblem } from "./syntax-problem.ts";

/** Dates stay texts, as in JSON; merge keys are how YAML documents share parts. The same tags as Redocly has. */
const SCHEMA: typeof CORE_SCHEMA = CORE_SCHEMA.withTags(mergeTag, binaryTag, omapTag, pairsTag, setTag);

/** A parsed value, and the source that it was parsed from, which may have been corrected. */
interface Parsed {
  readonly value: Json | undefined;
  readonly text: string;
  readonly isJson: boolean;
}

/**
 * The value of a YAML or JSON text; undefined when there is nothing in it.
 *
 * @throws {SyntaxProblem}
 */
export function parse(text: string): Parsed {
  const json = parseJson(text);
  if (json !== undefined) return { value: json, text, isJson: true };
  refuseComments(text);
  let indented = text;
  let first: SyntaxProblem | undefined;
  for (let repairs = 0; ; repairs++) {
    try {
      return { value: parseYaml(indented), text: indented, isJson: false };
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
      first ??= error;
      const next = repairs < MOST_REPAIRS ? withLineIndented(indented, error) : undefined;
      // What comes of a repair that did not help says nothing about the text.
      if (next === undefined) throw first;
      indented = next;
    }
  }
}

/** A source that can be parsed: corrected where that is needed and possible. */
export function readableText(text: string): string {
  try {
    return parse(text).text;
  } catch {
    return text;
  }
}

/** Deeper than any list or object is indented. */
const FAR_IN: string = " ".repeat(200);
/** Each is another look at the whole text. */
const MOST_REPAIRS = 100;

/**
 * YAML wants the further lines of a list in brackets, an object in braces or a string in quotation marks to be indented
 * more than what they belong to, down to the closing bracket. Many people do not, and other parsers do not mind: there,
 * spaces at the start of a line mean nothing. Undefined where something else is the matter.
 */
function withLineIndented(text: string, { message, offset }: SyntaxProblem): string | undefined {
  if (offset === undefined || message !== "deficient indentation") return undefined;
  const before = text.slice(0, offset);
  return /(^|\n) *$/.test(before) && !before.endsWith(FAR_IN) ? before + FAR_IN + text.slice(offset) : undefined;
}

/** JSON is YAML, too, but its own parser is much faster; undefined for what is no JSON, or has a key twice. */
function parseJson(text: string): Json | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  // `JSON.parse` keeps the last of several equal keys in silence; the YAML parser says where they are.
  return countKeys(value, text) === writtenKeys(text) ? value : undefined;
}

/** What JSON consists of, and the first thing that it does not have: in YAML, a comment of JavaScript is part of a key. */
const JSON_TOKEN = /\s+|[{}[\],:]|"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|(?<comment>\/[/*])/gy;

/** Where a comment may begin, and no URL does. */
const COMMENT = /(^|[\s{}[\],"\w]|"\s*:)\/[/*]/;

/** @throws {SyntaxProblem} for JSON that has comments, at the first of them. */
export function refuseComments(text: string): void {
  if (!/^\s*([{[]|\/[/*])/.test(text) || !COMMENT.test(text)) return;
  for (const { groups, index } of text.matchAll(JSON_TOKEN)) {
    if (groups?.comment === undefined) continue;
    const lines = text.slice(0, index).split("\n");
    throw new SyntaxProblem("JSON has no comments; remove this one", lines.length, (lines.at(-1) ?? "").length + 1);
  }
}

/** Every text of a JSON document, with the colon behind it where it is a key. */
const TEXTS = /"(?:[^"\\]|\\.)*"(\s*:)?/gs;

function writtenKeys(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(TEXTS)) if (colon !== undefined) count++;
  return count;
}

/**
 * How many keys the objects in a value have.
 *
 * @throws {SyntaxProblem} where it is too deep.
 */
function countKeys(value: Json, text: string): number {
  const path: string[] = [];
  const count = (part: Json): number => {
    if (typeof part !== "object" || part === null) return 0;
    if (path.length > MOST_AROUND)
      throw problemOf({ pointer: pointerTo("#", ...path), message: TOO_DEEP }, new Positions(text, true));
    const keys = Object.keys(part);
    let sum = Array.isArray(part) ? 0 : keys.length;
    for (const key of keys) {
      path.push(key);
      sum += count((part as JsonObject)[key] ?? null); // a list has its items by their index
      path.pop();
    }
    return sum;
  };
  return count(value);
}

function problemOf({ pointer, message }: Excess, positions: Positions): SyntaxProblem {
  const { line, column } = positions.at(pointer);
  return new SyntaxProblem(message, line, column);
}

/** The first alias, or what looks like one: most documents have none. */
const ALIAS = /[\s[{,:]\*[^\s*]/;

function parseYaml(text: string): Json | undefined {
  let documents: unknown[];
  try {
    documents = loadAll(text, { schema: SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0, position } = error.mark ?? {};
    throw new SyntaxProblem(error.reason, line + 1, column + 1, position);
  }
  if (documents.length > 1) throw new SyntaxProblem("expected one YAML document, found several, divided by ---", 1, 1);
  const value = documents[0] as Json | undefined;
  shareAliases(value, text);
  // What these tags construct is JSON, but for bytes and sets, which OpenAPI has no place for.
  return value;
}

/**
 * Makes a value that YAML's aliases put together cost no more than what is written of it.
 *
 * @throws {SyntaxProblem} where that cannot be.
 */
export function shareAliases(value: Json | undefined, text: string): void {
  if (typeof value !== "object" || value === null || !ALIAS.test(text)) return;
  const excess = shareSchemas(value);
  if (excess !== undefined) throw problemOf(excess, new Positions(text));
}

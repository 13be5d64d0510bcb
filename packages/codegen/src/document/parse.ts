import { binaryTag, CORE_SCHEMA, loadAll, mergeTag, omapTag, pairsTag, setTag, YAMLException } from "js-yaml";
import type { Json } from "./document.ts";
import { isJsonObject } from "./document.ts";

/** Dates stay texts, as in JSON; merge keys are how YAML documents share parts. The same tags as Redocly has. */
const SCHEMA: typeof CORE_SCHEMA = CORE_SCHEMA.withTags(mergeTag, binaryTag, omapTag, pairsTag, setTag);

/** A text that is neither YAML nor JSON. Line and column are 1-based. */
export class SyntaxProblem extends Error {
  override readonly name = "SyntaxProblem";
  readonly code = "syntax";
  readonly line: number;
  readonly column: number;

  constructor(reason: string, line: number, column: number) {
    super(reason);
    this.line = line;
    this.column = column;
  }
}

/**
 * The value of a YAML or JSON text; undefined when there is nothing in it.
 *
 * @throws {SyntaxProblem}
 */
export function parse(text: string): Json | undefined {
  return parseJson(text) ?? parseYaml(text);
}

/** JSON is YAML, too, but its own parser is much faster; undefined for what is no JSON, or has a key twice. */
function parseJson(text: string): Json | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    // `JSON.parse` keeps the last of several equal keys in silence; the YAML parser says where they are.
    return countKeys(value) === writtenKeys(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Every text of a JSON document, with the colon behind it where it is a key. */
const TEXTS = /"(?:[^"\\]|\\.)*"(\s*:)?/gs;

function writtenKeys(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(TEXTS)) if (colon !== undefined) count++;
  return count;
}

function countKeys(value: Json): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item: Json) => sum + countKeys(item), 0);
  if (!isJsonObject(value)) return 0;
  const members = Object.values(value);
  return members.reduce((sum: number, member: Json) => sum + countKeys(member), members.length);
}

function parseYaml(text: string): Json | undefined {
  let documents: unknown[];
  try {
    documents = loadAll(text, { schema: SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    throw new SyntaxProblem(error.reason, line + 1, column + 1);
  }
  if (documents.length > 1) throw new SyntaxProblem("expected one YAML document, found several, divided by ---", 1, 1);
  // What these tags construct is JSON, but for bytes and sets, which OpenAPI has no place for.
  return documents[0] as Json | undefined;
}

/** A JSON value and its place in the source. */
export interface JsonNode {
  readonly value: unknown;
  /** Of its first character, in UTF-16 code units. */
  readonly offset: number;
  /** By name or index; none for a scalar. */
  readonly children: ReadonlyMap<string | number, JsonNode>;
}

/** The source is not JSON. `JSON.parse` does not tell the place, or not in every runtime. */
export class JsonSyntaxError extends Error {
  override readonly name = "JsonSyntaxError";
  readonly code = "json";
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

const MAX_DEPTH = 100;
const SPACE = /[ \t\n\r]*/y;
/** A string, a number, a word or punctuation. JSON.parse decides whether it is valid. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[\w.+-]+|[{}[\],:]/sy;

/**
 * @throws {JsonSyntaxError} for what is not JSON, for a duplicate name, and for more than 100 levels
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export function parseJson(source: string): JsonNode {
  let offset = 0;

  function peek(): string {
    SPACE.lastIndex = offset;
    offset += SPACE.exec(source)?.[0].length ?? 0;
    TOKEN.lastIndex = offset;
    return TOKEN.exec(source)?.[0] ?? "";
  }

  function take(...expected: readonly string[]): string {
    const token = peek();
    if (!expected.includes(token)) throw unexpected(expected.join(" or "));
    offset += token.length;
    return token;
  }

  function unexpected(expected: string): JsonSyntaxError {
    return new JsonSyntaxError(offset, `expected ${expected}, found ${found()}`);
  }

  /** Does not repeat strings, which may be secrets. */
  function found(): string {
    if (offset >= source.length) return "the end";
    return source[offset] === '"' ? "a string" : (peek() || source.slice(offset, offset + 1)).slice(0, 20);
  }

  function readValue(depth: number): JsonNode {
    const token = peek();
    const start = offset;
    if (depth > MAX_DEPTH) throw new JsonSyntaxError(start, `more than ${MAX_DEPTH} levels`);
    if (token === "{" || token === "[")
      return { offset: start, ...(token === "{" ? readObject : readArray)(depth + 1) };
    const value = scalar(token, "a value");
    offset += token.length;
    return { offset: start, value, children: new Map() };
  }

  function readArray(depth: number): Omit<JsonNode, "offset"> {
    const items: JsonNode[] = [];
    take("[");
    if (peek() === "]") take("]");
    else
      do items.push(readValue(depth));
      while (take(",", "]") === ",");
    return { value: items.map(({ value }) => value), children: new Map(items.entries()) };
  }

  function readObject(depth: number): Omit<JsonNode, "offset"> {
    const members = new Map<string, JsonNode>();
    take("{");
    if (peek() === "}") take("}");
    else
      do {
        const name = readName(members);
        take(":");
        members.set(name, readValue(depth));
      } while (take(",", "}") === ",");
    // Object.fromEntries defines properties instead of setting them, so `__proto__` is one like any other.
    return { value: Object.fromEntries([...members].map(([name, { value }]) => [name, value])), children: members };
  }

  function readName(taken: ReadonlyMap<string, JsonNode>): string {
    const token = peek();
    const expected = "a name in double quotes";
    if (!token.startsWith('"')) throw unexpected(expected);
    const name = String(scalar(token, expected));
    if (taken.has(name)) throw new JsonSyntaxError(offset, `the name ${token} is there twice`);
    offset += token.length;
    return name;
  }

  function scalar(token: string, expected: string): unknown {
    try {
      return JSON.parse(token);
    } catch {
      throw unexpected(expected);
    }
  }

  const root = readValue(0);
  if (peek() !== "" || offset < source.length) throw unexpected("the end");
  return root;
}

import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { pointerSegments } from "../json/json-pointer.ts";

/** A place in a source; line and column are 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** The value there as it is written, where that is a scalar without quotation marks. */
  readonly written?: string;
}

/** Where JSON Pointers lead in a YAML or JSON text. The text is read when the first one is asked for, and once only. */
export class Positions {
  readonly #text: string;
  readonly #isJson: boolean;
  #index: Index | undefined;

  /** @param isJson Whether the text is known to be JSON, which is read without a YAML parser. */
  constructor(text: string, isJson = false) {
    this.#text = text;
    this.#isJson = isJson;
  }

  /**
   * The key of a member, or the start of an item; what comes closest where a part of the way is not there, as when
   * bundling has put it there from another file.
   */
  at(pointer: string): Position {
    this.#index ??= indexOf(this.#text, this.#isJson ? jsonEvents(this.#text) : parseEvents(this.#text, {}));
    const { lines } = this.#index;
    const { offset, node } = foundAt(this.#text, this.#index, pointerSegments(pointer));
    let [line, beyond] = [0, lines.length];
    while (beyond - line > 1) {
      const middle = (line + beyond) >> 1;
      if ((lines[middle] ?? 0) <= offset) line = middle;
      else beyond = middle;
    }
    const position = { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
    const { types, starts, ends } = this.#index;
    const scalar =
      node !== undefined && types[node] === EVENT_ID.SCALAR ? this.#text.slice(starts[node], ends[node]) : "";
    return scalar === "" || Object.hasOwn(STYLES, scalar[0] ?? "") ? position : { ...position, written: scalar };
  }
}

/** The events of a source in lists of numbers: of a document of some megabytes, several 100,000 objects would be kept. */
interface Index {
  readonly types: Uint8Array;
  /** Where each begins in the text, -1 for a scalar without a value, and where the value of a scalar ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** For each event, the index of the one behind it and everything in it. */
  readonly behind: Int32Array;
  /** The names of anchors and aliases, by the index of their event. */
  readonly anchors: ReadonlyMap<number, string>;
  /** Offsets at which lines begin. */
  readonly lines: readonly number[];
  /** Of each mapping that has been asked for, by its event: its members by name. */
  readonly members: Map<number, ReadonlyMap<string, Found>>;
}

/** What is known of an event: of a scalar, `value` is where its value begins. */
type Known = Pick<Event, "type"> &
  Partial<Pick<ScalarEvent, "anchorStart" | "anchorEnd" | "style">> & {
    readonly start?: number;
    readonly valueStart?: number;
    readonly valueEnd?: number;
  };

function indexOf(text: string, events: Iterable<Known>): Index {
  const [types, starts]: [number[], number[]] = [[], []];
  const [ends, behind]: [number[], number[]] = [[], []];
  const anchors = new Map<number, string>();
  const open: number[] = [];
  for (const { type, start = 0, valueStart, valueEnd = 0, style = 0, anchorStart = 0, anchorEnd = 0 } of events) {
    const index = types.push(type) - 1;
    const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
    const own = type === EVENT_ID.ALIAS ? anchorStart - 1 : start;
    starts.push(valueStart === undefined ? own : valueStart - (isQuoted ? 1 : 0));
    ends.push(valueEnd);
    behind.push(index + 1);
    if (anchorStart < anchorEnd) anchors.set(index, text.slice(anchorStart, anchorEnd));
    if (type === EVENT_ID.POP) {
      const parent = open.pop();
      if (parent !== undefined) behind[parent] = index + 1;
    } else if (type !== EVENT_ID.SCALAR && type !== EVENT_ID.ALIAS) open.push(index);
  }
  const lines = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) lines.push(end + 1);
  return {
    types: Uint8Array.from(types),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    behind: Int32Array.from(behind),
    anchors,
    lines,
    members: new Map(),
  };
}

/** A bracket, a string, or another value of a JSON text. */
const TOKEN = /[{}[\]]|"(?:[^"\\]|\\.)*"|[^\s,:{}[\]"]+/gs;

function* jsonEvents(text: string): Generator<Known, void, undefined> {
  yield { type: EVENT_ID.DOCUMENT };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const end = index + token.length;
    if (token === "{") yield { type: EVENT_ID.MAPPING, start: index };
    else if (token === "[") yield { type: EVENT_ID.SEQUENCE, start: index };
    else if (token === "}" || token === "]") yield { type: EVENT_ID.POP };
    else if (token.startsWith('"'))
      yield { type: EVENT_ID.SCALAR, valueStart: index + 1, valueEnd: end - 1, style: SCALAR_STYLE.DOUBLE_QUOTED };
    else yield { type: EVENT_ID.SCALAR, valueStart: index, valueEnd: end, style: SCALAR_STYLE.PLAIN };
  }
}

/** What is there, or closest to it where nothing is: then without its event. */
function foundAt(
  text: string,
  index: Index,
  segments: readonly string[],
): { readonly offset: number; readonly node: number | undefined } {
  // The first event opens the document, the second its root.
  let node = 1;
  let offset = 0;
  for (const segment of segments) {
    const found = childOf(text, index, dereferenced(index, node), segment);
    if (found === undefined) return { offset, node: undefined };
    node = found.node;
    // An item without a value is nowhere.
    if (found.offset >= 0) offset = found.offset;
  }
  return { offset, node: dereferenced(index, node) };
}

interface Found {
  /** Index of the event of the member's value, or of the item. */
  readonly node: number;
  /** Where its key begins in the text, or itself. */
  readonly offset: number;
}

function childOf(text: string, index: Index, parent: number, segment: string): Found | undefined {
  const { types, starts, behind } = index;
  const next = (node: number): number => behind[node] ?? types.length;
  if (types[parent] === EVENT_ID.SEQUENCE) {
    let item = parent + 1;
    for (let at = 0; at < Number(segment) && !isEnd(index, item); at++) item = next(item);
    return isEnd(index, item) ? undefined : { node: item, offset: starts[item] ?? 0 };
  }
  if (types[parent] !== EVENT_ID.MAPPING) return undefined;
  const known = index.members.get(parent) ?? membersOf(text, index, parent);
  index.members.set(parent, known);
  return known.get(segment);
}

/** Of several members of a name, which only broken documents have, the first. */
function membersOf(text: string, index: Index, parent: number): ReadonlyMap<string, Found> {
  const { types, starts, behind } = index;
  const found = new Map<string, Found>();
  const next = (node: number): number => behind[node] ?? types.length;
  for (let key = parent + 1; !isEnd(index, key); key = next(next(key))) {
    if (types[key] !== EVENT_ID.SCALAR) continue;
    const name = keyAt(text, index, key);
    if (!found.has(name)) found.set(name, { node: next(key), offset: starts[key] ?? 0 });
  }
  return found;
}

function isEnd({ types }: Index, node: number): boolean {
  return (types[node] ?? EVENT_ID.POP) === EVENT_ID.POP;
}

function keyAt(text: string, { starts, ends }: Index, node: number): string {
  const [start = 0, valueEnd = 0] = [starts[node], ends[node]];
  const style = STYLES[text[start] ?? ""] ?? SCALAR_STYLE.PLAIN;
  const valueStart = style === SCALAR_STYLE.PLAIN ? start : start + 1;
  // A key is on one line, so nothing is cut off at its end.
  const rest = { anchorStart: 0, anchorEnd: 0, tagStart: 0, tagEnd: 0, chomping: 1, indent: 0, fast: false } as const;
  return getScalarValue(text, { type: EVENT_ID.SCALAR, valueStart, valueEnd, style, ...rest });
}

/** How a scalar is written, by what it begins with. */
const STYLES: Readonly<Record<string, ScalarEvent["style"]>> = {
  "'": SCALAR_STYLE.SINGLE_QUOTED,
  '"': SCALAR_STYLE.DOUBLE_QUOTED,
};

/** What an alias stands for. */
function dereferenced({ types, anchors }: Index, node: number): number {
  if (types[node] !== EVENT_ID.ALIAS) return node;
  const name = anchors.get(node);
  const isIt = ([index, anchor]: readonly [number, string]): boolean =>
    index < node && types[index] !== EVENT_ID.ALIAS && anchor === name;
  return [...anchors].findLast(isIt)?.[0] ?? -1;
}

import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { pointerSegments } from "../json/json-pointer.ts";

/** A place in a text; both are 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where JSON Pointers lead in a YAML or JSON text. The text is read when the first one is asked for, and once only. */
export class Positions {
  readonly #text: string;
  #index: Index | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The key of a member, or the start of an item; what comes closest where a part of the way is not there, as when
   * bundling has put it there from another file.
   */
  at(pointer: string): Position {
    this.#index ??= indexOf(this.#text);
    const { lines } = this.#index;
    const offset = offsetOf(this.#text, this.#index, pointerSegments(pointer));
    let [line, beyond] = [0, lines.length];
    while (beyond - line > 1) {
      const middle = (line + beyond) >> 1;
      if ((lines[middle] ?? 0) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
  }
}

interface Index {
  readonly events: readonly Event[];
  /** For each event, the index of the one behind it and everything in it. */
  readonly behind: Uint32Array;
  /** Offsets at which lines begin. */
  readonly lines: readonly number[];
  /** Of each mapping that has been asked for, by its event: its members by name. */
  readonly members: Map<number, ReadonlyMap<string, Found>>;
}

function indexOf(text: string): Index {
  const events = parseEvents(text, {});
  const behind = new Uint32Array(events.length);
  const open: number[] = [];
  for (const [index, { type }] of events.entries()) {
    behind[index] = index + 1;
    if (type === EVENT_ID.POP) {
      const parent = open.pop();
      if (parent !== undefined) behind[parent] = index + 1;
    } else if (type !== EVENT_ID.SCALAR && type !== EVENT_ID.ALIAS) open.push(index);
  }
  const lines = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) lines.push(end + 1);
  return { events, behind, lines, members: new Map() };
}

function offsetOf(text: string, index: Index, segments: readonly string[]): number {
  // The first event opens the document, the second its root.
  let node = 1;
  let offset = 0;
  for (const segment of segments) {
    const found = childOf(text, index, dereferenced(text, index.events, node), segment);
    if (found === undefined) break;
    ({ node, offset } = found);
  }
  return offset;
}

interface Found {
  /** Index of the event of the member's value, or of the item. */
  readonly node: number;
  /** Where its key begins in the text, or itself. */
  readonly offset: number;
}

function childOf(text: string, index: Index, parent: number, segment: string): Found | undefined {
  const { events, behind, members } = index;
  const type = events[parent]?.type;
  const next = (node: number): number => behind[node] ?? events.length;
  if (type === EVENT_ID.SEQUENCE) {
    let item = parent + 1;
    for (let at = 0; at < Number(segment) && !isEnd(events, item); at++) item = next(item);
    return isEnd(events, item) ? undefined : { node: item, offset: startOf(events[item]) };
  }
  if (type !== EVENT_ID.MAPPING) return undefined;
  const known = members.get(parent) ?? membersOf(text, index, parent);
  members.set(parent, known);
  return known.get(segment);
}

/** Of several members of a name, which only broken documents have, the first. */
function membersOf(text: string, { events, behind }: Index, parent: number): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  const next = (node: number): number => behind[node] ?? events.length;
  for (let key = parent + 1; !isEnd(events, key); key = next(next(key))) {
    const event = events[key];
    if (event?.type !== EVENT_ID.SCALAR) continue;
    const name = getScalarValue(text, event);
    if (!found.has(name)) found.set(name, { node: next(key), offset: startOf(event) });
  }
  return found;
}

/** What an alias stands for. */
function dereferenced(text: string, events: readonly Event[], node: number): number {
  const alias = events[node];
  if (alias?.type !== EVENT_ID.ALIAS) return node;
  const nameOf = (event: Event | undefined): string =>
    event !== undefined && "anchorStart" in event ? text.slice(event.anchorStart, event.anchorEnd) : "";
  const name = nameOf(alias);
  return events.findLastIndex(
    (event, index) => index < node && event.type !== EVENT_ID.ALIAS && nameOf(event) === name,
  );
}

function isEnd(events: readonly Event[], index: number): boolean {
  return (events[index]?.type ?? EVENT_ID.POP) === EVENT_ID.POP;
}

function startOf(event: Event | undefined): number {
  if (event === undefined) return 0;
  if (event.type === EVENT_ID.SCALAR) return event.valueStart - (isQuoted(event) ? 1 : 0);
  return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : 0;
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
}

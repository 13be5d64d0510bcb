import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { pointerSegments } from "./pointer.ts";

/** A place in a text; both are 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a JSON Pointer leads in a YAML or JSON text: to the key of a member, or to the start of an item. To what comes
 * closest where a part of the way is not there, as when bundling has put it there from another file.
 */
export function positionOf(text: string, pointer: string): Position {
  const before = text.slice(0, offsetOf(text, pointerSegments(pointer)));
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}

function offsetOf(text: string, segments: readonly string[]): number {
  const events = parseEvents(text, {});
  // The first event opens the document, the second its root.
  let node = 1;
  let offset = 0;
  for (const segment of segments) {
    const found = childOf(text, events, dereferenced(text, events, node), segment);
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

function childOf(text: string, events: readonly Event[], parent: number, segment: string): Found | undefined {
  const type = events[parent]?.type;
  if (type === EVENT_ID.SEQUENCE) {
    let item = parent + 1;
    for (let index = 0; index < Number(segment); index++) item = behind(events, item);
    return isEnd(events, item) ? undefined : { node: item, offset: startOf(events[item]) };
  }
  if (type !== EVENT_ID.MAPPING) return undefined;
  for (let key = parent + 1; !isEnd(events, key); ) {
    const value = behind(events, key);
    const event = events[key];
    if (event?.type === EVENT_ID.SCALAR && getScalarValue(text, event) === segment)
      return { node: value, offset: startOf(event) };
    key = behind(events, value);
  }
  return undefined;
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

/** Index of the event behind a node and everything in it. */
function behind(events: readonly Event[], node: number): number {
  let depth = 0;
  let index = node;
  do {
    const type = events[index]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
    if (type === EVENT_ID.POP) depth--;
    index++;
  } while (depth > 0 && index < events.length);
  return index;
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

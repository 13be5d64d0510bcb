import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { KEYWORDS } from "../schema/keywords.ts";
import { isData, isMapOf } from "./references.ts";

/** An object or list; parts of it may stand in several places, as YAML's aliases and bundling leave them. */
type Container = JsonObject | readonly Json[];

/** Why nothing can be generated from a value of this extent, and where. */
export interface Excess {
  readonly pointer: string;
  readonly message: string;
}

/** Objects and lists around each other: what people write has a tenth of that, and TypeScript prints hardly more. */
export const MOST_AROUND = 250;
export const TOO_DEEP: string = `more than ${MOST_AROUND} objects and lists around each other; refer to some of them by $ref instead`;
const PART_OF_ITSELF = "what stands here is a part of itself; use $ref for what is recursive";
/** As many times as long as what is written a value may be; those that people write are not twice as long. */
const MOST_TIMES = 4;
/** Values that any document may repeat. */
const FEW_VALUES = 1_000;
/** Values that a document may repeat where no reference can stand for them. */
const MOST_VALUES = 10_000;

/**
 * Makes what is read of a value cost in proportion to what is written of it. Where it would be much longer when written
 * out, a schema that stands in several places is kept in the first and referred to in the others.
 *
 * @returns why that does not help, if it does not: the value contains itself, or repeats what is no schema.
 */
export function shareSchemas(root: Container): Excess | undefined {
  const before = extentOf(root);
  if (!("whole" in before)) return before;
  if (!repeatsMore(before, FEW_VALUES)) return tooDeepIn(root, before);
  referToSchemas(root, MOST_TIMES * before.written + MOST_VALUES);
  const after = extentOf(root);
  if (!("whole" in after)) return after;
  return repeatsMore(after, MOST_VALUES) ? tooLongIn(root, after) : tooDeepIn(root, after);
}

/** Of an object or list that is written out. */
interface Size {
  readonly values: number;
  /** Objects and lists around each other, itself included. */
  readonly depth: number;
}

interface Extent {
  /** Values that are written. */
  readonly written: number;
  readonly whole: Size;
  readonly sizes: ReadonlyMap<Container, Size>;
}

function repeatsMore({ whole, written }: Extent, values: number): boolean {
  return whole.values > MOST_TIMES * written && whole.values - written > values;
}

function extentOf(root: Container): Extent | Excess {
  const sizes = new Map<Container, Size>();
  const around = new Set<Container>();
  const open: { value: Container; keys: readonly string[]; next: number; values: number; depth: number }[] = [];
  const enter = (value: Container): void => {
    around.add(value);
    open.push({ value, keys: Object.keys(value), next: 0, values: 1, depth: 1 });
  };
  let written = 1;
  enter(root);
  for (;;) {
    const top = open[open.length - 1] as (typeof open)[number]; // the root is left in the end
    const key = top.keys[top.next++];
    if (key === undefined) {
      const { value, values, depth } = top;
      open.pop();
      around.delete(value);
      sizes.set(value, { values, depth });
      const outer = open.at(-1);
      if (outer === undefined) return { written, whole: { values, depth }, sizes };
      outer.next--;
      continue;
    }
    const member = memberOf(top.value, key);
    if (!isContainer(member)) {
      written++;
      top.values++;
      continue;
    }
    const size = sizes.get(member);
    if (size !== undefined) {
      written++;
      top.values += size.values;
      top.depth = Math.max(top.depth, size.depth + 1);
    } else if (around.has(member)) {
      const path = open.map(({ keys, next }) => keys[next - 1] ?? "");
      return { pointer: pointerTo("#", ...path), message: PART_OF_ITSELF };
    } else enter(member);
  }
}

/** The innermost value that is too long by itself. */
function tooLongIn(root: Container, extent: Extent): Excess {
  const pointer = wayDown(root, extent, ({ values }) => values > MOST_VALUES);
  const message = `this repeats parts of the document until it has more than ${MOST_VALUES} values; write less of it by aliases and references`;
  return { pointer, message };
}

function tooDeepIn(root: Container, extent: Extent): Excess | undefined {
  if (extent.whole.depth <= MOST_AROUND) return undefined;
  const isOnTheWay = ({ depth }: Size, level: number): boolean =>
    level <= MOST_AROUND && depth === extent.whole.depth - level;
  return { pointer: wayDown(root, extent, isOnTheWay), message: TOO_DEEP };
}

/** Where one comes from the root by the first members of which something is true, as long as there are any. */
function wayDown(root: Container, { sizes }: Extent, isThere: (size: Size, level: number) => boolean): string {
  const path: string[] = [];
  for (let value: Json | undefined = root; isContainer(value); ) {
    const owner: Container = value;
    const key = Object.keys(owner).find((name) => {
      const member = memberOf(owner, name);
      const size = isContainer(member) ? sizes.get(member) : undefined;
      return size !== undefined && isThere(size, path.length + 1);
    });
    if (key === undefined) break;
    path.push(key);
    value = memberOf(owner, key);
  }
  return pointerTo("#", ...path);
}

/** What stands at a place: a schema, a list or map of them, a map of something else, or anything else of OpenAPI. */
type Kind = "map" | "other" | "schema" | "schemas";

/**
 * Replaces schemas that have been there before by references. What holds them becomes one of its own for each place, as
 * long as there are not too many.
 */
function referToSchemas(root: Container, most: number): void {
  const pointers = new Map<Container, string>();
  const seen = new Set<Container>();
  const open: { value: Container; pointer: string; kind: Kind }[] = [{ value: root, pointer: "#", kind: "other" }];
  const entered = (member: Container, at: string, kind: Kind): Json => {
    const pointer = kind === "schema" ? pointers.get(member) : undefined;
    if (pointer !== undefined) return { $ref: pointer.replaceAll("%", "%25") };
    if (kind === "schema") pointers.set(member, at);
    const value = seen.has(member) ? copyOf(member) : member;
    seen.add(member);
    open.push({ value, pointer: at, kind });
    return value;
  };
  let left = most;
  for (let top = open.pop(); top !== undefined && left > 0; top = open.pop()) {
    left--;
    const { value, pointer, kind } = top;
    const first = open.length;
    for (const key of Object.keys(value)) {
      const member = memberOf(value, key);
      const below = kindOf(key, value, kind);
      if (below === undefined || !isContainer(member)) continue;
      Reflect.set(value, key, entered(member, pointerTo(pointer, key), below));
    }
    open.push(...open.splice(first).reverse());
  }
}

/** Undefined for data. */
function kindOf(key: string, owner: Container, kind: Kind): Kind | undefined {
  if (kind === "schemas") return "schema";
  if (kind === "map" || !isJsonObject(owner)) return "other";
  if (isData(key, owner)) return undefined;
  if (key === "schema") return "schema";
  if (key === "schemas") return "schemas";
  const holds = KEYWORDS.get(key)?.holds;
  if (holds !== undefined) return holds === "schema" ? "schema" : "schemas";
  return isMapOf(key) ? "map" : "other";
}

function isContainer(value: Json | undefined): value is Container {
  return typeof value === "object" && value !== null;
}

function memberOf(value: Container, key: string): Json | undefined {
  return (value as JsonObject)[key]; // a list has its items by their index
}

function copyOf(value: Container): Container {
  return isJsonObject(value) ? { ...value } : [...value];
}

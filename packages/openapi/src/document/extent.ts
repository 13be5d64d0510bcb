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
const MOST_AROUND = 250;
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
  if (!("sizes" in before)) return before;
  if (!repeatsMore(root, before, FEW_VALUES)) return undefined;
  referToSchemas(root);
  const after = extentOf(root);
  if (!("sizes" in after)) return after;
  return repeatsMore(root, after, MOST_VALUES) ? longest(root, after) : undefined;
}

/** Undefined where there may be another object or list at a place. */
export function tooDeep(path: readonly string[]): Excess | undefined {
  if (path.length < MOST_AROUND) return undefined;
  const message = `more than ${MOST_AROUND} objects and lists around each other; refer to some of them by $ref instead`;
  return { pointer: pointerTo("#", ...path), message };
}

interface Extent {
  /** Values that are written. */
  readonly written: number;
  /** How many values each object and list stands for when written out. */
  readonly sizes: ReadonlyMap<Container, number>;
}

function repeatsMore(root: Container, { sizes, written }: Extent, values: number): boolean {
  const size = sizes.get(root) ?? 0;
  return size > MOST_TIMES * written && size - written > values;
}

function extentOf(root: Container): Extent | Excess {
  const sizes = new Map<Container, number>();
  const around = new Set<Container>();
  const open: { value: Container; keys: readonly string[]; next: number; size: number }[] = [];
  const enter = (value: Container): void => {
    around.add(value);
    open.push({ value, keys: Object.keys(value), next: 0, size: 1 });
  };
  let written = 1;
  enter(root);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const key = top.keys[top.next++];
    if (key === undefined) {
      open.pop();
      around.delete(top.value);
      sizes.set(top.value, top.size);
      const outer = open.at(-1);
      if (outer !== undefined) outer.size += top.size;
      continue;
    }
    const member = memberOf(top.value, key);
    written++;
    const size = isContainer(member) ? sizes.get(member) : 1;
    if (size !== undefined) top.size += size;
    else if (isContainer(member)) {
      const path = open.map(({ keys, next }) => keys[next - 1] ?? "");
      const message = "what stands here is a part of itself; use $ref for what is recursive";
      if (around.has(member)) return { pointer: pointerTo("#", ...path), message };
      enter(member);
    }
  }
  return { written, sizes };
}

/** The innermost value that is too long by itself. */
function longest(root: Container, { sizes }: Extent): Excess {
  const path: string[] = [];
  let value = root;
  const sizeOf = (key: string): number => {
    const member = memberOf(value, key);
    return isContainer(member) ? (sizes.get(member) ?? 0) : 1;
  };
  for (;;) {
    const key = Object.keys(value).find((name) => sizeOf(name) > MOST_VALUES);
    const member = key === undefined ? undefined : memberOf(value, key);
    if (key === undefined || !isContainer(member)) break;
    path.push(key);
    value = member;
  }
  const pointer = pointerTo("#", ...path);
  return {
    pointer,
    message: `this repeats parts of the document until it has more than ${MOST_VALUES} values; write less of it by aliases and references`,
  };
}

/** What stands at a place: a schema, a list or map of them, a map of something else, or anything else of OpenAPI. */
type Kind = "map" | "other" | "schema" | "schemas";

/** Replaces schemas that have been there before by references. What holds them becomes one of its own for each place. */
function referToSchemas(root: Container): void {
  const pointers = new Map<Container, string>();
  const seen = new Set<Container>();
  const open: { value: Container; pointer: string; kind: Kind }[] = [{ value: root, pointer: "#", kind: "other" }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { value, pointer, kind } = top;
    const inner: typeof open = [];
    for (const key of Object.keys(value)) {
      const member = memberOf(value, key);
      const below = kindOf(key, value, kind);
      if (below === undefined || !isContainer(member)) continue;
      const known = below === "schema" ? pointers.get(member) : undefined;
      const at = pointerTo(pointer, key);
      if (known !== undefined) {
        Reflect.set(value, key, { $ref: known.replaceAll("%", "%25") });
        continue;
      }
      if (below === "schema") pointers.set(member, at);
      const own = seen.has(member) ? copyOf(member) : member;
      seen.add(member);
      if (own !== member) Reflect.set(value, key, own);
      inner.push({ value: own, pointer: at, kind: below });
    }
    open.push(...inner.reverse());
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

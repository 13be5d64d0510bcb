import { primitiveString, refuse } from "./encode-error.ts";

// OpenAPI defines `deepObject` for an object of strings. What it leaves open is written, and read, as most servers do:
// `a=5`, `a[b][c]=1`, `a[]=x`, and `a[0][b]=1` for objects in a list.
// https://spec.openapis.org/oas/v3.1.1.html#style-values

type Pair = readonly [key: string, text: string];

/** Caps the depth that hostile input can ask for. */
const DEEPEST = 32;

/**
 * A value as pairs, not encoded. `undefined` properties are left out. Refuses what would be read as something else:
 * within a value, lists and objects without content; names with brackets; objects whose names are all list indexes.
 */
export function writeDeepObject(name: string, value: unknown): readonly Pair[] {
  return write([name], name, value);
}

function write(path: readonly string[], key: string, value: unknown): readonly Pair[] {
  const isList = Array.isArray(value);
  if (!isList && Object.prototype.toString.call(value) !== "[object Object]") {
    return [[key, primitiveString(path.join("/"), value)]];
  }
  const entries = Object.entries(value as object).filter(([, item]) => isList || item !== undefined);
  const nested = path.length > 1;
  if (nested && entries.length === 0)
    refuse(path, "list or object that is not empty, since nothing of it would arrive", value);
  if (path.length > DEEPEST) refuse(path, `of at most ${DEEPEST} levels`, value);
  if (!isList && entries[0] && entries.every(([property]) => /^\d{1,3}$/.test(property))) {
    refuse(path, "object with a name that is no number, since it would be read as a list", value);
  }
  const isFlat = isList && entries.every(([, item]) => Object(item) !== item);
  return entries.flatMap(([property, item]) => {
    const at = [...path, property];
    if (/[[\]]|^$/.test(property)) refuse(at, "absent, since its name is empty or has brackets", value);
    return write(at, `${key}[${isFlat ? "" : primitiveString(path.join("/"), property)}]`, item);
  });
}

/** What was received under a name: strings, and members in further brackets. */
interface Node {
  readonly strings: string[];
  readonly members: Map<string, Node>;
}

type Scalar = (text: string) => unknown;

/**
 * The value that pairs of one name stand for.
 *
 * @param pairs with what follows the name: `""`, `[b][c]`
 * @param scalars what a string stands for, if it is the only one, and if it is an item; deeper ones stay strings
 */
export function readDeepObject(
  pairs: readonly (readonly [brackets: string, text: string])[],
  scalars: readonly Scalar[],
): unknown {
  const root: Node = { strings: [], members: new Map() };
  for (const [brackets, text] of pairs) {
    let node = root;
    for (const [, property = ""] of brackets.matchAll(/\[([^[\]]*)\]/g)) {
      const next = node.members.get(property) ?? { strings: [], members: new Map() };
      node.members.set(property, next);
      node = next;
    }
    node.strings.push(text);
  }
  return read(root, scalars);
}

/** Whether what follows a name is brackets, within the depth that is allowed. */
export function isDeep(brackets: string): boolean {
  return /^(\[[^[\]]*\])*$/.test(brackets) && brackets.split("[").length - 1 <= DEEPEST;
}

function read({ strings, members }: Node, [own = String, item = String]: readonly Scalar[]): unknown {
  const values: unknown[] = strings.map((text) => own(text));
  const items = members.get("");
  if (items?.members.size === 0 && members.size === 1) return [...values, ...items.strings.map((text) => item(text))];
  const places = Array.from({ length: members.size }, (_, index) => members.get(`${index}`));
  if (places[0] && places.every((node) => node !== undefined))
    return [...values, ...places.map((node) => read(node, [item]))];
  const entries = [...members].map(([property, node]) => [property, read(node, [])] as const);
  if (entries[0]) values.push(Object.fromEntries(entries));
  // Strings beside members are kept, for a validator to report.
  return values.length === 1 ? values[0] : values;
}

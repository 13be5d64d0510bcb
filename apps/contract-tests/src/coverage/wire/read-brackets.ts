import type { Cursor } from "../document/cursor.ts";
import type { InstancePath } from "../schema/outcome.ts";
import { itemsOf, propertyOf } from "../schema/part-of.ts";
import { typesOf } from "../schema/types-of.ts";
import { type Decoded, NOT_SENT, unreadable } from "./decoded.ts";
import type { Field } from "./field.ts";
import { scalarOf } from "./scalar-of.ts";

/** A text, and the names in brackets that lead to it. */
type Leaf = readonly [path: readonly string[], text: string];

/**
 * Reads style `deepObject`: `it[a]=1`, and what the specification leaves open as most servers do, `it=1`, `it[a][b]=1`,
 * `it[]=1`, `it[0][a]=1`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function readBrackets(
  pairs: readonly (readonly [string | undefined, string | undefined])[],
  { name, schema }: Field,
  at: InstancePath,
): Decoded {
  const leaves = pairs.flatMap(([key = "", text]): (readonly [readonly string[], string | undefined])[] => {
    if (key === name) return [[[], text]];
    if (!key.startsWith(`${name}[`) || !key.endsWith("]")) return [];
    return [[key.slice(name.length + 1, -1).split("]["), text]];
  });
  if (leaves.length === 0) return NOT_SENT;
  const known = leaves.filter((leaf): leaf is Leaf => leaf[1] !== undefined);
  const value = known.length === leaves.length ? valueAt(known, schema) : undefined;
  return value === undefined ? unreadable(at, "") : { value, breaches: [] };
}

/** `undefined` where texts do not go together. */
function valueAt(leaves: readonly Leaf[], schema: Cursor | undefined): unknown {
  const types = schema && typesOf(schema);
  const [[path, text] = [[], ""], ...others] = leaves;
  if (path.length === 0) return others.length === 0 ? scalarOf(text, types) : undefined;
  if (leaves.some(([[first]]) => first === undefined)) return undefined;
  const isList = leaves.every(([[first = ""]]) => /^\d*$/.test(first)) && (types ?? ["array"]).includes("array");
  const groups = Map.groupBy(leaves, ([[first = ""]], index) => (isList && first === "" ? `item ${index}` : first));
  const members = [...groups].map(([key, group]) => {
    const inner = isList ? schema && itemsOf(schema) : schema && propertyOf(schema, key);
    const rest = group.map(([[, ...tail], one]): Leaf => [tail, one]);
    return [key, valueAt(rest, inner)] as const;
  });
  if (members.some(([, value]) => value === undefined)) return undefined;
  return isList ? members.map(([, value]) => value) : Object.fromEntries(members);
}

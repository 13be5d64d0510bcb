import type { Cursor } from "../document/cursor.ts";
import type { InstancePath } from "../schema/outcome.ts";
import { itemsOf, propertyOf, typesOf } from "../schema/types.ts";
import {
  type Decoded,
  decodePercent,
  type Field,
  type FieldStyle,
  memberTypes,
  NOT_SENT,
  parseJson,
  scalarOf,
  unreadable,
} from "./field.ts";
import { mediumOf } from "./media-type.ts";
import type { RawPair } from "./request-view.ts";

const SEPARATORS: Readonly<Record<string, string>> = { form: ",", spaceDelimited: " ", pipeDelimited: "|" };

/**
 * Reads a parameter of a query or cookie, or a field of a form, from its pairs.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function readField(pairs: readonly RawPair[], field: Field, at: InstancePath): Decoded {
  const decoded = pairs.map(([name, value]) => [decodePercent(name, true), decodePercent(value, true)] as const);
  const types = field.types ?? [];
  if (field.style === "deepObject" && field.mediaType === undefined) return readBrackets(decoded, field, at);
  if (types.includes("object") && field.mediaType === undefined) return readObject(decoded, field, at);

  const strings = decoded.filter(([name]) => name === field.name).map(([, text]) => text);
  const [first] = strings;
  if (strings.length === 0) return NOT_SENT;
  if (strings.includes(undefined)) return unreadable(at, "");
  const known = strings.filter((text) => text !== undefined);
  if (mediumOf(field.mediaType) === "json") return parseJson(first ?? "", at);
  if (types.includes("array")) return readList(known, field, at);
  const value = scalarOf(first ?? "", field.types);
  return strings.length > 1 ? unreadable(at, value) : { value, breaches: [] };
}

function readList(strings: readonly string[], field: Field, at: InstancePath): Decoded {
  const { style, explode, itemTypes } = field;
  const separator = SEPARATORS[style];
  if (separator === undefined) throw field.problem(`is a list in the style ${style}, which cannot be read yet`);
  const joined = explode ? strings : strings.flatMap((text) => text.split(separator));
  // An empty value is how a list without items is written.
  const items = joined.length === 1 && joined[0] === "" ? [] : joined;
  const value = items.map((text) => scalarOf(text, itemTypes));
  return !explode && strings.length > 1 ? unreadable(at, value) : { value, breaches: [] };
}

function readObject(
  pairs: readonly (readonly [string | undefined, string | undefined])[],
  field: Field,
  at: InstancePath,
): Decoded {
  const { name, style, explode } = field;
  const read = (key: string, text: string): [string, unknown] => [key, scalarOf(text, memberTypes(field, key))];
  if (style !== "form") throw field.problem(`is an object in the style ${style}, which cannot be read yet`);
  if (explode) {
    const members = pairs.filter(([key = ""]) => field.members.has(key));
    if (members.length === 0) return NOT_SENT;
    return { value: Object.fromEntries(members.map(([key = "", text = ""]) => read(key, text))), breaches: [] };
  }
  const own = pairs.find(([key]) => key === name);
  if (own === undefined) return NOT_SENT;
  const flat = (own[1] ?? "").split(",");
  if (flat.length % 2 > 0) return unreadable(at, {});
  return { value: Object.fromEntries(pairUp(flat).map(([key, text]) => read(key, text))), breaches: [] };
}

/** `a,1,b,2` as pairs. */
function pairUp(flat: readonly string[]): readonly (readonly [string, string])[] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [flat[2 * index] ?? "", flat[2 * index + 1] ?? ""]);
}

/** A string, and the names in brackets that lead to it. */
type Leaf = readonly [path: readonly string[], text: string];

/**
 * Reads style `deepObject`: `it[a]=1`, and what the specification leaves open as most servers do, `it=1`, `it[a][b]=1`,
 * `it[]=1`, `it[0][a]=1`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
function readBrackets(
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

/** `undefined` where strings do not go together. */
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

/** A parameter that is the whole of a string: of a segment of the path, or of a header, where nothing is encoded. */
export function readSegment(raw: string | undefined, field: Field, at: InstancePath, encoded: boolean): Decoded {
  if (raw === undefined || (raw === "" && encoded)) return NOT_SENT;
  const text = encoded ? decodePercent(raw) : raw;
  if (text === undefined) return unreadable(at, raw);
  if (mediumOf(field.mediaType) === "json") return parseJson(text, at);
  const types = field.types ?? [];
  const isList = types.includes("array");
  const isObject = types.includes("object");
  const inner = unprefixed(text, field, isList || isObject);
  if (inner === undefined) return unreadable(at, text);
  const parts = inner.split(separator(field));
  if (isList) {
    const value = inner === "" ? [] : parts.map((part) => scalarOf(part, field.itemTypes));
    return { value, breaches: [] };
  }
  if (!isObject) return { value: scalarOf(inner, field.types), breaches: [] };
  const pairs = field.explode ? parts.map((part) => split(part)) : pairUp(parts);
  const read = pairs.map(([key, value]) => [key, scalarOf(value, memberTypes(field, key))] as const);
  return { value: Object.fromEntries(read), breaches: [] };
}

/** Without what a style puts before a value; `undefined` when that is not there. */
function unprefixed(text: string, { style, explode, name }: FieldStyle, composed: boolean): string | undefined {
  if (style === "label") return text.startsWith(".") ? text.slice(1) : undefined;
  if (style !== "matrix") return text;
  if (explode && composed) return text.startsWith(";") ? text.slice(1).replaceAll(`${name}=`, "") : undefined;
  return text.startsWith(`;${name}=`) ? text.slice(name.length + 2) : undefined;
}

function separator({ style, explode }: FieldStyle): string {
  if (explode && style === "label") return ".";
  return explode && style === "matrix" ? ";" : ",";
}

function split(pair: string): readonly [string, string] {
  const [name = "", ...rest] = pair.split("=");
  return [name, rest.join("=")];
}

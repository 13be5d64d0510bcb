import type { InstancePath } from "../schema/outcome.ts";
import { type Decoded, decodePercent, NOT_SENT, parseJson, unreadable } from "./decoded.ts";
import { type Field, type FieldStyle, memberTypes, scalarOf } from "./field.ts";
import { mediumOf } from "./media-type.ts";
import { pairUp } from "./read-field.ts";

/** A parameter that is the whole of a text: of a segment of the path, or of a header, where nothing is encoded. */
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

import { refuse } from "../codecs/refuse.ts";
import { toText } from "../codecs/to-text.ts";

/** A value taken apart into texts: what every style is written from. */
export type Parts =
  | { readonly kind: "primitive"; readonly text: string }
  | { readonly kind: "array"; readonly items: readonly string[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: string, text: string])[] };

/**
 * Takes a value apart. Properties that are `undefined` are left out; `null` is empty. No style is defined for containers
 * in containers, nor for a Date or any other object that is not a record: these are refused.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function toParts(name: string, value: unknown): Parts {
  if (Array.isArray(value)) return { kind: "array", items: value.map((item) => toText(name, item)) };
  if (Object.prototype.toString.call(value) !== "[object Object]")
    return { kind: "primitive", text: toText(name, value) };
  const entries = Object.entries(value as object)
    .filter(([, property]) => property !== undefined)
    .map(([key, property]) => [toText(name, key), toText(`${name}/${key}`, property)] as const);
  return { kind: "object", entries };
}

/** Parts between one separator: of an array its items, of an object keys and texts in turn. */
export function listed(name: string, parts: Exclude<Parts, { kind: "primitive" }>, value: unknown): readonly string[] {
  const texts = parts.kind === "array" ? parts.items : parts.entries.flat();
  // One empty text and no text at all would look the same.
  return texts.length === 1 && texts[0] === "" ? refuse([name], "a list of more than one empty text", value) : texts;
}

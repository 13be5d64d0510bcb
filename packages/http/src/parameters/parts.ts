import { toText } from "../codecs/to-text.ts";
import { refuse } from "../encode-error.ts";

/** A value taken apart into texts: what every style is written from. */
export type Parts =
  | { readonly kind: "primitive"; readonly text: string }
  | { readonly kind: "array"; readonly items: readonly string[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: string, text: string])[] };

/**
 * Takes a value apart. Properties that are `undefined` are left out; `null` is empty. No style is defined for containers
 * in containers, nor for a Date or any other object that is not a record: these are refused.
 *
 * @param required whether an empty list or object, which leaves nothing behind or an empty text, is refused as well
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function toParts(name: string, value: unknown, required?: boolean): Parts {
  if (Array.isArray(value)) {
    if (value.length === 0) refuseNothing(name, value, required);
    return { kind: "array", items: value.map((item) => toText(name, item)) };
  }
  if (Object.prototype.toString.call(value) !== "[object Object]")
    return { kind: "primitive", text: toText(name, value) };
  const entries = Object.entries(value as object)
    .filter(([, property]) => property !== undefined)
    .map(([key, property]) => [toText(name, key), toText(`${name}/${key}`, property)] as const);
  if (entries.length === 0) refuseNothing(name, value, required);
  return { kind: "object", entries };
}

/** Refuses an empty list, or an object without properties, where there has to be something to be read. */
export function refuseNothing(name: string, value: unknown, required: boolean | undefined): void {
  if (required)
    refuse([name], "list or object that is not empty, since it is required and nothing would arrive", value);
}

/** Parts between one separator: of an array its items, of an object keys and texts in turn. */
export function listed(name: string, parts: Exclude<Parts, { kind: "primitive" }>, value: unknown): readonly string[] {
  const texts = parts.kind === "array" ? parts.items : parts.entries.flat();
  // One empty text and no text at all would look the same.
  return texts.length === 1 && texts[0] === "" ? refuse([name], "a list of more than one empty text", value) : texts;
}

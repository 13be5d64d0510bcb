import { writeDeepObject } from "./deep-object.ts";
import { primitiveString, refuse } from "./encode-error.ts";
import { isJson } from "./media-type.ts";

import type { ParameterRules, Style } from "./operation.ts";

/** The fields of a parameter, or of a field of a form, that decide how it is written. */
export type Rules = Pick<ParameterRules, "style" | "explode" | "allowReserved" | "contentType" | "required">;

/** The separator of a list in one value: as it is sent in a URL, and as no item may contain it. */
const separators = {
  form: [",", undefined],
  spaceDelimited: ["%20", " "],
  tabDelimited: ["%09", "\t"],
  pipeDelimited: ["%7C", "|"],
} as const;

/** The separator of a list, as {@link separators} has it, in a style that has one; undefined for any other. */
export function separatorOf(style: Style): (typeof separators)[keyof typeof separators] | undefined {
  return Object.hasOwn(separators, style) ? separators[style as keyof typeof separators] : undefined; // its own key
}

/**
 * One value as `name=text` pairs, percent-encoded.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export function writePairs(name: string, value: unknown, rules: Rules): readonly string[] {
  const { style = "form", explode = style === "form", contentType, allowReserved, required } = rules;
  const encode = allowReserved ? keepReserved : encodeURIComponent;
  const pair = (key: string, text: string) => `${encodeURIComponent(key)}=${encode(text)}`;
  if (contentType) return [pair(name, contentString(name, value, contentType))];
  if (style === "deepObject") {
    const pairs = writeDeepObject(name, value);
    if (pairs.length === 0) refuseNothing(name, value, required);
    return pairs.map(([key, text]) => pair(key, text));
  }
  const parts = toParts(name, value, required);
  const [separator, forbidden] =
    separatorOf(style) ?? refuse([name], `value in a style of queries, not ${style}`, value);
  if (style !== "form" && (explode || parts.kind === "primitive")) {
    return refuse([name], `list, not exploded: ${style} has no other`, value);
  }
  if (parts.kind === "primitive") return [pair(name, parts.text)];
  if (explode) {
    return parts.kind === "array"
      ? parts.items.map((item) => pair(name, item))
      : parts.entries.map(([key, text]) => pair(key, text));
  }
  const strings = withoutSeparator(name, listed(name, parts, value), forbidden, value).map((text) =>
    encode(text).replaceAll(",", style === "form" ? "%2C" : ","),
  );
  return [`${encodeURIComponent(name)}=${strings.join(separator)}`];
}

/** The strings of a list, none of which may contain what separates them: encoded, it would still do so. */
export function withoutSeparator(
  name: string,
  strings: readonly string[],
  forbidden: string | undefined,
  value: unknown,
): readonly string[] {
  return forbidden && strings.some((text) => text.includes(forbidden))
    ? refuse([name], `list of strings without ${JSON.stringify(forbidden)}`, value)
    : strings;
}

/**
 * Leaves reserved characters as they are, except those that would end a value (`#`, `&`), that servers read as a space
 * (`+`), or that no query may have (`[`, `]`). A percent sign is encoded like any other character.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#parameter-allow-reserved
 */
function keepReserved(text: string): string {
  return encodeURIComponent(text).replace(/%(3A|2F|3F|40|24|2C|3B|3D)/g, decodeURIComponent);
}

/** A value as strings, from which every style is written. */
export type Parts =
  | { readonly kind: "primitive"; readonly text: string }
  | { readonly kind: "array"; readonly items: readonly string[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: string, text: string])[] };

/**
 * Takes a value apart. Properties that are `undefined` are left out; `null` is empty. No style is defined for containers
 * in containers, nor for a Date or any other object that is not a record: these are refused.
 *
 * @param required whether an empty list or object, which leaves nothing behind or an empty string, is refused as well
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function toParts(name: string, value: unknown, required?: boolean): Parts {
  if (Array.isArray(value)) {
    if (value.length === 0) refuseNothing(name, value, required);
    return { kind: "array", items: value.map((item) => primitiveString(name, item)) };
  }
  if (Object.prototype.toString.call(value) !== "[object Object]")
    return { kind: "primitive", text: primitiveString(name, value) };
  const entries = Object.entries(value as object)
    .filter(([, property]) => property !== undefined)
    .map(([key, property]) => [primitiveString(name, key), primitiveString(`${name}/${key}`, property)] as const);
  if (entries.length === 0) refuseNothing(name, value, required);
  return { kind: "object", entries };
}

/** Refuses an empty list, or an object without properties, where there has to be something to be read. */
export function refuseNothing(name: string, value: unknown, required: boolean | undefined): void {
  if (required)
    refuse([name], "list or object that is not empty, since it is required and nothing would arrive", value);
}

/** What one separator joins: the items of an array, or keys and values of an object in turn. */
export function listed(name: string, parts: Exclude<Parts, { kind: "primitive" }>, value: unknown): readonly string[] {
  const strings = parts.kind === "array" ? parts.items : parts.entries.flat();
  // One empty string and none at all would look the same.
  return strings.length === 1 && strings[0] === ""
    ? refuse([name], "a list of more than one empty string", value)
    : strings;
}

/**
 * A parameter or a property that is described by a media type instead of a style: JSON, or else a string.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-content
 */
export function contentString(name: string, value: unknown, contentType: string): string {
  return isJson(contentType) ? primitiveString(name, JSON.stringify(value)) : primitiveString(name, value);
}

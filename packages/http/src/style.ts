import { writeDeepObject } from "./deep-object.ts";
import { refuse } from "./encode-error.ts";
import type { Parameter } from "./operation.ts";
import { contentText } from "./parameters/content-text.ts";
import { listed, refuseNothing, toParts } from "./parameters/parts.ts";

/** What decides how a parameter of a query, or a field of a form, is written. */
export type Rules = Pick<Parameter, "style" | "explode" | "allowReserved" | "contentType" | "required">;

/** What separates a list in one value: as it is on the wire, and as it may not be inside of a text. */
const separators = { form: [",", undefined], spaceDelimited: ["%20", " "], pipeDelimited: ["%7C", "|"] } as const;

/**
 * One value as `name=text` pairs, percent-encoded.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export function writePairs(name: string, value: unknown, rules: Rules): readonly string[] {
  const { style = "form", explode = style === "form", contentType, allowReserved, required } = rules;
  const encode = allowReserved ? keepReserved : encodeURIComponent;
  const pair = (key: string, text: string) => `${encodeURIComponent(key)}=${encode(text)}`;
  if (contentType) return [pair(name, contentText(name, value, contentType))];
  if (style === "deepObject") {
    const pairs = writeDeepObject(name, value);
    if (pairs.length === 0) refuseNothing(name, value, required);
    return pairs.map(([key, text]) => pair(key, text));
  }
  const parts = toParts(name, value, required);
  if (style !== "form" && style !== "spaceDelimited" && style !== "pipeDelimited") {
    return refuse([name], `value in a style of queries, not ${style}`, value);
  }
  if (style !== "form" && (explode || parts.kind === "primitive")) {
    return refuse([name], `list, not exploded: ${style} has no other`, value);
  }
  if (parts.kind === "primitive") return [pair(name, parts.text)];
  if (explode) {
    return parts.kind === "array"
      ? parts.items.map((item) => pair(name, item))
      : parts.entries.map(([key, text]) => pair(key, text));
  }
  const [separator, forbidden] = separators[style];
  const texts = listed(name, parts, value).map((text) => {
    // Encoded, it would be what separates.
    if (forbidden && text.includes(forbidden)) refuse([name], `list of texts without "${forbidden}"`, value);
    return encode(text).replaceAll(",", style === "form" ? "%2C" : ",");
  });
  return [`${encodeURIComponent(name)}=${texts.join(separator)}`];
}

/**
 * Leaves reserved characters as they are, without those that would end a value (`#`, `&`), that readers take for
 * something else (`+`), or that no query may have (`[`, `]`). A percent sign is a text like any other.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#parameter-allow-reserved
 */
function keepReserved(text: string): string {
  return encodeURIComponent(text).replace(/%(3A|2F|3F|40|24|2C|3B|3D)/g, decodeURIComponent);
}

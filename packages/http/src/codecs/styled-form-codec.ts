import type { FormField } from "../operation.ts";
import { writePairs } from "../parameters/write-pairs.ts";
import type { BodyCodec } from "./body-codec.ts";
import { toText } from "./to-text.ts";

/**
 * `application/x-www-form-urlencoded` with everything that an Encoding Object can say: a style, or else a content type,
 * which for an object is JSON.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
export const styledFormCodec: BodyCodec = {
  encode: (value, { fields = {} }) =>
    Object.entries(value as object)
      .filter(([, field]) => field !== undefined)
      .flatMap(([name, field]) => writeField(name, field, Object.hasOwn(fields, name) ? fields[name] : undefined))
      .join("&")
      .replaceAll("%20", "+"),
};

function writeField(name: string, value: unknown, field: FormField | undefined): readonly string[] {
  const { style, explode, allowReserved, contentType } = field ?? {};
  // A style takes the place of a content type; with neither, a list is one key per item.
  const styled = style ?? explode ?? allowReserved;
  if (styled !== undefined) {
    return writePairs(name, value, {
      ...(style && { style }),
      ...(explode !== undefined && { explode }),
      ...(allowReserved && { allowReserved }),
    });
  }
  if (contentType !== undefined) return writePairs(name, value, { contentType });
  return [value].flat().flatMap((item) => {
    const isObject = Object.prototype.toString.call(item) === "[object Object]";
    return writePairs(name, isObject ? item : toText(name, item), isObject ? { contentType: "application/json" } : {});
  });
}

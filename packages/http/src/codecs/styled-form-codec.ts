import type { BodyCodec } from "../body-codec.ts";
import { formCodec } from "../form.ts";
import type { FormField } from "../operation.ts";
import { refuseNothing } from "../parameters/parts.ts";
import { writePairs } from "../style.ts";
import { toText } from "./to-text.ts";

/**
 * `application/x-www-form-urlencoded` with everything that an Encoding Object can say: a style, or else a content type,
 * which for an object is JSON. Refuses an empty list that is required. A form whose fields need none of this is written
 * as `formCodec` writes it: one client may have both.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
export const styledFormCodec: BodyCodec = {
  encode: (value, media) => {
    const { fields = {} } = media;
    const entries = Object.entries(value as object)
      .filter(([, property]) => property !== undefined)
      .map(([name, property]) => [name, property, Object.hasOwn(fields, name) ? fields[name] : undefined] as const);
    for (const [name, property, field] of entries) {
      if (Array.isArray(property) && property.length === 0 && !field?.contentType)
        refuseNothing(name, property, field?.required);
    }
    if (!Object.values(fields).some(isStyled)) return formCodec.encode(value, media);
    const pairs = entries.flatMap(([name, property, field]) => writeField(name, property, field));
    return pairs.join("&").replaceAll("%20", "+");
  },
};

/** Whether a field is more than a text or a list of texts. */
function isStyled({ style, allowReserved, contentType, type, items }: FormField): boolean {
  return (style ?? contentType) !== undefined || allowReserved === true || type === "object" || items === "object";
}

function writeField(name: string, value: unknown, field: FormField | undefined): readonly string[] {
  const { style, explode, allowReserved, contentType, required } = field ?? {};
  // A style takes the place of a content type; with neither, a list is one key per item.
  const styled = style ?? explode ?? allowReserved;
  if (styled !== undefined) {
    return writePairs(name, value, {
      ...(style && { style }),
      ...(explode !== undefined && { explode }),
      ...(allowReserved && { allowReserved }),
      ...(required && { required }),
    });
  }
  if (contentType !== undefined) return writePairs(name, value, { contentType });
  return [value].flat().flatMap((item) => {
    const isObject = Object.prototype.toString.call(item) === "[object Object]";
    return writePairs(name, isObject ? item : toText(name, item), isObject ? { contentType: "application/json" } : {});
  });
}

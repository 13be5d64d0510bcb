import type { FormField } from "../operation.ts";
import type { BodyCodec } from "./body-codec.ts";
import { EncodeError } from "./encode-error.ts";
import { toText } from "./to-text.ts";

/** `application/x-www-form-urlencoded`. */
export const formCodec: BodyCodec = {
  encode: (value, { fields = {} }) => encodeForm(value as object, fields),
};

/**
 * Writes an object as a form, in the order of its keys. `undefined` is left out, `null` is an empty value, and an array
 * is one key per item, or, with `explode: false`, one key with its items joined by commas.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 * @see https://url.spec.whatwg.org/#concept-urlencoded-serializer
 */
export function encodeForm(value: object, fields: Readonly<Record<string, FormField>>): string {
  const form = new URLSearchParams();
  for (const [name, field] of Object.entries(value)) {
    if (!Array.isArray(field)) {
      if (field !== undefined) form.append(toText([], name), field === null ? "" : toText([name], field));
      continue;
    }
    const items = field.map((item, index) => toText([name, index], item));
    const joined = fields[name]?.explode === false;
    const index = items.findIndex((item) => joined && item.includes(","));
    // The reader could not tell such a comma from one that separates items.
    if (index >= 0) throw new EncodeError([name, index], "text without a comma", items[index]);
    for (const text of joined ? [items.join()] : items) form.append(name, text);
  }
  return form.toString();
}

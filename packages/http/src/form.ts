import type { BodyCodec } from "./body-codec.ts";
import { toText } from "./codecs/to-text.ts";
import { refuse } from "./encode-error.ts";
import type { FormField } from "./operation.ts";

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
    if (field === undefined) continue;
    const joined = Array.isArray(field) && fields[name]?.explode === false;
    const texts = [field].flat().map((item) => toText(name, item));
    // The reader could not tell such a comma from one that separates items.
    if (joined && texts.some((text) => text.includes(","))) refuse([name], "texts without a comma", field);
    for (const text of joined ? [texts.join()] : texts) form.append(name, text);
  }
  return form.toString();
}

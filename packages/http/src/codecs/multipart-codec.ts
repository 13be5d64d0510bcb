import type { FormField } from "../operation.ts";
import { contentText } from "../parameters/content-text.ts";
import { type Rules, writePairs } from "../parameters/write-pairs.ts";
import { essence, isRange, isWithin } from "../wire/media-type.ts";
import { toBlob } from "./binary-codec.ts";
import type { BodyCodec } from "./body-codec.ts";
import { refuse } from "./refuse.ts";
import { toText } from "./to-text.ts";

/**
 * `multipart/form-data`. Bytes are files, an array is one part per item, an object is JSON, and anything else is text.
 * A part that has a media type also has a file name: FormData knows no other. `fetch` sets the boundary. A style makes
 * the parts that it would make pairs of in a query, without percent-encoding.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#special-considerations-for-multipart-content
 */
export const multipartCodec: BodyCodec = {
  encode: (value, { fields = {} }) => {
    const form = new FormData();
    for (const [name, property] of Object.entries(value as object)) {
      if (property === undefined) continue;
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const items = [property].flat();
      if (field && isStyled(field) && !items.some((item) => toBlob(item))) {
        const pairs = new URLSearchParams(writePairs(name, property, rulesOf(field)).join("&"));
        for (const [key, text] of pairs) form.append(key, text);
      } else for (const item of items) append(form, toText(name, name), item, field);
    }
    return form;
  },
};

/** Whether the Encoding Object has something that takes the place of a content type. */
function isStyled({ style, explode, allowReserved }: FormField): boolean {
  return (style ?? explode ?? allowReserved) !== undefined;
}

function rulesOf({ style, explode }: FormField): Rules {
  // Nothing is percent-encoded in a part, so nothing reserved needs to be kept from it.
  return { ...(style && { style }), ...(explode !== undefined && { explode }) };
}

function append(form: FormData, name: string, value: unknown, field: FormField | undefined): void {
  const types = field?.contentType?.split(",").map((type) => type.trim()) ?? [];
  const [only = ""] = types.length === 1 && !isRange(`${types[0]}`) ? types : [];
  const file = toBlob(value, only);
  if (file) {
    form.append(name, typed(name, file, types, only));
    return;
  }
  const isObject = Object.prototype.toString.call(value) === "[object Object]";
  const contentType = only || (isObject ? "application/json" : "text/plain");
  const text = contentText(name, value, contentType);
  // Text is what a part is by default; a Blob would make a file of it.
  if (essence(contentType) === "text/plain") form.append(name, text);
  else form.append(name, new Blob([text], { type: contentType }));
}

/** A file with the type that the document demands of it. */
function typed(name: string, file: Blob, types: readonly string[], only: string): Blob {
  if (types.length === 0 || types.some((type) => isWithin(file.type, type))) return file;
  if (file.type !== "" || only === "") return refuse([name], `file of type ${types.join(" or ")}`, file.type);
  return file instanceof File ? new File([file], file.name, { type: only }) : new Blob([file], { type: only });
}

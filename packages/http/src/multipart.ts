import { type BodyCodec, toBlob } from "./body-codec.ts";
import { primitiveString, refuse } from "./encode-error.ts";
import { essence, isRange, isWithin } from "./media-type.ts";
import type { FormField } from "./operation.ts";
import { contentString, type Rules, refuseNothing, writePairs } from "./style.ts";

/**
 * `multipart/form-data`. Bytes are files, an array is one part per item, an object is JSON, and the rest is a string.
 * Only files have a file name, which FormData gives to every part with a media type (RFC 7578 section 4.2). A style
 * makes one part of each pair that it would make in a query, without percent-encoding. An empty list that is required is
 * refused.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#special-considerations-for-multipart-content
 */
export const multipartCodec: BodyCodec = {
  encode: (value, { fields = {} }) => {
    const parts: Part[] = [];
    for (const [name, property] of Object.entries(value as object)) {
      if (property === undefined) continue;
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const items = [property].flat();
      if (items.length === 0) refuseNothing(name, property, field?.required);
      if (field && isStyled(field) && !items.some((item) => toBlob(item))) {
        const pairs = new URLSearchParams(writePairs(name, property, rulesOf(field)).join("&"));
        for (const [key, text] of pairs) parts.push({ name: key, content: text });
      } else for (const item of items) parts.push(toPart(primitiveString(name, name), item, field));
    }
    return join(parts);
  },
};

interface Part {
  readonly name: string;
  readonly content: string | Blob;
  /** Of bytes. */
  readonly fileName?: string;
  /** @default "text/plain" */
  readonly contentType?: string;
}

/** Whether the Encoding Object has a style, which replaces a content type. */
function isStyled({ style, explode, allowReserved }: FormField): boolean {
  return (style ?? explode ?? allowReserved) !== undefined;
}

function rulesOf({ style, explode, required }: FormField): Rules {
  // Parts are not percent-encoded, so `allowReserved` changes nothing.
  return { ...(style && { style }), ...(explode !== undefined && { explode }), ...(required && { required }) };
}

function toPart(name: string, value: unknown, field: FormField | undefined): Part {
  const types = field?.contentType?.split(",").map((type) => type.trim()) ?? [];
  const [only = ""] = types.length === 1 && !isRange(`${types[0]}`) ? types : [];
  const file = toBlob(value, only);
  if (file) {
    // By its name: Bun calls a File a Blob.
    const { name: fileName = "blob" } = file as Partial<File>;
    return {
      name,
      content: file,
      fileName,
      contentType: typeOf(name, file, types, only) || "application/octet-stream",
    };
  }
  const isObject = Object.prototype.toString.call(value) === "[object Object]";
  const contentType = only || (isObject ? "application/json" : "text/plain");
  const content = contentString(name, value, contentType);
  return { name, content, ...(essence(contentType) !== "text/plain" && { contentType }) };
}

/** The type of a file, which must be one that the document allows. */
function typeOf(name: string, file: Blob, types: readonly string[], only: string): string {
  if (types.length === 0 || types.some((type) => isWithin(file.type, type))) return file.type;
  return file.type !== "" || only === "" ? refuse([name], `file of type ${types.join(" or ")}`, file.type) : only;
}

/** @see https://html.spec.whatwg.org/#multipart-form-data */
function join(parts: readonly Part[]): Blob {
  // Random, so that no content can end its part early. In lower case, as the type of a Blob is.
  const random = crypto.getRandomValues(new Uint8Array(16));
  const boundary = `earmark-${Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  const chunks = parts.flatMap(({ name, content, fileName, contentType }) => {
    const file = fileName === undefined ? "" : `; filename="${quoted(fileName)}"`;
    const type = contentType === undefined ? "" : `\r\nContent-Type: ${contentType}`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}${type}\r\n\r\n`;
    return [head, content, "\r\n"];
  });
  return new Blob([...chunks, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

function quoted(name: string): string {
  return name.replace(/[\r\n"]/g, encodeURIComponent);
}

export const FORM = "application/x-www-form-urlencoded";
export const MULTIPART_FORM = "multipart/form-data";

/** A media type or range without its parameters, in lower case: `text/plain` for `Text/Plain; charset=utf-8`. */
export function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

/** `application/json`, or any type with the suffix `+json` (RFC 6839 section 3.1). */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}

export function isText(mediaType: string): boolean {
  return essence(mediaType).startsWith("text/");
}

export function isXml(mediaType: string): boolean {
  return /[/+]xml$/.test(essence(mediaType));
}

export function isMultipart(mediaType: string): boolean {
  return essence(mediaType).startsWith("multipart/");
}

/** Whether a body has fields, which an Encoding Object may describe. */
export function isForm(mediaType: string): boolean {
  return [FORM, MULTIPART_FORM].includes(essence(mediaType));
}

/** Media types of characters, besides `text/*`: XML, YAML, CSV, JSON in lines or sequences, and languages of programs. */
const CHARACTERS =
  /^application\/(.+\+)?(x-)?(xml|xml-dtd|yaml|csv|ndjson|jsonl|jsonlines|json-lines|json-seq|javascript|ecmascript|graphql|sql|toml)$/;

/** Whether a body that is neither JSON nor a form is a string to a program. */
export function isCharacters(mediaType: string): boolean {
  return isText(mediaType) || CHARACTERS.test(essence(mediaType));
}

/** Whether no string of a JSON document is of a media type, unless it is encoded. */
export function isBinary(mediaType: string): boolean {
  return /^((audio|font|image|video)\/(?!svg\+xml)|application\/(octet-stream|pdf|gzip|zip)\b)/.test(
    essence(mediaType),
  );
}

/** Whether it stands for several media types: `image/*`, `application/*+json`. */
export function isRange(mediaType: string): boolean {
  return mediaType.includes("*");
}

/** Whether a media type, or a smaller range, is within a range (RFC 9110 section 12.5.1). */
export function isWithin(mediaType: string, range: string): boolean {
  if (!isRange(range)) return essence(mediaType) === essence(range);
  const literals = essence(range)
    .split("*")
    .map((literal) => literal.replace(/[^\w/]/g, "\\$&"));
  return new RegExp(`^${literals.join("[^/]+")}$`).test(essence(mediaType));
}

/** `application/json` of `Application/JSON; charset=utf-8`. */
export function essence(header: string): string {
  return (header.split(";")[0] ?? "").trim().toLowerCase();
}

export const FORM = "application/x-www-form-urlencoded";

export function isJson(mediaType: string): boolean {
  return /^application\/(.+\+)?json$/.test(essence(mediaType));
}

export function isText(mediaType: string): boolean {
  return essence(mediaType).startsWith("text/");
}

/** The entry that a media type falls under: itself, or the narrowest range (RFC 9110 section 12.5.1). */
export function findContent<T extends { readonly mediaType: string }>(
  contents: readonly T[],
  header: string,
): T | undefined {
  const type = essence(header);
  const ranges = [type, `${type.split("/")[0]}/*`, "*/*"];
  return ranges.map((range) => contents.find(({ mediaType }) => essence(mediaType) === range)).find((each) => each);
}

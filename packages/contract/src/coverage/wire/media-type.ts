import type { Medium } from "../schema/keywords/keyword.ts";

/** `application/json` of `Application/JSON; charset=utf-8`. */
export function essence(header: string): string {
  return (header.split(";")[0] ?? "").trim().toLowerCase();
}

/** How what has a media type is written; `undefined` where nothing here can read it. */
export function mediumOf(mediaType = ""): Medium | undefined {
  const type = essence(mediaType);
  if (type === "application/x-www-form-urlencoded") return "form";
  if (/^application\/(.+\+)?json$/.test(type)) return "json";
  return type.startsWith("text/") ? "text" : undefined;
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

/** A media type without its parameters. */
export function essence(mediaType: string): string {
  return mediaType.split(";", 1).join().trim().toLowerCase();
}

/** `application/json`, or any type with the suffix `+json` (RFC 6839 section 3.1); parameters do not matter. */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}

export function isText(mediaType: string): boolean {
  return essence(mediaType).startsWith("text/");
}

export function isMultipart(mediaType: string): boolean {
  return essence(mediaType).startsWith("multipart/");
}

export function isRange(mediaType: string): boolean {
  return mediaType.includes("*");
}

/** Whether a media type is within a range, which may be a single type, `image/*`, or everything. */
export function isWithin(mediaType: string, range: string): boolean {
  const [type, wanted] = [essence(mediaType), essence(range)];
  return type === wanted || wanted === "*/*" || (wanted.endsWith("/*") && type.startsWith(wanted.slice(0, -1)));
}

/** The most particular of some media types and ranges that a media type is within. */
export function bestMatch(mediaType: string, ranges: readonly string[]): string | undefined {
  const found = ranges.filter((range) => isWithin(mediaType, range));
  return found.find((range) => !isRange(range)) ?? found.find((range) => essence(range) !== "*/*") ?? found[0];
}

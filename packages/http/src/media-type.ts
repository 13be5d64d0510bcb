/** A media type without its parameters, in lower case: `text/plain` for `Text/Plain; charset=utf-8`. */
export function essence(mediaType: string): string {
  return mediaType.split(";", 1).join().trim().toLowerCase();
}

/** `application/json`, or any type with the suffix `+json` (RFC 6839 section 3.1); parameters do not matter. */
export function isJson(mediaType: string): boolean {
  return /^[^;]+[/+]json *(;|$)/i.test(mediaType);
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

/** Whether a media type is within a range, which may be a single type, `image/*`, `application/*+json`, or everything. */
export function isWithin(mediaType: string, range: string): boolean {
  const [type, wanted] = [essence(mediaType), essence(range)];
  if (type === wanted || !isRange(wanted)) return type === wanted;
  const literals = wanted.split("*").map((text) => text.replace(/[^\w/]/g, "\\$&"));
  return new RegExp(`^${literals.join("[^/]+")}$`).test(type);
}

/**
 * The most specific of some media types and ranges that include a media type: with the most of its parameters, and no
 * others if possible.
 */
export function bestMatch(mediaType: string, ranges: readonly string[]): string | undefined {
  const given = mediaTypeParameters(mediaType);
  const rank = (range: string): number => {
    const wanted = mediaTypeParameters(range);
    // A single type before all ranges, and a longer range before a shorter one.
    const place = isRange(range) ? essence(range).replaceAll("*", "").length : 1000;
    return place * 100 + (wanted.every((one) => given.includes(one)) ? wanted.length : -1);
  };
  return ranges.filter((range) => isWithin(mediaType, range)).sort((a, b) => rank(b) - rank(a))[0];
}

/** The parameters of a media type, in lower case: `["charset=utf-8"]` for `Text/Plain; charset=utf-8`. */
export function mediaTypeParameters(mediaType: string): readonly string[] {
  return mediaType
    .toLowerCase()
    .split(";")
    .slice(1)
    .map((parameter) => parameter.trim());
}

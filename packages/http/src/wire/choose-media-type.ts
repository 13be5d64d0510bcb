import { isBlob, toBlob } from "../codecs/binary-codec.ts";
import { bestMatch, isJson, isRange, isWithin } from "../media-type.ts";
import type { MediaType, Operation } from "../operation.ts";

/** What a body is sent as. */
export interface ChosenMediaType {
  /** As the document spells it; may be a range. */
  readonly declared: string;
  readonly media: MediaType;
  /** What the header says. */
  readonly contentType: string;
}

/**
 * Finds the media type of a body: the one that is asked for, or else the first. For a range, it is that of a Blob,
 * unless one is asked for, and else the plainest type within it: JSON for what a schema describes, bytes, text, or, with
 * a suffix such as `+json`, an unregistered one that has it (RFC 6838 section 3.4).
 *
 * @throws {TypeError} for a media type that the operation does not take.
 */
export function chooseMediaType(
  { operationId, requestBody }: Operation,
  body: unknown,
  contentType: string | null | undefined,
): ChosenMediaType {
  const content = requestBody?.content ?? {};
  const known = Object.keys(content);
  const blob = isBlob(body) ? body.type : "";
  const wanted = contentType ?? (isRange(known[0] ?? "") ? blob : known[0]) ?? "";
  const declared = bestMatch(wanted, known) ?? (contentType || blob ? undefined : known[0]);
  const media = declared === undefined ? undefined : content[declared];
  if (declared === undefined || !media || isRange(wanted)) {
    const all = known.join(", ") || "absent";
    throw new TypeError(`${operationId}: contentType must be ${all}, received ${contentType ?? (blob || "none")}.`);
  }
  if (!isRange(declared)) return { declared, media, contentType: contentType ?? declared };
  if (wanted !== "") return { declared, media: withinRange(declared, media, wanted), contentType: wanted };
  const plain = plainest(declared, body, media);
  if (plain) return { declared, media: toBlob(body) ? withinRange(declared, media, plain) : media, contentType: plain };
  throw new TypeError(`${operationId}: contentType must be one of ${declared}, or the body a Blob that has its own.`);
}

/** Of a range that JSON is within, a schema describes only that. */
function withinRange(range: string, media: MediaType, contentType: string): MediaType {
  return isWithin("application/json", range) && !isJson(contentType) ? {} : media;
}

/** The type within a range that says least about a body; JSON for a value that a schema describes. */
function plainest(range: string, body: unknown, { schema }: MediaType): string | undefined {
  const isValue = schema !== undefined && typeof body !== "string" && !toBlob(body);
  const types = ["application/octet-stream", "text/plain", range.replace("/*+", "/x.any+")];
  return [...(isValue ? ["application/json"] : []), ...types].find((type) => !isRange(type) && isWithin(type, range));
}

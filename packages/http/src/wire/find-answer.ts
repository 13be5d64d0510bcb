import type { MediaType, Operation } from "../operation.ts";
import { bestMatch, isJson } from "./media-type.ts";

/** What an answer is read as. */
export interface KnownAnswer {
  /** As the document spells it; may be a range. */
  readonly mediaType: string;
  readonly media: MediaType;
}

/**
 * The media type that an answer is read as; `undefined` when it has no body. What the document does not know is read as
 * the first that it does, which is what the types promise.
 */
export function findAnswer({ responses }: Operation, status: number, received: string | null): KnownAnswer | undefined {
  const known = responses[status] ?? responses["2XX"] ?? responses.default ?? Object.values(responses)[0];
  const types = Object.keys(known?.content ?? {});
  const similar = isJson(received ?? "") ? types.find(isJson) : undefined;
  const mediaType = bestMatch(received ?? "", types) ?? similar ?? types[0];
  return mediaType === undefined ? undefined : { mediaType, media: known?.content?.[mediaType] ?? {} };
}

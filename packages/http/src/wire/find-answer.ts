import { bestMatch, isJson } from "../media-type.ts";
import type { MediaType, Operation } from "../operation.ts";
import { successOf } from "../response.ts";

/**
 * The media type that a response is read as, as the document spells it, which may be a range; `undefined` when it has no
 * body. What the document does not know is read as the first that it does, which is what the types promise.
 */
export function findAnswer(
  { responses }: Operation,
  status: number,
  received: string,
): readonly [mediaType: string, media: MediaType] | undefined {
  const known = successOf(responses, status);
  const types = Object.keys(known?.content ?? {});
  const similar = isJson(received) ? types.find(isJson) : undefined;
  const mediaType = bestMatch(received, types) ?? similar ?? types[0];
  return mediaType === undefined ? undefined : [mediaType, known?.content?.[mediaType] ?? {}];
}

import type { Fetch } from "../fetch.ts";
import type { Operation } from "../operation.ts";
import { findAnswer } from "./find-answer.ts";
import { isJson, isRange, isText } from "./media-type.ts";

/**
 * Turns the bytes of an answer into what its media type is read as: text, or else a Blob. Its content type becomes the
 * one that the document spells; of a range with a schema, it stays what it is. A 304 that the document knows is a
 * success.
 */
export function withReading(fetch: Fetch, operation: Operation | undefined): Fetch {
  return async (request, init) => {
    const response = await fetch(request, init);
    // A Response that has not been read is for a caller who wants just that.
    if (!operation || response.body !== undefined) return response;
    const { status, headers, url } = response;
    // What `attempt` has read: bytes, unless the transport knows only text.
    const read = (await response.text()) as unknown as Blob | string;
    const ok = response.ok || (status === 304 && Object.hasOwn(operation.responses, status));
    const received = headers.get("content-type");
    const answer = ok ? findAnswer(operation, status, received) : undefined;
    const known = answer?.media.schema && isRange(answer.mediaType) ? (received ?? "") : answer?.mediaType;
    const bytes = known !== undefined && !isJson(known) && !isText(known);
    const body = bytes || typeof read === "string" ? read : await read.text();
    const named = new Headers(headers);
    if (known !== undefined) named.set("content-type", known);
    // As little of a Response as `attempt` makes.
    return { ok, status, headers: named, url, text: async () => body } as unknown as Response;
  };
}

/** An operation whose binary answers have no schema: a Blob is nothing that JSON Schema speaks of. */
export function withoutBinarySchemas(operation: Operation): Operation {
  const responses = Object.entries(operation.responses).map(([status, { content }]) => {
    const kept = Object.entries(content ?? {}).map(([type, media]) => [
      type,
      isJson(type) || isText(type) || isRange(type) ? media : {},
    ]);
    return [status, content ? { content: Object.fromEntries(kept) } : {}];
  });
  return { ...operation, responses: Object.fromEntries(responses) };
}

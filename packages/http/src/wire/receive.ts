import type { Operation } from "../operation.ts";
import type { Body, ReadResponse } from "../read-response.ts";
import { findAnswer } from "./find-answer.ts";
import { isJson, isRange, isText } from "./media-type.ts";

/**
 * Turns the bytes of a response into what its media type is read as: a string, or else a Blob. Its content type becomes
 * the one that the document spells; of a range with a schema, it stays what it is. A 304 that the document knows is a
 * success.
 */
export async function receive(
  operation: Operation,
  { content, ...response }: ReadResponse,
): Promise<Body & Pick<Response, "ok">> {
  const { status, url, headers } = response;
  const ok = response.ok || (status === 304 && Object.hasOwn(operation.responses, status));
  const received = headers.get("content-type");
  const answer = ok ? findAnswer(operation, status, received) : undefined;
  const known = answer?.media.schema && isRange(answer.mediaType) ? (received ?? "") : answer?.mediaType;
  const blob = typeof content === "number" ? undefined : new Blob([content].flat(), { type: received ?? "" });
  const isBytes = known !== undefined && !isJson(known) && !isText(known) && !answer?.media.text;
  const named = new Headers(headers);
  if (known !== undefined) named.set("content-type", known);
  return { ok, status, url, headers: named, content: isBytes || !blob ? (blob ?? content) : await blob.text() };
}

import { isJson, isRange, isText } from "../media-type.ts";
import type { Operation } from "../operation.ts";
import type { Body, ReadResponse } from "../response.ts";
import { findAnswer } from "./find-answer.ts";

/**
 * Turns the bytes of a response into what its media type is read as: a string, or else a Blob. Of a range, that is what
 * the response says that it is, and a schema describes it only if it is JSON. A 304 that the document knows is a success.
 */
export async function receive(
  operation: Operation,
  { content, ...response }: ReadResponse,
): Promise<Body & Pick<Response, "ok">> {
  const { status, url, headers } = response;
  const ok = response.ok || (status === 304 && Object.hasOwn(operation.responses, status));
  const received = headers.get("content-type") ?? "";
  const answer = ok ? findAnswer(operation, status, received) : undefined;
  const [declared = "", found = {}] = answer ?? [];
  const mediaType = found.schema && isRange(declared) && !isJson(declared) ? received : declared;
  const media = mediaType === declared || isJson(mediaType) ? found : {};
  // Before TypeScript 5.7, declarations cannot say that no memory is shared.
  const parts = typeof content === "number" ? undefined : ([content].flat() as BlobPart[]);
  const blob = parts && new Blob(parts, { type: received });
  const isBytes = answer && !isJson(mediaType) && !isText(mediaType) && !media.text;
  const body = isBytes || !blob ? (blob ?? content) : await blob.text();
  return { ok, status, url, headers, content: body, media: answer && [mediaType, media] };
}

import { isBlob, toBlob } from "./body-codec.ts";
import { type CompleteResponse, type ResponseMedia, ResponseTooLargeError, readChunks } from "./complete-response.ts";
import type { BodyDefinition, Call, OperationDefinition, Wire } from "./definition.ts";
import { bestMatch, isJson, isMultipart, isRange, isText, isWithin } from "./media-type.ts";
import { serializePath } from "./path.ts";
import { successOf } from "./response.ts";

type Values = Readonly<Record<string, unknown>>;

/** All plug-ins at work: path and header codecs, and media types of requests and responses. */
export const fullWire: Wire = {
  exchange: async (call, exchange) => receive(call.operation, await exchange(narrow(call), readBytes)),
  write: (operation, init) => {
    const { parameters, writePath = serializePath, writeHeaders } = operation;
    const { headers } = init;
    const hasBody = operation.requestBody !== undefined && init.body !== undefined;
    const chosen = hasBody ? chooseMediaType(operation, init.body, headers.get("content-type")) : undefined;
    if (chosen) headers.set("content-type", chosen.contentType);
    const written = writeHeaders?.(init.params ?? {}, parameters);
    const cookies = [headers.get("cookie"), written?.header.cookie].filter((one) => one);
    if (written && cookies[1]) written.header.cookie = cookies.join("; ");
    for (const [name, value] of Object.entries(written?.header ?? {})) headers.set(name, value);
    return {
      pathSerializer: (template: string, values: Values) => writePath(template, values, parameters),
      ...(chosen && {
        bodySerializer: (body) => {
          const encoded = chosen.media.codec.encode(body, chosen.media);
          // It has the boundary. Headers are read after the body was written.
          if (encoded instanceof Blob && isMultipart(chosen.contentType)) headers.set("content-type", encoded.type);
          return encoded;
        },
      }),
      params: { path: {}, ...init.params, ...written },
      headers,
    };
  },
};

/** The same call, whose operation has the media type of the body and no other, and whose headers name it. */
function narrow(call: Call): Call {
  const { operation, body } = call;
  const { contentType, ...options } = call.options;
  if (!operation.requestBody || body === undefined) {
    // A wrong contentType is an error even without a body.
    if (contentType !== undefined) chooseMediaType(operation, body, contentType);
    return call;
  }
  const headers = new Headers(options.headers);
  const chosen = chooseMediaType(operation, body, contentType ?? headers.get("content-type"));
  headers.set("content-type", chosen.contentType);
  const requestBody = { ...operation.requestBody, content: { [chosen.declared]: chosen.media } };
  return { ...call, operation: { ...operation, requestBody }, options: { ...options, headers } };
}

/** What a body is sent as. */
export interface ChosenMediaType {
  /** As the document spells it; may be a range. */
  readonly declared: string;
  readonly media: BodyDefinition;
  /** The header `Content-Type`. */
  readonly contentType: string;
}

/**
 * Finds the media type of a body: the one that is asked for, or else the first. For a range, it is that of a Blob,
 * unless one is asked for, and else the most general type within it: JSON for what a schema describes, bytes, a string,
 * or, with a suffix such as `+json`, an unregistered one that has it (RFC 6838 section 3.4).
 *
 * @throws {TypeError} for a media type that the operation does not take.
 */
export function chooseMediaType(
  { operationId, requestBody }: Pick<OperationDefinition, "operationId" | "requestBody">,
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

/** Of a range that includes JSON, the schema describes JSON only. */
function withinRange(range: string, media: BodyDefinition, contentType: string): BodyDefinition {
  return isWithin("application/json", range) && !isJson(contentType) ? { codec: media.codec } : media;
}

/** The most general type within a range; JSON for a value that a schema describes. */
function plainest(range: string, body: unknown, { check }: BodyDefinition): string | undefined {
  const isValue = check !== undefined && typeof body !== "string" && !toBlob(body);
  const types = ["application/octet-stream", "text/plain", range.replace("/*+", "/x.any+")];
  return [...(isValue ? ["application/json"] : []), ...types].find((type) => !isRange(type) && isWithin(type, range));
}

async function readBytes(
  response: Pick<Response, "body" | "text"> & Partial<Pick<Response, "blob">>,
  limit: number,
): Promise<Blob | string | readonly Uint8Array[] | undefined> {
  const chunks: Uint8Array[] = [];
  const isRead = await readChunks(response, limit, (chunk) => chunks.push(chunk));
  if (isRead !== undefined) return isRead ? chunks : undefined;
  const whole = await (response.blob?.() ?? response.text());
  return (typeof whole === "string" ? whole.length : whole.size) > limit ? undefined : whole;
}

/**
 * Decodes the bytes of a response by its media type, as a string or else a Blob. For a range, the media type is that of
 * the response, and a schema describes it only if it is JSON. A 304 that the document has is a success.
 */
async function receive(operation: OperationDefinition, response: CompleteResponse): Promise<CompleteResponse> {
  const { status, headers, content } = response;
  const ok = response.ok || (status === 304 && Object.hasOwn(operation.responses, status));
  if (content instanceof ResponseTooLargeError) return { ...response, ok };
  const received = headers.get("content-type") ?? "";
  const found = ok ? findMedia(operation, status, received) : undefined;
  const [declared = "", described = {}] = found ?? [];
  const mediaType = described.check && isRange(declared) && !isJson(declared) ? received : declared;
  const media = mediaType === declared || isJson(mediaType) ? described : {};
  // Before TypeScript 5.7, declarations cannot say that no memory is shared.
  const blob = new Blob([content].flat() as BlobPart[], { type: received });
  const isBytes = found && !isJson(mediaType) && !isText(mediaType) && !media.text;
  return { ...response, ok, content: isBytes ? blob : await blob.text(), media: found && [mediaType, media] };
}

/**
 * The media type that a response is read as, as the document spells it, which may be a range; `undefined` when it has no
 * body. One that is not in the document is read as the first that is, which is what the types promise.
 */
function findMedia(
  { responses }: OperationDefinition,
  status: number,
  received: string,
): readonly [mediaType: string, media: ResponseMedia] | undefined {
  const known = successOf(responses, status);
  const types = Object.keys(known?.content ?? {});
  const similar = isJson(received) ? types.find(isJson) : undefined;
  const mediaType = bestMatch(received, types) ?? similar ?? types[0];
  return mediaType === undefined ? undefined : [mediaType, known?.content?.[mediaType] ?? {}];
}

import {
  DecodeError,
  decodeForm,
  essence,
  type FormField,
  type MediaType,
  mediaTypeParameters,
  type Operation,
} from "@earmark/http";
import { type Validators, validatorOf } from "../api/served-api.ts";
import { invalid, tooLarge, unsupportedMediaType } from "../response/refusals.ts";
import { coerceStrings, trimItems } from "./coercion.ts";
import { describeIssues } from "./describe-issues.ts";

/** 64 KiB: many times what a form needs. */
export const BODY_LIMIT: number = 64 * 1024;

/**
 * Reads, decodes and validates the body; `undefined` when there is none, which needs no media type either.
 *
 * @throws {Refusal} 415, 413 or 400
 */
export async function readBody(request: Request, operation: Operation, validators: Validators): Promise<unknown> {
  const { requestBody } = operation;
  if (requestBody === undefined) return undefined;
  const bytes = await readBytes(request, BODY_LIMIT);
  if (bytes?.length === 0) {
    if (requestBody.required) throw invalid("A body is required");
    return undefined;
  }
  const [type, mediaType] = mediaTypeOf(request.headers, requestBody.content);
  if (bytes === undefined) throw tooLarge(BODY_LIMIT);
  const validator = mediaType.schema === undefined ? undefined : validatorOf(validators, mediaType.schema);
  const value = decodeBody(bytes, type, mediaType, false);
  if (validator === undefined || validator.is(value)) return value;
  const trimmed = decodeBody(bytes, type, mediaType, true);
  const { value: typed, issues } = hasDeepObject(mediaType)
    ? coerceStrings(trimmed, validator)
    : { value: trimmed, issues: validator.issues(trimmed) };
  if (issues.length > 0) throw invalid(describeIssues(issues, "The body", Object.keys(mediaType.fields ?? {})));
  return typed;
}

/** Whether a form has objects in brackets: the operation table does not say which of their members are numbers. */
function hasDeepObject({ fields = {} }: MediaType): boolean {
  return Object.values(fields).some(({ style }) => style === "deepObject");
}

/** The media type of the document that a request names. A `charset` must be UTF-8. */
function mediaTypeOf(headers: Headers, content: Readonly<Record<string, MediaType>>): [string, MediaType] {
  const header = headers.get("content-type") ?? "";
  const type = essence(header);
  const mediaType = Object.hasOwn(content, type) ? content[type] : undefined;
  const charsets = mediaTypeParameters(header).filter((each) => each.startsWith("charset="));
  const isUtf8 = charsets.every((each) => /^charset="?utf-?8"?$/.test(each));
  const isPlain = /^(identity)?$/i.test(headers.get("content-encoding") ?? "");
  if (mediaType === undefined || !isUtf8 || !isPlain) throw unsupportedMediaType(Object.keys(content));
  return [type, mediaType];
}

/**
 * The bytes of a body, or `undefined` as soon as there are more than `limit`; the rest is not read.
 *
 * @throws {Refusal} 400 when they stop arriving, or were read before
 */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get("content-length")) > limit) return undefined;
  try {
    // A body that was read already would look empty here, and an empty one is legal.
    if (request.bodyUsed) throw new TypeError("The body was read before.");
    return request.body === null ? new Uint8Array() : await collect(request.body.getReader(), limit);
  } catch {
    throw invalid("The body could not be read to its end");
  }
}

async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
): Promise<Uint8Array | undefined> {
  // One array that grows: most bodies are tiny, and a large one may come byte by byte.
  let bytes = new Uint8Array();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    const needed = length + value.length;
    if (needed > limit) {
      await reader.cancel();
      return undefined;
    }
    if (needed > bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * bytes.length));
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(value, length);
    length = needed;
  }
}

/** How to decode each media type that the sandbox supports. */
const decoders: Readonly<Record<string, (source: string, mediaType: MediaType, trimsLists: boolean) => unknown>> = {
  "application/x-www-form-urlencoded": (source, { fields = {} }, trimsLists) =>
    decodeForm(trimsLists ? trimLists(source, fields) : source, fields),
  "application/json": (source) => JSON.parse(source),
};

/**
 * @param trimsLists whether to drop the blanks around the commas of lists.
 * @throws {Refusal} 400 when the body does not fit its media type
 * @throws {Error} for a media type that the sandbox does not support
 */
function decodeBody(bytes: Uint8Array, type: string, mediaType: MediaType, trimsLists: boolean): unknown {
  const decode = decoders[type];
  if (decode === undefined) throw new Error(`The sandbox cannot read ${type}.`);
  try {
    return decode(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), mediaType, trimsLists);
  } catch (error) {
    if (error instanceof DecodeError) throw invalid(error.message);
    if (error instanceof SyntaxError) throw invalid("The body is not JSON");
    if (error instanceof TypeError) throw invalid("The body is not UTF-8");
    throw error;
  }
}

/** A form without the blanks around the commas of its lists. */
function trimLists(form: string, fields: Readonly<Record<string, FormField>>): string {
  const pairs = [...new URLSearchParams(form)].map(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return [name, field?.type === "array" && field.explode === false ? trimItems(value) : value];
  });
  return String(new URLSearchParams(pairs));
}

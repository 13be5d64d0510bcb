import { essence, type MediaType, mediaTypeParameters, type Operation } from "@earmark/http";
import { type Validators, validatorOf } from "../api/validators.ts";
import { invalid, tooLarge, unsupportedMediaType } from "../response/refusals.ts";
import { withScalars } from "./coercion.ts";
import { decodeBody } from "./decode-body.ts";
import { describeIssues } from "./describe-issues.ts";
import { readBytes } from "./read-bytes.ts";

/** 64 KiB: many times what a form of this API can need. */
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
  const tidied = decodeBody(bytes, type, mediaType, true);
  const { value: typed, issues } = hasDeepObject(mediaType)
    ? withScalars(tidied, validator)
    : { value: tidied, issues: validator.issues(tidied) };
  if (issues.length > 0) throw invalid(describeIssues(issues, "The body", Object.keys(mediaType.fields ?? {})));
  return typed;
}

/** Whether a form has fields of whose members the table does not know which are numbers. */
function hasDeepObject({ fields = {} }: MediaType): boolean {
  return Object.values(fields).some(({ style }) => style === "deepObject");
}

/** The media type of the document that a request names, in UTF-8 if it names an encoding of characters. */
function mediaTypeOf(headers: Headers, content: Readonly<Record<string, MediaType>>): [string, MediaType] {
  const header = headers.get("content-type") ?? "";
  const type = essence(header);
  const mediaType = Object.hasOwn(content, type) ? content[type] : undefined;
  const charsets = mediaTypeParameters(header).filter((each) => each.startsWith("charset="));
  const isText = charsets.every((each) => /^charset="?utf-?8"?$/.test(each));
  const isPlain = /^(identity)?$/i.test(headers.get("content-encoding") ?? "");
  if (mediaType === undefined || !isText || !isPlain) throw unsupportedMediaType(Object.keys(content));
  return [type, mediaType];
}

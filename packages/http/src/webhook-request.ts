import type { Check, Issue } from "@earmark/validation";
import { issuesOf, listIssues, report } from "@earmark/validation/runtime";
import { DecodeError, decodeField, decodeForm } from "./form.ts";
import {
  bestMatch,
  essence,
  isJson,
  isMultipart,
  isRange,
  isText,
  isWithin,
  mediaTypeParameters,
} from "./media-type.ts";
import type { FormField, MediaType } from "./operation.ts";
import type { Bytes, Webhook, WebhookParameter } from "./webhook-definition.ts";
import { Refusal } from "./webhook-response.ts";

/**
 * The bytes of a body; none where there is no body.
 *
 * @throws {Refusal} 413 as soon as there are more than `limit`, of which the rest is not read; 400 when they stop arriving.
 * @throws {TypeError} when it was read before, so that it would look empty here.
 */
export async function readBytes(request: Request, limit: number): Promise<Bytes> {
  if (request.bodyUsed) throw new TypeError("The body was read before: pass the Request on as it came.");
  if (Number(request.headers.get("content-length")) > limit) throw tooLarge(limit);
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal(400, "The body could not be read to its end.");
    });
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      // Closes the connection; a failure to do so is ignored.
      reader.cancel().catch(() => {});
      throw tooLarge(limit);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let position = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, position);
    position += chunk.byteLength;
  }
  return bytes;
}

function tooLarge(limit: number): Refusal {
  return new Refusal(413, `The body has more than ${limit} bytes.`);
}

/** The body of any request, where its media type alone tells how to read it; undefined where it does not. */
export function peekBody(bytes: Bytes, headers: Headers): unknown {
  const type = headers.get("content-type") ?? "";
  try {
    if (isJson(type)) return JSON.parse(textOf(bytes));
    if (essence(type) === FORM) return decodeForm(textOf(bytes), {});
  } catch {
    // What cannot be read is refused later, when it is known what it should be.
  }
  return undefined;
}

const FORM = "application/x-www-form-urlencoded";

/**
 * Reads and validates what a request holds. Values that the document does not list, and more properties, are no errors.
 *
 * @throws {Refusal} 415 or 400.
 */
export async function readRequest(
  webhook: Webhook,
  request: Request,
  bytes: Bytes,
  checks: Readonly<Record<string, Check>>,
): Promise<{ readonly parameters: unknown; readonly body: unknown }> {
  const issues: Issue[] = [];
  const parameters = readParameters(webhook.parameters, request, checks, issues);
  const body = await readBody(webhook.requestBody, request.headers, bytes, checks, issues);
  if (issues.length > 0) throw new Refusal(400, `Not valid: ${listIssues(issues, "message", "body")}.`);
  return { parameters, body };
}

function readParameters(
  declared: readonly WebhookParameter[],
  request: Request,
  checks: Readonly<Record<string, Check>>,
  issues: Issue[],
): unknown {
  const inQuery = declared.filter((one) => one.in === "query");
  const fields = Object.fromEntries(inQuery.map(({ name, contentType, field }) => [name, contentType ? TEXT : field]));
  const query = new Map(Object.entries(decoded(() => decodeForm(new URL(request.url).search.slice(1), fields))));
  const flat: [name: string, value: unknown][] = [];
  const placed: Partial<Record<WebhookParameter["in"], object>> = {};
  for (const parameter of declared) {
    const { name, in: place, required, schema, contentType } = parameter;
    const path = parameter.placed ? [place, name] : [name];
    const sent = place === "header" ? header(request, parameter) : query.get(name);
    const value = isJson(contentType ?? "") && typeof sent === "string" ? parsed(sent) : sent;
    if (value !== undefined) {
      const check = checks[schema];
      if (check) issues.push(...issuesOf(check, value, path));
      if (parameter.placed) placed[place] = { ...placed[place], [name]: value };
      else flat.push([name, value]);
    } else if (required) report(issues, path, "required", true, undefined);
  }
  return { ...Object.fromEntries(flat), ...placed };
}

const TEXT: FormField = { type: "string" };

function header({ headers }: Request, { name, field, contentType }: WebhookParameter): unknown {
  const value = headers.get(name);
  if (value === null) return undefined;
  if (contentType) return value;
  // The items of a list are separated by commas, with blanks around them (RFC 9110 section 5.6.1).
  const items = field.type === "array" && value !== "" ? value.split(",").map((item) => item.trim()) : [value];
  return field.type === "array" && value === "" ? [] : decodeField(items, field);
}

/** A string that is no JSON stays one, for a validator to report. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function readBody(
  described: Webhook["requestBody"],
  headers: Headers,
  bytes: Bytes,
  checks: Readonly<Record<string, Check>>,
  issues: Issue[],
): Promise<unknown> {
  if (described === undefined) return undefined;
  const received = headers.get("content-type") ?? "";
  if (bytes.length === 0 && (!described.required || received === "" || isJson(received))) {
    if (described.required) report(issues, [], "required", true, undefined);
    return undefined;
  }
  const media = mediaOf(described.content, received, headers.get("content-encoding"));
  const body = await decode(bytes, received, media);
  const check = checks[media.schema ?? ""];
  if (check) issues.push(...issuesOf(check, body));
  return body;
}

/** What the document says about a media type. A `charset` must be UTF-8, and content must not be encoded. */
function mediaOf(content: Readonly<Record<string, MediaType>>, received: string, encoding: string | null): MediaType {
  const known = Object.keys(content);
  const declared = bestMatch(received, known);
  const media = declared === undefined ? undefined : content[declared];
  const charsets = mediaTypeParameters(received).filter((one) => one.startsWith("charset="));
  const isUtf8 = charsets.every((one) => /^charset="?utf-?8"?$/.test(one));
  if (declared === undefined || media === undefined || !isUtf8 || !/^(identity)?$/i.test(encoding ?? ""))
    throw new Refusal(415, `Expected ${known.join(" or ")}, in UTF-8 and not compressed.`);
  // Of a range that includes JSON, the schema describes JSON only.
  const isOther = isRange(declared) && isWithin("application/json", declared) && !isJson(received);
  return isOther ? {} : media;
}

async function decode(bytes: Bytes, received: string, { fields = {}, text }: MediaType): Promise<unknown> {
  if (isJson(received)) return decoded(() => JSON.parse(textOf(bytes)));
  if (essence(received) === FORM) return decoded(() => decodeForm(textOf(bytes), fields));
  if (isMultipart(received)) return readMultipart(bytes, received, fields);
  return isText(received) || text ? decoded(() => textOf(bytes)) : new Blob([bytes], { type: received });
}

async function readMultipart(
  bytes: Bytes,
  received: string,
  fields: Readonly<Record<string, FormField>>,
): Promise<unknown> {
  const form = await new Response(bytes, { headers: { "content-type": received } }).formData().catch(() => {
    throw new Refusal(400, "The body is no multipart/form-data.");
  });
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => [name, decodeField(form.getAll(name), Object.hasOwn(fields, name) ? fields[name] : undefined)]),
  );
}

function textOf(bytes: Bytes): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

/** @throws {Refusal} 400 for what is no JSON, no form, or not UTF-8. */
function decoded<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof DecodeError) throw new Refusal(400, error.message);
    if (error instanceof SyntaxError) throw new Refusal(400, "The body is not JSON.");
    if (error instanceof TypeError) throw new Refusal(400, "The body is not UTF-8.");
    throw error;
  }
}

import { isBinary } from "../http/media-type.ts";
import type { JsonObject } from "../json/json.ts";
import { typesOf } from "./schema.ts";

/** Marks a schema whose values are bytes, not JSON: a file of a form, or a whole body. */
export const BINARY: unique symbol = Symbol("bytes");

/**
 * `type: string, format: binary` is how OpenAPI 3.0 says bytes, and 3.1 documents still do; 3.1 says it by a media type
 * of bytes without an encoding that would make a string of them. In a program they are a Blob or a buffer, so nothing that
 * JSON Schema could say about a string applies to them.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#migrating-binary-descriptions-from-oas-3-0
 */
export function withoutBinary(schema: JsonObject): JsonObject {
  if (!describesBytes(schema) || !typesOf(schema).every((type) => type === "string")) return schema;
  const { type: _type, format: _format, minLength: _min, maxLength: _max, pattern: _pattern, ...rest } = schema;
  return { ...rest, [BINARY]: true };
}

function describesBytes({ format, contentMediaType, contentEncoding, contentSchema }: JsonObject): boolean {
  if (format === "binary") return true;
  if (contentEncoding !== undefined || contentSchema !== undefined) return false;
  return typeof contentMediaType === "string" && isBinary(contentMediaType);
}

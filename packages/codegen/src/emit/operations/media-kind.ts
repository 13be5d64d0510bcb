import { componentRef, type MediaType, type Model } from "@earmark/openapi";
import { mayBe } from "./wire-type.ts";

export const FORM = "application/x-www-form-urlencoded";
export const MULTIPART = "multipart/form-data";

/**
 * What a body is in a program: parsed JSON, the fields of a form, a string, or bytes; of a range that may be JSON,
 * whatever its schema describes.
 */
export type MediaKind = "any" | "json" | "form" | "multipart" | "text" | "binary";

/** What a caller passes, by the essence of the media type. A string is taken for bytes, too. */
export function kindOf({ mediaType, isBytes }: Pick<MediaType, "mediaType" | "isBytes">): MediaKind {
  const essence = essenceOf(mediaType);
  if (essence === FORM) return "form";
  if (essence === MULTIPART) return "multipart";
  if (/[/+]json$/.test(essence)) return "json";
  if (!isBytes && /^(\*|application)\/\*$/.test(essence)) return "any";
  return essence.startsWith("text/") ? "text" : "binary";
}

/** What a caller gets. Forms are for requests; a response that is one is left to the caller, as bytes. */
export function resultKindOf(media: Pick<MediaType, "mediaType" | "isBytes" | "schema">): MediaKind {
  const kind = kindOf(media);
  if (kind === "binary" && isCharacters(media)) return "text";
  return kind === "form" || kind === "multipart" ? "binary" : kind;
}

/** Media types of characters, besides `text/*`: XML, YAML, CSV, JSON in lines or sequences, and languages of programs. */
const CHARACTERS =
  /^application\/(.+\+)?(x-)?(xml|xml-dtd|yaml|csv|ndjson|jsonl|jsonlines|json-lines|json-seq|javascript|ecmascript|graphql|sql|toml)$/;

function isCharacters({ mediaType, isBytes, schema }: Pick<MediaType, "mediaType" | "isBytes" | "schema">): boolean {
  return CHARACTERS.test(essenceOf(mediaType)) && !(isBytes && schema !== undefined);
}

/**
 * The schema that a body is validated with: one that describes what a caller passes or gets. Of JSON and of forms, it
 * does; of a string, if it allows strings, as that of `text/plain` with `type: string`. Otherwise it describes what the
 * string or the bytes mean, such as the rows of CSV, or the element of XML, even where that is of `type: string`.
 */
export function validatedSchema(model: Model, media: MediaType, direction: "request" | "response"): string | undefined {
  const { schema, isBytes, mediaType } = media;
  const kind = direction === "request" ? kindOf(media) : resultKindOf(media);
  if (schema === undefined || kind === "binary") return undefined;
  if (kind !== "text") return schema;
  const essence = essenceOf(mediaType);
  if (isBytes || !essence.startsWith("text/") || essence.endsWith("xml")) return undefined;
  // Which type of a range a response is shows only when it is there.
  if (direction === "response" && essence.includes("*")) return undefined;
  return mayBe(model, "string", { $ref: componentRef(schema) }) ? schema : undefined;
}

function essenceOf(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

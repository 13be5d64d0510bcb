import {
  componentRef,
  isCharacters,
  isForm,
  isJson,
  isMultipart,
  isRange,
  isText,
  isWithin,
  isXml,
  type MediaType,
  type Model,
} from "@earmark/openapi";
import { mayBe } from "./wire-type.ts";

/**
 * What a body is in a program: parsed JSON, the fields of a form, a string, or bytes; of a range that may be JSON,
 * whatever its schema describes.
 */
export type MediaKind = "any" | "json" | "form" | "multipart" | "text" | "binary";

/** What a caller passes, by the essence of the media type. A string is taken for bytes, too. */
export function kindOf({ mediaType, isBytes }: Pick<MediaType, "mediaType" | "isBytes">): MediaKind {
  if (isForm(mediaType)) return isMultipart(mediaType) ? "multipart" : "form";
  if (isJson(mediaType)) return "json";
  if (!isBytes && isWithin("application/json", mediaType)) return "any";
  return isText(mediaType) ? "text" : "binary";
}

/** What a caller gets. Forms are for requests; a response that is one is left to the caller, as bytes. */
export function resultKindOf(media: Pick<MediaType, "mediaType" | "isBytes" | "schema">): MediaKind {
  const kind = kindOf(media);
  const isDescribedAsBytes = media.isBytes && media.schema !== undefined;
  if (kind === "binary" && isCharacters(media.mediaType) && !isDescribedAsBytes) return "text";
  return kind === "form" || kind === "multipart" ? "binary" : kind;
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
  if (isBytes || !isText(mediaType) || isXml(mediaType)) return undefined;
  // Which type of a range a response is shows only when it is there.
  if (direction === "response" && isRange(mediaType)) return undefined;
  return mayBe(model, "string", { $ref: componentRef(schema) }) ? schema : undefined;
}

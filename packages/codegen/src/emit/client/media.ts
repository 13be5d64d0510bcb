import { DocumentError } from "../../document/index.ts";
import type { MediaType, Model, Operation, Response } from "../../model/index.ts";
import { FORM, formFields, MULTIPART } from "../operations/index.ts";

/**
 * What a body is in a program: parsed JSON, the fields of a form, text, or bytes; of a range that may be JSON, whatever
 * its schema describes.
 */
export type MediaKind = "any" | "json" | "form" | "multipart" | "text" | "binary";

/** By the essence of its media type, without parameters such as `charset`. */
export function kindOf({ mediaType, isBytes }: Pick<MediaType, "mediaType" | "isBytes">): MediaKind {
  const essence = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  if (essence === FORM) return "form";
  if (essence === MULTIPART) return "multipart";
  if (/[/+]json$/.test(essence)) return "json";
  if (!isBytes && /^(\*|application)\/\*$/.test(essence)) return "any";
  return essence.startsWith("text/") ? "text" : "binary";
}

/** The codec of `@earmark/http` that writes a body. */
export function codecOf(model: Model, media: MediaType): string {
  const kind = kindOf(media);
  const encodings = Object.values(media.encoding);
  if (/^multipart\//.test(media.mediaType) && kind !== "multipart") {
    throw unsupported(
      model,
      media,
      `a body of type ${media.mediaType} cannot be generated; of multipart, use form-data`,
    );
  }
  if (kind !== "form") return `${kind}Codec`;
  const isStyled = encodings.some(
    ({ style, allowReserved, contentType }) =>
      (style ?? "form") !== "form" || allowReserved || contentType !== undefined,
  );
  return isStyled || hasObjectField(model, media) ? "styledFormCodec" : "formCodec";
}

/** Every request body of a document, by media type as it is spelled there. */
export function requestMedia(operation: Operation): readonly MediaType[] {
  return operation.requestBody?.content ?? [];
}

/** The responses whose content a method returns: those of `default`, where that is the only success there is. */
export function resultsOf({ responses }: Operation): readonly Response[] {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const results = successes.length > 0 ? successes : responses.filter(({ status }) => status === "default");
  return [...results, ...responses.filter(({ status }) => status === "304")];
}

function hasObjectField(model: Model, media: MediaType): boolean {
  return Object.values(formFields(model, media)).some(({ type, items }) => type === "object" || items === "object");
}

function unsupported(model: Model, media: MediaType, message: string): DocumentError {
  return new DocumentError([model.document.problemAt(media.pointer, "unsupported", message)]);
}

import { isResult, type MediaType, type Model, type Operation, pascalCase, type Response } from "@earmark/openapi";
import { formFields, kindOf } from "../operations/index.ts";

/** The codec of `@earmark/http` that writes a body. */
function codecOf(model: Model, media: MediaType): string {
  const kind = kindOf(media);
  if (kind !== "form") return `${kind}Codec`;
  const isStyled = Object.values(formFields(model, media)).some(
    ({ style, allowReserved, contentType, type, items, required }) =>
      (style ?? allowReserved ?? contentType ?? required) !== undefined || type === "object" || items === "object",
  );
  return isStyled ? "styledFormCodec" : "formCodec";
}

/** Codecs that write what others of the same media type do, too: which is needed, an operation's table says. */
const GENERAL: readonly string[] = ["anyCodec", "styledFormCodec"];

/** The codec of each media type, as it is spelled: one that suits all operations. */
export function codecsOf(model: Model): Readonly<Record<string, string>> {
  const codecs: Record<string, string> = {};
  for (const media of model.operations.flatMap(requestMedia)) {
    const codec = codecOf(model, media);
    if (!GENERAL.includes(codecs[media.mediaType] ?? "")) codecs[media.mediaType] = codec;
  }
  return codecs;
}

/** Every request body of a document, by media type as it is spelled there. */
export function requestMedia(operation: Operation): readonly MediaType[] {
  return operation.requestBody?.content ?? [];
}

/** The responses whose content a method returns: those of `default`, where that is the only success there is. */
export function resultsOf({ responses }: Operation): readonly Response[] {
  const statuses = responses.map(({ status }) => status);
  const results = responses.filter(({ status }) => isResult(status, statuses));
  return [...results, ...responses.filter(({ status }) => status === "304")];
}

export function clientName(model: Model): string {
  return `${pascalCase(model.document.name)}Client`;
}

/** What a client's users catch and pass, re-exported so that they need no second import. */
export const ERRORS: readonly string[] = [
  "ApiError",
  "AuthenticationError",
  "BadRequestError",
  "ConflictError",
  "NetworkError",
  "NotFoundError",
  "PermissionError",
  "PreconditionFailedError",
  "RateLimitError",
  "RequestValidationError",
  "ResponseTooLargeError",
  "ResponseValidationError",
  "ServerError",
  "TimeoutError",
  "UnprocessableContentError",
];

import { isResult, type MediaType, type Operation, type Response } from "@earmark/openapi";
import { kindOf } from "../operations/index.ts";

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

/** The responses that a call rejects with, as far as the document describes them. */
export function errorsOf({ responses }: Operation): readonly Response[] {
  return responses.filter(({ status }) => !/^[12]|^304$/.test(status));
}

/** Whether the body of an error is JSON that a schema describes, whatever media type it comes as. */
export function isJsonError({ content }: Response): boolean {
  return content.length > 0 && content.every((media) => kindOf(media) === "json" && media.schema !== undefined);
}

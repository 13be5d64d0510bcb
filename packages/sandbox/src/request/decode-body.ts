import { DecodeError, decodeForm, type MediaType } from "@earmark/http";
import { invalid } from "../response/refusals.ts";
import { tidyForm } from "./tidy-list.ts";

/** How each media type that the sandbox knows is read. */
const decoders: Readonly<Record<string, (text: string, mediaType: MediaType, isTidied: boolean) => unknown>> = {
  "application/x-www-form-urlencoded": (text, { fields = {} }, isTidied) =>
    decodeForm(isTidied ? tidyForm(text, fields) : text, fields),
  "application/json": (text) => JSON.parse(text),
};

/**
 * @param isTidied whether blanks are dropped that lists have around their commas.
 * @throws {Refusal} 400 when the body is not what its media type says
 * @throws {Error} for a media type that the document has and the sandbox cannot read
 */
export function decodeBody(bytes: Uint8Array, type: string, mediaType: MediaType, isTidied: boolean): unknown {
  const decode = decoders[type];
  if (decode === undefined) throw new Error(`The sandbox cannot read ${type}.`);
  try {
    return decode(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), mediaType, isTidied);
  } catch (error) {
    if (error instanceof DecodeError) throw invalid(error.message);
    if (error instanceof SyntaxError) throw invalid("The body is not JSON");
    if (error instanceof TypeError) throw invalid("The body is not UTF-8");
    throw error;
  }
}

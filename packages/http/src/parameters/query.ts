import { toText } from "../codecs/to-text.ts";
import type { Parameter } from "../operation.ts";

/** Writes the query of a URL, without `?`. */
export type QueryCodec = (query: Readonly<Record<string, unknown>>, parameters: readonly Parameter[]) => string;

/**
 * Writes a query string, style `form`: an array is one key per item, or, with `explode: false`, one key with its items
 * joined by commas. `undefined` is left out, `null` is an empty value.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export const serializeQuery: QueryCodec = (query, parameters) =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => {
      const values = [value].flat().map((item) => encodeURIComponent(toText(name, item)));
      const joined = parameters.some((parameter) => parameter.name === name && parameter.explode === false);
      return (joined ? [values.join()] : values).map((text) => `${encodeURIComponent(name)}=${text}`);
    })
    .join("&");

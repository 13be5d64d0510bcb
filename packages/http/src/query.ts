import { toText } from "./codecs/to-text.ts";
import type { Parameter } from "./operation.ts";
import { listed, refuseNothing } from "./parameters/parts.ts";

/** Writes the query of a URL, without `?`. */
export type QueryCodec = (query: Readonly<Record<string, unknown>>, parameters: readonly Parameter[]) => string;

/**
 * Writes a query string, style `form`: an array is one key per item, or, with `explode: false`, one key with its items
 * joined by commas. `undefined` is left out, `null` is an empty value. A required empty list is refused.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export const serializeQuery: QueryCodec = (query, parameters) =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => {
      const values = [value].flat().map((item) => encodeURIComponent(toText(name, item)));
      const { explode, required } = parameters.find((one) => one.in === "query" && one.name === name) ?? {};
      if (values.length === 0) refuseNothing(name, value, required);
      if (explode === false && Array.isArray(value)) listed(name, { kind: "array", items: values }, value);
      return (explode === false ? [values.join()] : values).map((text) => `${encodeURIComponent(name)}=${text}`);
    })
    .join("&");

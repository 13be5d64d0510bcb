import type { Parameter } from "../operation.ts";
import { percentEncode } from "./percent-encode.ts";

/**
 * Writes a query string, style `form`: an array is one key per item, or, with `explode: false`, one key with its items
 * joined by commas. `undefined` is left out, `null` is an empty value.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function serializeQuery(query: Readonly<Record<string, unknown>>, parameters: readonly Parameter[]): string {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => {
      const values = [value].flat().map((item) => (item === null ? "" : percentEncode([name], item)));
      const joined = parameters.some((parameter) => parameter.name === name && !parameter.explode);
      return (joined ? [values.join()] : values).map((text) => `${percentEncode([], name)}=${text}`);
    })
    .join("&");
}

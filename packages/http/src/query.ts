import { primitiveString, refuse } from "./encode-error.ts";
import type { ParameterRules } from "./operation.ts";
import { listed, type Rules, refuseNothing, writePairs } from "./style.ts";

/** Writes the query of a URL, without `?`. */
export type QueryCodec = (query: Readonly<Record<string, unknown>>, parameters: readonly ParameterRules[]) => string;

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
      const values = [value].flat().map((item) => encodeURIComponent(primitiveString(name, item)));
      const { explode, required } = parameters.find((one) => one.in === "query" && one.name === name) ?? {};
      if (values.length === 0) refuseNothing(name, value, required);
      if (explode === false && Array.isArray(value)) listed(name, { kind: "array", items: values }, value);
      return (explode === false ? [values.join()] : values).map((text) => `${encodeURIComponent(name)}=${text}`);
    })
    .join("&");

/**
 * Writes a query string in the styles `form`, `spaceDelimited`, `pipeDelimited` and `deepObject`. `undefined` is left
 * out, `null` is an empty value, and so is an empty list that is not exploded.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export const serializeStyledQuery: QueryCodec = (query, parameters) =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => {
      const rules = parameters.find((one) => one.in === "query" && one.name === name) ?? {};
      refuseClash(name, value, rules, parameters);
      return writePairs(name, value, rules);
    })
    .join("&");

/** The keys of an exploded object become keys of the query, where they must not equal other parameters. */
function refuseClash(name: string, value: unknown, rules: Rules, parameters: readonly ParameterRules[]): void {
  const { style = "form", explode = true, contentType } = rules;
  if (style !== "form" || !explode || contentType || Object(value) !== value || Array.isArray(value)) return;
  for (const other of parameters) {
    if (other.in === "query" && other.name !== name && Object.hasOwn(value as object, other.name)) {
      refuse([name, other.name], "absent, since it is also a parameter", value);
    }
  }
}

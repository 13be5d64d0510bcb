import { refuse } from "../encode-error.ts";
import type { Parameter } from "../operation.ts";
import type { QueryCodec } from "../query.ts";
import { type Rules, writePairs } from "../style.ts";

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

/** An exploded object lends its keys to the query, where they must not be taken for other parameters. */
function refuseClash(name: string, value: unknown, rules: Rules, parameters: readonly Parameter[]): void {
  const { style = "form", explode = true, contentType } = rules;
  if (style !== "form" || !explode || contentType || Object(value) !== value || Array.isArray(value)) return;
  for (const other of parameters) {
    if (other.in === "query" && other.name !== name && Object.hasOwn(value as object, other.name)) {
      refuse([name, other.name], "absent, since it is also a parameter", value);
    }
  }
}

import type { JsonSchema } from "@earmark/validation";
import type { Keyword } from "./keyword.ts";

/**
 * Values for which `if` holds and `then` does not. To know what makes an `if` hold, each form of it has to be known:
 * so far `contains` a constant, and then at most so many items.
 */
export const wrongByCondition: Keyword = ({ schema, resolve }) => {
  // `if` and `then` are schemas, which the type of a schema does not list.
  const { if: condition, then } = schema as { readonly if?: JsonSchema; readonly then?: JsonSchema };
  const { contains, ...unknownCondition } = (condition ?? {}) as { readonly contains?: JsonSchema };
  const { maxItems, ...unknownConsequence } = then ?? {};
  const unknown = [...Object.keys(unknownCondition), ...Object.keys(unknownConsequence)];
  const wanted = contains?.const;
  if (unknown.length > 0 || "else" in schema || wanted === undefined || maxItems === undefined) {
    throw new Error(`No wrong value is known for ${JSON.stringify({ if: condition, then })}.`);
  }
  const items = schema.items?.$ref === undefined ? schema.items : resolve(schema.items.$ref);
  const others = (items?.enum ?? []).filter((value) => value !== wanted);
  const value = [wanted, ...others.slice(0, maxItems)];
  return [{ rule: "if", path: [], codes: ["maxItems"], value, survivesText: true }];
};

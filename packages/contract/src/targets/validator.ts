import type { Validator } from "@earmark/validation";
import type { Contract } from "../contract/contract.ts";

/** How a schema is looked at: to the letter, as what the client sends, or as what it receives. */
export type View = "strict" | "request" | "response";

/** The validator of a view, by the name of the schema. */
export function validator({ validators }: Contract, view: View, schema: string): Validator<unknown> {
  const { strict, lenient } = validators;
  // Only a schema that looks different in requests has a second name.
  const found =
    view === "strict"
      ? strict[schema]
      : ((view === "request" ? lenient[`${schema}Input`] : undefined) ?? lenient[schema]);
  if (found === undefined) throw new Error(`There is no ${view} validator of ${schema}.`);
  return found;
}

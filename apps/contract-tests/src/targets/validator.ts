import type { Validator } from "@earmark/validation";
import type { Contract } from "../contracts/contract.ts";

/** The validator of one view, by the name of the schema. */
export function validator(
  { validators }: Contract,
  view: keyof Contract["validators"],
  schema: string,
): Validator<unknown> {
  const found = validators[view][schema];
  if (found === undefined) throw new Error(`There is no ${view} validator of ${schema}.`);
  return found;
}

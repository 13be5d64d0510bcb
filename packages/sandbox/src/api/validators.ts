import type { Validator } from "@earmark/validation";

/** By schema name. */
export type Validators = Readonly<Record<string, Validator<unknown>>>;

/** @throws {Error} when the operation table names a schema that has no validator: they come from different documents. */
export function validatorOf(validators: Validators, schema: string): Validator<unknown> {
  const validator = validators[schema];
  if (validator === undefined) throw new Error(`The operation table names ${schema}, which has no validator.`);
  return validator;
}

import type { Operation } from "@earmark/http";
import type { Validator } from "@earmark/validation";
import type { Handler } from "./handler.ts";

/** By schema name. */
export type Validators = Readonly<Record<string, Validator<unknown>>>;

/** @throws {Error} when the operation table names a schema that has no validator: they come from different documents. */
export function validatorOf(validators: Validators, schema: string): Validator<unknown> {
  const validator = validators[schema];
  if (validator === undefined) throw new Error(`The operation table names ${schema}, which has no validator.`);
  return validator;
}

/** A document as the sandbox serves it: what was generated from it, and behaviour. */
export interface ServedApi {
  /** The operation table, by name. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** To the letter of the document. */
  readonly validators: Validators;
  /** By the name of the operation in the table. One that is missing answers 501. */
  readonly handlers: Readonly<Record<string, Handler>>;
}

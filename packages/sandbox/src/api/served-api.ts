import type { Operation } from "@earmark/http";
import type { Validator } from "@earmark/validation";
import type { Handler } from "./handler.ts";

/** By schema name. */
export type Validators = Readonly<Record<string, Validator<unknown>>>;

/** @throws {Error} for a schema without a validator: operation table and validators are of different documents. */
export function validatorOf(validators: Validators, schema: string): Validator<unknown> {
  const validator = validators[schema];
  if (validator === undefined) throw new Error(`The operation table names ${schema}, which has no validator.`);
  return validator;
}

/** An API as the sandbox serves it: what was generated from its document, and its behaviour. */
export interface ServedApi {
  /** The operation table, by name. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** The strict ones, which allow exactly what the document does. */
  readonly validators: Validators;
  /** By the name of the operation in the table. An operation without one responds with 501. */
  readonly handlers: Readonly<Record<string, Handler>>;
}

import type { Operation } from "@earmark/http";
import type { Handler } from "./handler.ts";
import type { Validators } from "./validators.ts";

/** A document as the sandbox serves it: what was generated from it, and behaviour. */
export interface ServedDocument {
  /** The operation table, by name. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** To the letter of the document. */
  readonly validators: Validators;
  /** By the name of the operation in the table. One that is missing answers 501. */
  readonly handlers: Readonly<Record<string, Handler>>;
}

import type { CallInput, ContractOperation } from "../contract/contract.ts";
import type { WireRequest } from "../coverage/exchange.ts";

/** A call that breaks one constraint of the document, and is right in every other way. */
export interface Violation {
  /** Unique: `updateAnnotation body CallScore enum 6`. */
  readonly name: string;
  readonly operation: ContractOperation;
  /** A JSON Schema keyword, or what else is wrong: `missing credentials`, `repeated key`. */
  readonly rule: string;
  /** What is wrong: `body` or the place of a parameter, then the path into the value. Empty for the request as a whole. */
  readonly at: readonly (string | number)[];
  /** What a validator may call it. A type is wrong by `enum` too where the values are listed. */
  readonly codes: readonly string[];
  /** Statuses that refuse it. */
  readonly statuses: readonly number[];
  /** For validators. Absent where only a wire can be wrong. */
  readonly value?: { readonly schema: string; readonly value: unknown };
  /** For the client. Absent where a caller cannot get it wrong. */
  readonly call?: CallInput;
  /** For servers. Absent where the wire has no way of saying it: in a form, the number 7 is the text 7. */
  readonly request?: WireRequest;
}

/** A violation that a server can be asked about. */
export type WireViolation = Violation & { readonly request: WireRequest };

export function onTheWire(violation: Violation): violation is WireViolation {
  return violation.request !== undefined;
}

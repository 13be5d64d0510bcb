import type { Parameter } from "@earmark/http";
import type { ContractOperation } from "./operations.ts";

/** What a caller hands to a method of the client. */
export interface CallInput {
  /** By name, wherever they go. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** The same as the arguments of the generated method: parameters and body, each only where the operation has any. */
export function toArguments({ generated }: ContractOperation, { parameters, body }: CallInput): readonly unknown[] {
  return [
    ...(generated.parameters.length > 0 ? [parameters] : []),
    ...(generated.requestBody === undefined ? [] : [body]),
  ];
}

/**
 * The parameters that cases write by themselves. Deep objects are left out: what OpenAPI does not define of them, such as
 * lists, Prism reads in another way than most servers.
 */
export function writtenParameters({ generated }: ContractOperation): readonly Parameter[] {
  return generated.parameters.filter(({ style }) => style !== "deepObject");
}

import { type LocatedOperation, labelOf } from "../release/diff/index.ts";

/** An operation as a report calls it: by method and path, and by its operationId where it has one. */
export interface Address {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
}

export function addressOf({ method, path, declaredId }: LocatedOperation): Address {
  return { method: method.toUpperCase(), path, ...(declaredId === undefined ? {} : { operationId: declaredId }) };
}

/** `POST /v1/Voice/{CallSid}/Annotation`. */
export function addressText({ method, path }: Address): string {
  return `${method} ${path}`;
}

/** The addresses of operations by what a diff calls them. */
export function addressesByLabel(operations: readonly LocatedOperation[]): ReadonlyMap<string, Address> {
  return new Map(operations.map((operation) => [labelOf(operation), addressOf(operation)]));
}

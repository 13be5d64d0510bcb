import type { Operation } from "@earmark/openapi";
import { declaredId } from "../release/diff/index.ts";

/** An operation as a report calls it: by method and path, and by its operationId where it has one. */
export interface Address {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
}

export function addressOf(operation: Operation): Address {
  const { method, path } = operation;
  const operationId = declaredId(operation);
  return { method, path, ...(operationId === undefined ? {} : { operationId }) };
}

/** `POST /v1/Voice/{CallSid}/Annotation`. */
export function addressText({ method, path }: Address): string {
  return `${method} ${path}`;
}

import { coreOf } from "./caller.ts";
import type { CallOptions } from "./client-options.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./operation.ts";
import type { OperationFunction } from "./operation-function.ts";

/**
 * Makes the function of an operation with `x-idempotency-key`: each call sends a key in that header, the same for all its
 * attempts, so that the server knows a request that it gets once more. A caller's own, in `headers` or as a parameter,
 * takes its place. Generated code calls this, so that the other operations do not carry it.
 */
export function keyedOperation(
  definition: OperationDefinition & Required<Pick<Operation, "idempotencyKey">>,
): OperationFunction {
  const { idempotencyKey, parameters, requestBody } = definition;
  const index = Number(parameters.length > 0) + Number(requestBody !== undefined);
  return (caller, ...given) => {
    const options: CallOptions = Object(given[index]);
    const headers = new Headers(options.headers);
    // In a browser, only pages over https: can make one.
    if (!headers.has(idempotencyKey)) headers.set(idempotencyKey, crypto.randomUUID());
    const all: unknown[] = [...given];
    all[index] = { ...options, headers };
    return coreOf(caller).call(definition, all);
  };
}

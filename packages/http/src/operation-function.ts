import { type Caller, callerOf, coreOf } from "./caller.ts";
import type { CallerCore, OperationDefinition } from "./definition.ts";
import { type ErrorGuard, isDocumented } from "./documented-error.ts";
import { readComplete } from "./response.ts";

/**
 * An operation as a function: its caller, then parameters and body, if it has any, and options.
 *
 * @typeParam Given the arguments after the caller.
 * @typeParam Result what it returns.
 * @typeParam Complete what it returns as {@link withResponse}; `false` for an operation with pages, which has none.
 */
export interface OperationFunction<
  Name extends string = string,
  Given extends readonly unknown[] = readonly never[],
  Result = unknown,
  Complete = unknown,
> {
  (caller: Caller<Name>, ...given: Given): Result;
  readonly [COMPLETE]?: Complete;
}

declare const COMPLETE: unique symbol;

/** Makes the function of an operation. Generated code calls this, once for each, and a bundle keeps those that it uses. */
export function operation(definition: OperationDefinition): OperationFunction {
  return (caller, ...given) => coreOf(caller).call(definition, given);
}

/** An operation hands its definition to the core of its caller; this one returns it. */
export function definitionOf(one: OperationFunction<never, never>): OperationDefinition {
  const core: Pick<CallerCore, "call"> = { call: (definition) => definition };
  // Nothing else of the core is used, and every operation is made above.
  return one(callerOf(core as CallerCore), ...([] as never)) as OperationDefinition;
}

/**
 * The same operation, which gives status and headers besides the value of its body.
 *
 * @throws {TypeError} for one with pages, which has none.
 * @example
 * const { value, status, headers } = await withResponse(getOrder)(caller, { id });
 */
export function withResponse<Name extends string, Given extends readonly unknown[], Complete extends object>(
  one: OperationFunction<Name, Given, unknown, Complete>,
): (caller: Caller<Name>, ...given: Given) => Promise<Complete> {
  const { pages, operationId } = definitionOf(one);
  if (pages) throw new TypeError(`${operationId} has pages, and so no withResponse.`);
  // What it returns is declared with the operation.
  return (caller, ...given) => one(completing(caller), ...given) as Promise<Complete>;
}

/** A caller that gives complete responses. */
export function completing<Name extends string>(caller: Caller<Name>): Caller<Name> {
  const core = coreOf(caller);
  return callerOf({ ...core, call: (one, given) => core.call(one, given, readComplete) });
}

/** Makes the guard of an operation's errors. Generated code calls this. */
export function errorGuard<Bodies extends object>(one: OperationFunction<string, never>): ErrorGuard<Bodies> {
  const { errors } = definitionOf(one);
  const guard = (error: unknown, status?: unknown) => isDocumented(error, errors, status);
  // A function expression cannot be declared as a guard with two signatures.
  return guard as ErrorGuard<Bodies>;
}

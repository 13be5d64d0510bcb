import { INTERFACE_VERSION, requireInterface } from "@earmark/validation/runtime";
import { type Caller, coreOf } from "./caller.ts";
import { openOpenapiFetch } from "./openapi-fetch.ts";
import { completing, definitionOf, type OperationFunction } from "./operation-function.ts";

/** The functions of operations, by the name of the client's method. */
type Functions = Readonly<Record<string, OperationFunction>>;

/**
 * Makes a client of the functions of its operations: a method of each, the same in `withResponse`, and `raw`. Generated
 * clients call this.
 *
 * @throws {TypeError} when the code was generated for another version of this interface.
 */
export function createClient<Client>(caller: Caller, functions: Functions): Client {
  // In version 1, the first argument was the definition of the client.
  const { interface: version = INTERFACE_VERSION }: { readonly interface?: number } = Object(caller);
  requireInterface(version, "The client", "@earmark/http");
  const operations = Object.entries(functions);
  const methods = (to: Caller, entries: typeof operations) =>
    Object.fromEntries(entries.map(([name, one]) => [name, (...given: readonly never[]) => one(to, ...given)]));
  // The generated declaration says what the functions turn into.
  return {
    ...methods(caller, operations),
    withResponse: methods(
      completing(caller),
      operations.filter(([, one]) => !definitionOf(one).pages),
    ),
    raw: openOpenapiFetch(coreOf(caller), Object.values(functions).map(definitionOf)),
  } as Client;
}

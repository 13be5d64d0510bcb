import { methodNotAllowed } from "../response/refusals.ts";
import type { Route, ServedOperation } from "./route.ts";

/**
 * The operation of a method; that of GET for HEAD.
 *
 * @throws {Refusal} 405
 */
export function findOperation({ operations, allow }: Route, method: string): ServedOperation {
  const found = operations.get(method) ?? (method === "HEAD" ? operations.get("GET") : undefined);
  if (found === undefined) throw methodNotAllowed(allow);
  return found;
}

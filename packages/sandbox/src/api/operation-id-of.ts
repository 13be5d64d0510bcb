import { Refusal } from "../response/refusal.ts";
import { findOperation } from "./find-operation.ts";
import { findRoute } from "./find-route.ts";
import type { Route } from "./route.ts";

/** Which operation a request asks for; `undefined` when the document has none for its path and method. */
export function operationIdOf(request: Request, routes: readonly Route[]): string | undefined {
  try {
    const { route } = findRoute(routes, new URL(request.url).pathname);
    return findOperation(route, request.method).operation.operationId;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

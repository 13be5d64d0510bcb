import { notFound } from "../response/refusals.ts";
import type { Route, RouteMatch } from "./route.ts";

/**
 * The first route that a path matches as it was sent: static parts to the letter, no trailing or doubled slashes.
 *
 * @throws {Refusal} 404
 */
export function findRoute(routes: readonly Route[], path: string): RouteMatch {
  for (const route of routes) {
    const match = route.pattern.exec(path);
    if (match === null) continue;
    return { route, segments: Object.fromEntries(route.names.map((name, index) => [name, match[index + 1] ?? ""])) };
  }
  throw notFound(path);
}

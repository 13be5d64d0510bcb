import { fillTemplate, type Operation, templateParts } from "@earmark/http";
import { methodNotAllowed, notFound, Refusal } from "../response/refusals.ts";
import type { Handler } from "./handler.ts";
import type { ServedApi, Validators } from "./served-api.ts";

/** An operation with what is needed to serve it. */
export interface ServedOperation {
  readonly operation: Operation;
  /** All validators of its API. */
  readonly validators: Validators;
  /** `undefined` for an operation that is not implemented. */
  readonly handler: Handler | undefined;
}

/** One path template with its operations. */
export interface Route {
  readonly template: string;
  /** Names of the path parameters, in the order of the groups of `pattern`. */
  readonly names: readonly string[];
  readonly pattern: RegExp;
  readonly operations: ReadonlyMap<string, ServedOperation>;
  /** The value of the `Allow` header. */
  readonly allow: string;
}

/** A route and the values of its path parameters, still percent-encoded. */
export interface RouteMatch {
  readonly route: Route;
  readonly segments: Readonly<Record<string, string>>;
}

/**
 * Groups the operations of all APIs by path template. Concrete paths come before templated ones.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-templating-matching
 */
export function compileRoutes(apis: readonly ServedApi[]): readonly Route[] {
  const byTemplate = new Map<string, Map<string, ServedOperation>>();
  for (const { operations, validators, handlers } of apis) {
    for (const [name, operation] of Object.entries(operations)) {
      const template = (operation.basePath ?? "") + operation.path;
      const route = byTemplate.get(template) ?? new Map<string, ServedOperation>();
      const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
      byTemplate.set(template, route.set(operation.method, { operation, validators, handler }));
    }
  }
  return [...byTemplate]
    .sort(([a], [b]) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(([template, methods]) => ({
      template,
      names: templateParts(template).filter((_, index) => index % 2 === 1),
      pattern: patternOf(template),
      operations: methods,
      allow: allowOf(new Set(methods.keys())),
    }));
}

/** Sorts parameters after every character that a path can have. */
function sortKey(template: string): string {
  return fillTemplate(template, () => "\uffff");
}

/** One numbered group for each parameter: the name of a parameter need not be a valid name of a group. */
function patternOf(template: string): RegExp {
  const parts = templateParts(template).map((part, index) =>
    index % 2 === 1 ? "([^/]+)" : part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"),
  );
  return new RegExp(`^${parts.join("")}$`);
}

function allowOf(methods: ReadonlySet<string>): string {
  const allowed = new Set([...methods, ...(methods.has("GET") ? ["HEAD"] : []), "OPTIONS"]);
  return [...allowed].sort().join(", ");
}

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

/**
 * The operation of a method. HEAD falls back to GET.
 *
 * @throws {Refusal} 405
 */
export function findOperation({ operations, allow }: Route, method: string): ServedOperation {
  const found = operations.get(method) ?? (method === "HEAD" ? operations.get("GET") : undefined);
  if (found === undefined) throw methodNotAllowed(allow);
  return found;
}

/** The `operationId` of a request; `undefined` when no API has an operation for its path and method. */
export function operationIdOf(request: Request, routes: readonly Route[]): string | undefined {
  try {
    const { route } = findRoute(routes, new URL(request.url).pathname);
    return findOperation(route, request.method).operation.operationId;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

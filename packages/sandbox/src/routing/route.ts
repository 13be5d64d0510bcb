import type { Operation } from "@earmark/http";

/** An operation and its name in the table. */
export interface NamedOperation {
  readonly name: string;
  readonly operation: Operation;
}

/** One path template with its operations. */
export interface Route {
  readonly template: string;
  readonly pattern: RegExp;
  readonly operations: ReadonlyMap<string, NamedOperation>;
  /** For the `Allow` header. */
  readonly allow: string;
}

/** A route and what its path parameters are, still percent-encoded. */
export interface RouteMatch {
  readonly route: Route;
  readonly segments: Readonly<Record<string, string>>;
}

import type { Operation } from "@earmark/http";
import type { Handler } from "./handler.ts";
import type { Validators } from "./validators.ts";

/** An operation with what its document brings along for it. */
export interface ServedOperation {
  readonly operation: Operation;
  /** Those of its document. */
  readonly validators: Validators;
  /** `undefined` while nobody has written any. */
  readonly handler: Handler | undefined;
}

/** One path template with its operations. */
export interface Route {
  readonly template: string;
  /** Of its parameters, in the order of the groups of `pattern`. */
  readonly names: readonly string[];
  readonly pattern: RegExp;
  readonly operations: ReadonlyMap<string, ServedOperation>;
  /** For the `Allow` header. */
  readonly allow: string;
}

/** A route and what its path parameters are, still percent-encoded. */
export interface RouteMatch {
  readonly route: Route;
  readonly segments: Readonly<Record<string, string>>;
}

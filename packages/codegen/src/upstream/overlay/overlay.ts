import type { Json, Place } from "@earmark/openapi";
import type { JsonPath } from "./json-path.ts";

/**
 * Repairs of a document that somebody else publishes: an OpenAPI Overlay.
 *
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 */
export interface Overlay {
  readonly actions: readonly Action[];
  /** Where a JSON Pointer into the overlay is. */
  placeOf(pointer: string): Place;
}

/** One repair. */
export interface Action {
  /** Into the overlay. */
  readonly pointer: string;
  /** What it is about: a JSONPath (RFC 9535) into the document. */
  readonly target: JsonPath;
  /** The `description`: why it is needed. */
  readonly reason: string;
  readonly edit: Edit;
}

/** What an action does to each object or list that it selects. */
export type Edit =
  | { readonly kind: "remove" }
  /** Merged into an object; appended to a list. */
  | {
      readonly kind: "update";
      readonly value: Json;
      /** `x-was`: what the update replaces, in the same shape; what else it meets has changed since it was written. */
      readonly was: Json | undefined;
    };

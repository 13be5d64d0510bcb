import type { Json, Place } from "@earmark/openapi";
import { JSONPathEnvironment } from "json-p3";

/**
 * Repairs of a document that its provider publishes: an OpenAPI Overlay.
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

/** What became of an action. */
export interface Applied extends Effect {
  readonly action: Action;
}

/** What applying an action came to. */
export interface Effect {
  readonly outcome: Outcome;
  /** JSON Pointers to what it has removed. */
  readonly removed: readonly string[];
}

export type Outcome =
  /** It changed the document in so many places. */
  | { readonly kind: "applied"; readonly places: number }
  /** Nothing is where it looks. */
  | { readonly kind: "moved" }
  /** Everything that it asks for is there already. */
  | { readonly kind: "fixed" }
  /** What is there cannot be edited in this way; in other places, it may have been. */
  | { readonly kind: "unfit"; readonly reason: string };

/** A JSONPath (RFC 9535): where in a value it leads to. */
interface JsonPath {
  readonly text: string;
  /** The way to each value that it selects, each once. */
  locations(root: Json): readonly JsonLocation[];
}

/** Keys and indices that lead from the root to a value. */
export type JsonLocation = readonly (string | number)[];

/** How deep `..` looks: deeper than any document is nested, examples included. */
const DEEPEST = 1000;

/** @throws {JSONPathError} */
export function jsonPath(text: string): JsonPath {
  const query = new JSONPathEnvironment({ maxRecursionDepth: DEEPEST }).compile(text);
  return {
    text,
    locations: (root) => {
      // Nothing is changed; the library's types know of no lists and objects that are for reading only.
      const found = query.query(root as Parameters<typeof query.query>[0]).locations();
      return [...new Map(found.map((location) => [JSON.stringify(location), location])).values()];
    },
  };
}

import type { Place } from "../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../json/json.ts";
import type { JsonPath } from "./json-path.ts";

/** The versions of the specification that are read. */
export const OVERLAY_VERSIONS = ["1.0", "1.1"] as const;
export type OverlayVersion = (typeof OVERLAY_VERSIONS)[number];

/**
 * Edits of a document that stand beside it: an OpenAPI Overlay.
 *
 * @see https://spec.openapis.org/overlay/v1.1.0.html
 */
export interface Overlay {
  readonly text: string;
  readonly version: OverlayVersion;
  /** A URI reference to the document that it was written for, relative to the overlay. */
  readonly extends: string | undefined;
  readonly actions: readonly Action[];
  /** Where a JSON Pointer into the overlay is. */
  placeOf(pointer: string): Place;
}

/** One edit, made in every place that its target selects. */
export interface Action {
  /** Of itself, in the overlay. */
  readonly pointer: string;
  /** What it selects in the document. */
  readonly target: JsonPath;
  /** Undefined for an action that does nothing, which the specification allows. */
  readonly edit: Edit | undefined;
  /** As it is written, with what else it says: `description`, extensions. */
  readonly written: JsonObject;
}

/** What an action does to each value that it selects. */
export type Edit =
  | { readonly kind: "remove" }
  /** Merged into an object, added to a list, put in the place of a primitive. */
  | { readonly kind: "update"; readonly value: Json }
  /** The same with the one value that a JSONPath selects in the document. */
  | { readonly kind: "copy"; readonly from: JsonPath };

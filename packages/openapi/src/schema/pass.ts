import type { Diagnostic, HasPlaces } from "../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../json/json.ts";
import type { Schema } from "./schema.ts";

/** What passes may ask about the document. */
export interface PassContext extends HasPlaces {
  /** What a reference within the document leads to; undefined where that is nothing. */
  target(ref: string, from: string): Json | undefined;
  /** The reference to a component that stands for a reference; undefined where it leads nowhere. */
  componentFor(ref: string, from: string): string | undefined;
}

export interface PassResult {
  readonly schema: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it allows more than its author wrote, which must make nothing around it stricter. */
  readonly isLaxer?: boolean;
  /** Subschemas that it made of what the author wrote: they are read as if they stood there. */
  readonly standsFor?: ReadonlyMap<Schema, Schema>;
}

/**
 * A step of reading. It looks at one schema object, `at` its place, and at no subschema: each is passed on its own. A
 * diagnostic of severity `info` says what was taken for what; a `warning`, what values are not held to.
 */
export type Pass = (schema: JsonObject, at: string, context: PassContext) => PassResult;

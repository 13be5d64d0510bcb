import type { SchemaName } from "../checkers/schema-name.ts";

/** A value that every peer must judge alike. */
export interface Fixture {
  readonly schema: SchemaName;
  readonly value: unknown;
  readonly valid: boolean;
}

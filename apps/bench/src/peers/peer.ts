import type { SchemaName } from "../checkers/schema-name.ts";

/** A way to validate the compared schemas. */
export interface Peer {
  readonly name: string;
  /** What a reader must know to judge its figures. */
  readonly note?: string;
  /**
   * Source of a module that exports a `Checker` for each of the schemas, under the schema's name: what one would ship.
   * `folder` is a temporary one of the peer's own.
   */
  entry(schemas: readonly SchemaName[], folder: string): string | Promise<string>;
  /** The same for speed alone, where a peer answers faster with more than one would ship. */
  quickEntry?(schemas: readonly SchemaName[], folder: string): string | Promise<string>;
}

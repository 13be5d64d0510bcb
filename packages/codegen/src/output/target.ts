import type { SourceFile } from "../emit/index.ts";

/** A folder and everything that is generated into it, its manifest included. */
export interface Target {
  readonly folder: string;
  readonly files: readonly SourceFile[];
}

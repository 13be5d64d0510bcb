import type { SourceFile } from "../emit/index.ts";

/** A folder and everything that is generated into it, its manifest included. */
export interface Target {
  readonly folder: string;
  /** Whether the folder is for generated files only. In any other, a file may be somebody else's, whatever its name. */
  readonly exclusive: boolean;
  readonly files: readonly SourceFile[];
}

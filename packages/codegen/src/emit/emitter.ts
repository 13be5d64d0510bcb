import type { Model, Views } from "@earmark/openapi";
import type { Imports } from "./imports.ts";
import type { Lines, SourceFile } from "./source.ts";

/** The part of what is generated that a file belongs to: in a workspace of three packages a document, `NAME-KIND`. */
export type GeneratedKind = "types" | "validators" | "client";

/**
 * Makes source files of a model.
 *
 * @example
 * const names: Emitter = {
 *   kind: "client",
 *   emit: (model, { file }) => [file("names.gen.txt", model.operations.map(({ operationId }) => operationId))],
 * };
 */
export interface Emitter {
  readonly kind: GeneratedKind;
  /** Those whose files its own files import. */
  readonly needs?: readonly Emitter[];
  /** Pure: the same files for the same model, whenever and wherever it runs. */
  readonly emit: (model: Model, context: EmitContext) => readonly SourceFile[];
}

/** What an emitter may need besides the model. */
export interface EmitContext {
  /** The schemas of the model as clients see them, and to the letter. */
  readonly views: Views;
  /** From where files import what is generated beside them, and the packages that all of it runs on. */
  readonly imports: Imports;
  /**
   * A file that begins with a comment that says what it was generated from. By that line it is known when it is replaced,
   * or deleted because nothing generates it any more.
   *
   * @param path from the folder of the generated files, with forward slashes; its extension decides how a comment is
   * written: as in Markdown, YAML (`.txt` and `.toml`, too) or CSS, and for all others as in JavaScript.
   */
  readonly file: (path: string, lines: Lines) => SourceFile;
}

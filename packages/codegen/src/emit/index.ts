import type { Model, Views } from "@earmark/openapi";
import { emitClient, emitSchemas } from "./client/index.ts";
import type { Imports } from "./imports.ts";
import { emitOperations } from "./operations/index.ts";
import type { SourceFile } from "./source.ts";
import { emitTypes } from "./types/index.ts";
import { emitValidators } from "./validators/index.ts";
import { emitWebhooks } from "./webhooks/index.ts";

export { clientName, emitClient, resultsOf } from "./client/index.ts";
export type { Imports } from "./imports.ts";
export { emitOperations, kindOf, resultKindOf } from "./operations/index.ts";
export { BANNER, type Lines, literal, member, propertyKey, type SourceFile } from "./source.ts";
export { emitTypes, inlineTypes } from "./types/index.ts";
export { emitValidators } from "./validators/index.ts";

/** Makes source files of a model. */
export interface Emitter {
  /** The package of a document that the files belong to: `NAME-KIND`. */
  readonly kind: "types" | "validators" | "client";
  /** Whether a folder that works by itself has the files, too. */
  readonly standalone: boolean;
  readonly emit: (model: Model, views: Views, imports: Imports) => readonly SourceFile[];
}

/** All that is made of a document. */
export const EMITTERS: readonly Emitter[] = [
  { kind: "types", standalone: true, emit: emitTypes },
  { kind: "validators", standalone: true, emit: emitValidators },
  { kind: "client", standalone: true, emit: (model, _views, { http }) => emitOperations(model, http) },
  { kind: "client", standalone: false, emit: emitSchemas },
  { kind: "client", standalone: true, emit: emitClient },
  { kind: "client", standalone: true, emit: emitWebhooks },
];

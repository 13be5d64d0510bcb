import { emitClient, emitSchemas } from "./client/index.ts";
import type { Emitter } from "./emitter.ts";
import { emitOperations } from "./operations/index.ts";
import { emitTypes } from "./types/index.ts";
import { emitValidators } from "./validators/index.ts";
import { emitWebhooks } from "./webhooks/index.ts";

export { clientName, emitClient, exampleCall, resultsOf } from "./client/index.ts";
export type { EmitContext, Emitter, GeneratedKind } from "./emitter.ts";
export type { Imports } from "./imports.ts";
export { emitOperations, kindOf, resultKindOf } from "./operations/index.ts";
export {
  bannerOf,
  generatedFile,
  type Lines,
  layOut,
  literal,
  member,
  propertyKey,
  type SourceFile,
  sourceFile,
} from "./source.ts";
export { emitTypes, inlineTypes } from "./types/index.ts";
export { emitValidators } from "./validators/index.ts";

/** `types.gen.d.ts` and `types.strict.gen.d.ts`. */
const types: Emitter = { kind: "types", emit: (model, { views }) => emitTypes(model, views) };

/** `validators.gen.js`, `validators.strict.gen.js` and `checks.gen.js`, with their declarations. */
const validators: Emitter = {
  kind: "validators",
  needs: [types],
  emit: (model, { views, imports }) => emitValidators(model, views, imports),
};

/** `operations.gen.js`: the operation table as data. */
const operations: Emitter = { kind: "client", emit: (model, { imports }) => emitOperations(model, imports.http) };

/** `schemas.gen.js`: every schema as JSON Schema. */
const schemas: Emitter = { kind: "client", emit: (model) => emitSchemas(model) };

/** `client.gen.js` and `functions.gen.js`. */
const client: Emitter = {
  kind: "client",
  needs: [types, validators],
  emit: (model, { views, imports }) => emitClient(model, views, imports),
};

/** `webhooks.gen.js`, of a document that has any. */
const webhooks: Emitter = {
  kind: "client",
  needs: [types, validators],
  emit: (model, { views, imports }) => emitWebhooks(model, views, imports),
};

/** All that is made of a document, unless a config says otherwise. */
export const emitters: Readonly<
  Record<"types" | "validators" | "operations" | "schemas" | "client" | "webhooks", Emitter>
> = { types, validators, operations, schemas, client, webhooks };

// What is made of a document, as values: a config names those that it wants, and adds its own.
export type { Model, Operation, Parameter, Response, Schema } from "@earmark/openapi";
export type { EmitContext, Emitter, GeneratedKind, Imports, SourceFile } from "./emit/index.ts";
export { emitters } from "./emit/index.ts";

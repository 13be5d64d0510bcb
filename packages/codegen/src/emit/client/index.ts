import type { Model, Views } from "@earmark/openapi";
import { type SourceFile, sourceFile } from "../source.ts";
import { callTable } from "./calls.ts";
import { declarations } from "./declarations.ts";
import { implementation } from "./implementation.ts";

/**
 * `client.gen.js` and its declarations: one method per operation over the shared runtime of `@earmark/http`. And what it
 * knows of them, which nothing else imports.
 */
export function emitClient(model: Model, views: Views): SourceFile[] {
  const { origin } = model.document;
  return [
    sourceFile("client.gen.js", origin, implementation(model, views)),
    sourceFile("client.gen.d.ts", origin, declarations(model, views)),
    sourceFile("calls.gen.js", origin, callTable(model)),
  ];
}

export { clientName, resultsOf } from "./media.ts";
export { securityOf } from "./security.ts";

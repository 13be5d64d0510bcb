import { type Model, receivedOf, type Views } from "@earmark/openapi";
import { ClientSchemas } from "../client-schemas.ts";
import type { Imports } from "../imports.ts";
import { type SourceFile, sourceFile } from "../source.ts";
import { declarations } from "./declarations.ts";
import { implementation } from "./implementation.ts";

/** `webhooks.gen.js` and its declarations: a handler of the requests that the server sends, of a document that has any. */
export function emitWebhooks(model: Model, views: Views, imports: Imports): SourceFile[] {
  const { origin } = model.document;
  const received = receivedOf(model);
  if (received.length === 0) return [];
  const schemas = new ClientSchemas(views);
  return [
    sourceFile("webhooks.gen.js", origin, implementation(model, schemas, received, imports)),
    sourceFile("webhooks.gen.d.ts", origin, declarations(model, schemas, received, imports)),
  ];
}

import { localNames, type Model, type ViewedSchema, type Views } from "@earmark/openapi";
import { type Lines, literal, type SourceFile, schemaComment, sourceFile } from "../source.ts";
import { declarationsOf } from "./openapi-typescript.ts";
import { clientDocument, strictDocument } from "./typed-document.ts";

/** `types.gen.d.ts`, in the client's view, and `types.strict.gen.d.ts`, the document to the letter. */
export function emitTypes(model: Model, views: Views): SourceFile[] {
  const { origin } = model.document;
  const client = declarationsOf(clientDocument(model, views));
  const strict = declarationsOf(strictDocument(model, views));
  return [
    sourceFile("types.gen.d.ts", origin, [client, ...aliases(views.client)]),
    sourceFile("types.strict.gen.d.ts", origin, [strict, ...aliases(views.strict)]),
  ];
}

/** A type per schema under its own name, so that users need not write `components["schemas"][…]`. */
function aliases(schemas: readonly ViewedSchema[]): Lines {
  // A name that would hide a global type, which the declarations above may use, is exported from under another.
  const locals = localNames(
    schemas.map(({ identifier }) => identifier),
    [],
  );
  return schemas.flatMap(({ name, identifier, schema }) => [
    ...schemaComment(schema),
    ...alias(identifier, locals.get(identifier) ?? identifier, `components["schemas"][${literal(name)}]`),
  ]);
}

function alias(exported: string, local: string, type: string): Lines {
  if (local === exported) return [`export type ${exported} = ${type};`];
  return [`type ${local} = ${type};`, `export type { ${local} as ${exported} };`];
}

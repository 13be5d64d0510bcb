import { isIdempotencyKey, type JsonObject, type Model, type Operation, type Views } from "@earmark/openapi";
import { ClientSchemas } from "../client-schemas.ts";
import type { Imports } from "../imports.ts";
import { docComment, indented, layOut, literal, propertyKey, type SourceFile, sourceFile } from "../source.ts";
import { commentOf } from "../types/index.ts";
import { client, clientDeclarations } from "./client.ts";
import { functionDeclarations } from "./declarations.ts";
import { functions } from "./functions.ts";

/** `functions.gen.js`, one function per operation, and `client.gen.js`, an object of them, with their declarations. */
export function emitClient(described: Model, views: Views, imports: Imports): SourceFile[] {
  const model = { ...described, operations: described.operations.map(asCalled) };
  const { origin } = model.document;
  const schemas = new ClientSchemas(views);
  return [
    sourceFile("functions.gen.js", origin, functions(model, schemas, imports)),
    sourceFile("functions.gen.d.ts", origin, functionDeclarations(model, schemas, imports)),
    sourceFile("client.gen.js", origin, client(model, imports)),
    sourceFile("client.gen.d.ts", origin, clientDeclarations(model, schemas, imports)),
  ];
}

/** A key that the client makes may be left out by its caller, also where the server needs it. */
function asCalled(operation: Operation): Operation {
  const { idempotencyKey, parameters } = operation;
  if (idempotencyKey === undefined) return operation;
  return {
    ...operation,
    parameters: parameters.map((one) => (isIdempotencyKey(operation, one) ? { ...one, required: false } : one)),
  };
}

export { exampleCall } from "./example.ts";
export { resultsOf } from "./media.ts";
export { clientName } from "./names.ts";

/**
 * `schemas.gen.js`: every schema as JSON Schema 2020-12 with its descriptions, and what is said about parameters, for
 * what is derived from the document at run time: options and help of a command line, forms, tests. A client does not
 * import it.
 */
export function emitSchemas(model: Model): SourceFile[] {
  const { origin } = model.document;
  return [
    sourceFile("schemas.gen.js", origin, [
      "export const schemas = {",
      ...model.schemas.map(({ name, schema }) => `  ${propertyKey(name)}: ${layOut(schema, "  ")},`),
      "};",
      "",
      "export const parameters = {",
      ...model.operations.map(
        (operation) => `  ${propertyKey(operation.methodName)}: ${layOut(documentationOf(operation), "  ")},`,
      ),
      "};",
    ]),
    sourceFile("schemas.gen.d.ts", origin, [
      `import type { ParameterDocumentation } from ${literal("@earmark/http")};`,
      `import type { JsonSchema } from ${literal("@earmark/validation")};`,
      "",
      "/** Every schema of the document, to the letter, by name. References are `#/components/schemas/NAME`. */",
      "export declare const schemas: {",
      ...model.schemas.flatMap(({ name, schema }) => [
        ...indented(docComment(commentOf(schema))),
        `  readonly ${propertyKey(name)}: JsonSchema;`,
      ]),
      "};",
      "",
      "/** What the document says about the parameters of each operation, by their name. */",
      "export declare const parameters: {",
      ...model.operations.map(
        ({ methodName }) => `  readonly ${propertyKey(methodName)}: Readonly<Record<string, ParameterDocumentation>>;`,
      ),
      "};",
    ]),
  ];
}

function documentationOf({ parameters }: Operation): JsonObject {
  return Object.fromEntries(
    parameters.map(({ name, in: place, placed, description, cliName }) => [
      placed ? `${place}/${name}` : name,
      { ...(description === undefined ? {} : { description }), ...(cliName === undefined ? {} : { cliName }) },
    ]),
  );
}

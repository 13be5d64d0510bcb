import type { JsonObject, Model, Operation, Views } from "@earmark/openapi";
import { operationTable } from "../operations/index.ts";
import {
  indented,
  type Lines,
  layOut,
  literal,
  propertyKey,
  type SourceFile,
  schemaComment,
  sourceFile,
} from "../source.ts";
import { declarations } from "./declarations.ts";
import { checkMap, implementation } from "./implementation.ts";
import { codecsOf, resultsOf } from "./media.ts";

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
export { checkMap };

type Members = Readonly<Record<string, JsonObject>>;

/**
 * What a client needs of the operation table, which it carries into browsers: of responses those that its methods return,
 * and of a form that `formCodec` writes the lists that are joined. Command lines and sandboxes read the whole table.
 */
function callTable(model: Model): Lines {
  const codecs = codecsOf(model);
  const table = operationTable(model);
  const calls = model.operations.map((declared) => {
    const { basePath: _, ...operation } = table[declared.methodName] ?? {};
    const { requestBody, responses } = operation as Members;
    const content = members(requestBody?.content).map(([mediaType, media]) => [
      mediaType,
      codecs[mediaType] === "formCodec" ? { ...media, fields: joinedLists(media) } : media,
    ]);
    const call = {
      ...operation,
      ...(requestBody && { requestBody: { ...requestBody, content: Object.fromEntries(content) } }),
      responses: Object.fromEntries(resultsOf(declared).map(({ status }) => [status, responses?.[status] ?? {}])),
    };
    return `  ${propertyKey(declared.methodName)}: ${layOut(call, "  ")},`;
  });
  return ["export const operations = {", ...calls, "};"];
}

function joinedLists({ fields }: JsonObject): object {
  const joined = members(fields).filter(([, { explode }]) => explode === false);
  return Object.fromEntries(joined.map(([name]) => [name, { explode: false }]));
}

function members(table: unknown): [name: string, member: JsonObject][] {
  return Object.entries((table ?? {}) as Members);
}

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
        ...indented(schemaComment(schema)),
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

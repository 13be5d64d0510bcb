import type { Model } from "@earmark/openapi";
import { docComment, type Lines, layOut, literal, propertyKey, type SourceFile, sourceFile } from "../source.ts";
import { operationTable } from "./operation-table.ts";

export { formFields, headerField, operationTable, webhookTable } from "./operation-table.ts";
export { kindOf, mayBe, resultKindOf, validatedSchema } from "./wire-type.ts";

/** `operations.gen.js`: the operation table as plain data. `types` is the module that declares `Operation`. */
export function emitOperations(model: Model, types: string): SourceFile[] {
  const { origin } = model.document;
  const table = operationTable(model);
  const members = model.operations.flatMap((operation) => [
    ...docComment(operation.summary),
    `${propertyKey(operation.methodName)}: ${layOut(table[operation.methodName], "  ")},`,
  ]);
  return [
    sourceFile("operations.gen.js", origin, [
      "export const operations = {",
      ...members.map((line) => `  ${line}`),
      "};",
    ]),
    sourceFile("operations.gen.d.ts", origin, declarations(model, types)),
  ];
}

function declarations(model: Model, types: string): Lines {
  return [
    `import type { Operation } from ${literal(types)};`,
    "",
    "/** Every operation of the document, by the name of the client's method. */",
    "export declare const operations: {",
    ...model.operations.flatMap((operation) => [
      ...docComment(operation.summary).map((line) => `  ${line}`),
      // With its ID, by which types declare it: the method's name can differ from that in more than its first letter.
      `  readonly ${propertyKey(operation.methodName)}: Operation & { readonly operationId: ${literal(operation.operationId)} };`,
    ]),
    "};",
  ];
}

import { diagnose } from "../diagnostics/diagnostic.ts";
import { isResult } from "../http/status.ts";
import { isJsonObject } from "../json/json.ts";
import { pointerSegments, pointerTo } from "../json/json-pointer.ts";
import { describedAt } from "./described-at.ts";
import { type ErrorFields, type Extensions, extensionRule } from "./extensions.ts";
import type { Operation, Response } from "./model.ts";
import type { SchemaTable } from "./schema-table.ts";
import type { Building, DocumentReader } from "./source.ts";

/**
 * Whether the pointers of each `x-error` lead to what the errors that it holds for describe. One that leads nowhere is
 * only warned of: bodies may have more than their schema says.
 */
export function* checkErrorFields(
  reader: DocumentReader,
  table: SchemaTable,
  extensions: Extensions,
  operations: readonly Pick<Operation, "responses">[],
): Building<void> {
  const errors = operations.flatMap(({ responses }) => {
    const statuses = responses.map(({ status }) => status);
    return responses.filter(({ status }) => !status.startsWith("1") && !isResult(status, statuses));
  });
  const others: Response[] = [];
  for (const error of errors) {
    const own = error.extensions["x-error"];
    if (own === undefined) others.push(error);
    else yield* checkPointers(reader, table, own, pointerTo(error.pointer, "x-error"), [error]);
  }
  const shared = extensions["x-error"];
  if (shared !== undefined) yield* checkPointers(reader, table, shared, "#/x-error", others);
}

function* checkPointers(
  { document }: DocumentReader,
  table: SchemaTable,
  fields: ErrorFields,
  at: string,
  errors: readonly Response[],
): Building<void> {
  const schemas = new Set(errors.flatMap(({ content }) => content.flatMap(({ schema }) => schema ?? [])));
  for (const [name, pointer] of Object.entries(fields)) {
    const path = pointerSegments(pointer);
    if (schemas.size === 0 || ![...schemas].every((schema) => lacks(table, schema, path))) continue;
    const expected = "a pointer to what the schema of an error describes";
    const message = `expected ${expected}, received ${pointer}`;
    yield diagnose(extensionRule("x-error"), document, pointerTo(at, name), message, {
      severity: "warning",
      expected,
      received: pointer,
    });
  }
}

/** Whether a schema describes the parts of a value at some place along the path, and the next one of the path is none. */
function lacks(table: SchemaTable, schema: string, path: readonly string[]): boolean {
  const end = path.findIndex((_, index) => describedAt(table, schema, path.slice(0, index + 1)).length === 0);
  if (end === -1) return false;
  const around = describedAt(table, schema, path.slice(0, end));
  return around.some(
    ({ properties, items, prefixItems }) => isJsonObject(properties ?? items) || prefixItems !== undefined,
  );
}

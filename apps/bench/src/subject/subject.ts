import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { JsonSchema, SchemaName } from "../checkers/checker.ts";

/**
 * The document that all peers are measured with: the Annotation document as it was when their schemas were written. An
 * edit of `openapi/` changes neither the comparison nor what is valid.
 */
export const SUBJECT: string = join(import.meta.dirname, "annotation.yaml");

/** The schemas of the document, by name. */
function subjectSchemas(): Readonly<Record<string, unknown>> {
  const { components }: { components: { schemas: Record<string, unknown> } } = parse(readFileSync(SUBJECT, "utf8"));
  return components.schemas;
}

/** Whether a schema is one of responses, whose enumerations may grow. */
const IS_RESPONSE: Readonly<Record<SchemaName, boolean>> = {
  Annotation: true,
  UpdateAnnotationRequest: false,
  OpenOrder: false,
  ClosedOrder: false,
};

/**
 * The document's schema in the view of a client, for peers that take JSON Schema. References are dereferenced and
 * `anyOf` with `null` becomes a list of types: it means the same, and every compiler does better with it.
 */
export function clientView(name: SchemaName): JsonSchema {
  return simplify(subjectSchemas()[name], IS_RESPONSE[name]);
}

function simplify(schema: unknown, open: boolean): JsonSchema {
  const result: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(asSchema(schema))) {
    if (keyword === "description") continue;
    if (keyword === "$ref") Object.assign(result, simplify(target(value), open));
    else if (keyword === "anyOf") Object.assign(result, nullable(value, open));
    else if (keyword === "enum" && open) continue;
    else if (keyword === "properties") result[keyword] = mapValues(value, (member) => simplify(member, open));
    else if (keyword === "items") result[keyword] = simplify(value, open);
    else result[keyword] = value;
  }
  return result;
}

function nullable(alternatives: unknown, open: boolean): JsonSchema {
  const [schema, other, ...more] = Array.isArray(alternatives) ? alternatives.map(asSchema) : [];
  if (other?.type !== "null" || more.length > 0) throw new TypeError("only anyOf [schema, null] can be simplified");
  const simple = simplify(schema, open);
  return { ...simple, type: [simple.type, "null"] };
}

function target(reference: unknown): unknown {
  const name = String(reference).replace("#/components/schemas/", "");
  const found = subjectSchemas()[name];
  if (found === undefined) throw new TypeError(`the document has no schema for ${String(reference)}`);
  return found;
}

function mapValues(value: unknown, change: (member: unknown) => unknown): JsonSchema {
  return Object.fromEntries(Object.entries(asSchema(value)).map(([key, member]) => [key, change(member)]));
}

function asSchema(value: unknown): JsonSchema {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("not a schema object");
  return { ...value };
}

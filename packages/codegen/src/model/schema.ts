import { isJsonObject, type Json, type JsonObject } from "../document/document.ts";
import { pointerTo } from "../document/pointer.ts";

/** A JSON Schema 2020-12 schema. */
export type Schema = boolean | JsonObject;

/** Keywords whose value maps names to schemas (JSON Schema Core 10.2, 10.3). */
const SCHEMA_MAPS = ["$defs", "definitions", "dependentSchemas", "patternProperties", "properties"];
/** Keywords whose value is one schema. */
const SCHEMAS = [
  "additionalProperties",
  "contains",
  "contentSchema",
  "else",
  "if",
  "items",
  "not",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
];
/** Keywords whose value is a list of schemas. */
const SCHEMA_LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];

/** Where a subschema stands: the keyword, the name or index below it, and the pointer to it. */
export interface SubschemaSite {
  readonly keyword: string;
  readonly pointer: string;
}

/** The same schema with every direct subschema replaced; keywords keep their order. */
export function mapSubschemas(
  schema: JsonObject,
  pointer: string,
  replace: (subschema: Schema, site: SubschemaSite) => Schema,
): JsonObject {
  const mapped: Record<string, Json> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const at = (...path: readonly (string | number)[]): SubschemaSite => ({
      keyword,
      pointer: pointerTo(pointer, keyword, ...path),
    });
    if (SCHEMA_MAPS.includes(keyword) && isJsonObject(value)) {
      mapped[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, sub]) => [name, isSchema(sub) ? replace(sub, at(name)) : sub]),
      );
    } else if (SCHEMAS.includes(keyword) && isSchema(value)) {
      mapped[keyword] = replace(value, at());
    } else if (SCHEMA_LISTS.includes(keyword) && Array.isArray(value)) {
      mapped[keyword] = value.map((sub: Json, index) => (isSchema(sub) ? replace(sub, at(index)) : sub));
    } else {
      mapped[keyword] = value;
    }
  }
  return mapped;
}

/** Calls `visit` for every direct subschema. */
export function visitSubschemas(
  schema: JsonObject,
  pointer: string,
  visit: (subschema: Schema, site: SubschemaSite) => void,
): void {
  mapSubschemas(schema, pointer, (subschema, site) => {
    visit(subschema, site);
    return subschema;
  });
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === "boolean" || isJsonObject(value);
}

/** The `type` keyword as a list; empty when it is absent. */
export function typesOf(schema: JsonObject): readonly string[] {
  const type = schema.type;
  if (typeof type === "string") return [type];
  return Array.isArray(type) ? type.filter((name): name is string => typeof name === "string") : [];
}

const COMPONENT = "#/components/schemas/";

/** `#/components/schemas/NAME` for a component's name. */
export function componentRef(name: string): string {
  return COMPONENT + name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The component that a `$ref` names, or undefined when it points elsewhere or deeper. */
export function componentName(ref: string): string | undefined {
  if (!ref.startsWith(COMPONENT)) return undefined;
  const token = decodeURIComponent(ref.slice(COMPONENT.length));
  return token.includes("/") ? undefined : token.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Keywords that say nothing about which values match. */
const ANNOTATIONS = new Set([
  "$anchor",
  "$comment",
  "$defs",
  "$dynamicAnchor",
  "$id",
  "$schema",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "default",
  "definitions",
  "deprecated",
  "description",
  "example",
  "examples",
  "externalDocs",
  "readOnly",
  "summary",
  "title",
  "writeOnly",
  "xml",
]);

export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith("x-");
}

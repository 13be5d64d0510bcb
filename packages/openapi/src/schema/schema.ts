import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { decoded, pointerTo } from "../json/json-pointer.ts";

/** The versions of OpenAPI that documents are read in. */
export type OpenApiVersion = "3.0" | "3.1";

/** A JSON Schema 2020-12 schema. */
export type Schema = boolean | JsonObject;

/** Keywords that hold schemas (JSON Schema Core 10): one schema, a list, or a map from names. */
const HOLDERS: ReadonlyMap<string, "list" | "map" | "schema"> = new Map([
  ...["$defs", "definitions", "dependentSchemas", "patternProperties", "properties"].map(
    (keyword) => [keyword, "map"] as const,
  ),
  ...[
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
  ].map((keyword) => [keyword, "schema"] as const),
  ...["allOf", "anyOf", "oneOf", "prefixItems"].map((keyword) => [keyword, "list"] as const),
]);

/** Where a subschema stands. */
export interface SubschemaSite {
  readonly keyword: string;
  /** Made when it is asked for: most who walk through schemas do not. */
  readonly pointer: string;
}

class Site implements SubschemaSite {
  readonly keyword: string;
  readonly #parent: string;
  readonly #names: readonly (string | number)[];

  constructor(parent: string, keyword: string, ...names: readonly (string | number)[]) {
    this.keyword = keyword;
    this.#parent = parent;
    this.#names = names;
  }

  get pointer(): string {
    return pointerTo(this.#parent, this.keyword, ...this.#names);
  }
}

/** The same schema with every direct subschema replaced; keywords keep their order. */
export function mapSubschemas(
  schema: JsonObject,
  pointer: string,
  replace: (subschema: Schema, site: SubschemaSite) => Schema,
): JsonObject {
  const mapped: Record<string, Json> = {};
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword] ?? null;
    const holder = HOLDERS.get(keyword);
    if (holder === "map" && isJsonObject(value)) {
      mapped[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, sub]) => [
          name,
          isSchema(sub) ? replace(sub, new Site(pointer, keyword, name)) : sub,
        ]),
      );
    } else if (holder === "schema" && isSchema(value)) {
      mapped[keyword] = replace(value, new Site(pointer, keyword));
    } else if (holder === "list" && Array.isArray(value)) {
      mapped[keyword] = value.map((sub: Json, index) =>
        isSchema(sub) ? replace(sub, new Site(pointer, keyword, index)) : sub,
      );
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
  for (const keyword of Object.keys(schema)) {
    const holder = HOLDERS.get(keyword);
    if (holder === undefined) continue;
    const value = schema[keyword];
    if (holder === "schema") {
      if (isSchema(value)) visit(value, new Site(pointer, keyword));
    } else if (Array.isArray(value) === (holder === "list") && typeof value === "object" && value !== null) {
      for (const [name, sub] of Object.entries(value) as [string, Json][])
        if (isSchema(sub)) visit(sub, new Site(pointer, keyword, name));
    }
  }
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
  const token = name.replaceAll("~", "~0").replaceAll("/", "~1");
  // OpenAPI allows letters, digits and . - _ only; some generators write `Page<Item>` nevertheless.
  return COMPONENT + (/^[\w.~-]*$/.test(token) ? token : encodeURIComponent(token));
}

/** The component that a `$ref` names, or undefined when it points elsewhere or deeper. */
export function componentName(ref: string): string | undefined {
  if (!ref.startsWith(COMPONENT)) return undefined;
  const token = decoded(ref.slice(COMPONENT.length));
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

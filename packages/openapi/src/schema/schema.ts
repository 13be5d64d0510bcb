import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { decoded, escapedSegment, unescapedSegment } from "../json/json-pointer.ts";

/** The versions of OpenAPI that documents are read in; what is older is upgraded first. */
export type OpenApiVersion = "3.0" | "3.1";

/** A JSON Schema 2020-12 schema. */
export type Schema = boolean | JsonObject;

export function isSchema(value: unknown): value is Schema {
  return typeof value === "boolean" || isJsonObject(value);
}

/** The `type` keyword as a list; empty when it is absent. */
export function typesOf(schema: JsonObject): readonly string[] {
  const type = schema.type;
  if (typeof type === "string") return [type];
  return Array.isArray(type) ? type.filter((name): name is string => typeof name === "string") : [];
}

/** Whether a value is of a type of JSON Schema; every integer is a number. */
export function hasType(value: Json, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isJsonObject(value);
  return typeof value === type;
}

const COMPONENT = "#/components/schemas/";

/** `#/components/schemas/NAME` for a component's name. */
export function componentRef(name: string): string {
  // OpenAPI allows letters, digits and . - _ only; some generators write `Page<Item>` nevertheless.
  return COMPONENT + encodeURIComponent(escapedSegment(name));
}

/** The component that a `$ref` names, or undefined when it points elsewhere or deeper. */
export function componentName(ref: string): string | undefined {
  if (!ref.startsWith(COMPONENT)) return undefined;
  const segment = decoded(ref.slice(COMPONENT.length));
  return segment.includes("/") ? undefined : unescapedSegment(segment);
}

import {
  BINARY,
  componentName,
  isAnnotation,
  isInPlace,
  isJsonObject,
  type Json,
  type JsonObject,
  KNOWN_VALUES,
  type Schema,
  typesOf,
} from "@earmark/openapi";
import { literal, propertyKey } from "../../emit/index.ts";

/** What code knows of a value: what it may hold when it is read, or what may be put there when it is written. */
export type Access = "read" | "write";

/** The name under which a sample imports the type of a schema. */
export type TypeName = (schemaName: string) => string | undefined;

/**
 * The type of a schema as its user would spell it, without looking at what is generated now. Undefined where
 * nothing is claimed: what is not typed closely, or too seldom to be worth the words.
 */
export function typeText(schema: Schema, access: Access, nameOf: TypeName): string | undefined {
  if (typeof schema === "boolean") return undefined;
  if (schema[BINARY] === true) return "Blob";
  if (typeof schema.$ref === "string") {
    const name = componentName(schema.$ref);
    return hasOnly(schema, ["$ref"]) && name !== undefined ? nameOf(name) : undefined;
  }
  const known = schema[KNOWN_VALUES];
  if (Array.isArray(known)) return openText(known, typesOf(schema));
  if (schema.const !== undefined) return literals([schema.const]);
  if (Array.isArray(schema.enum)) return enumText(schema.enum, typesOf(schema));
  for (const keyword of ["anyOf", "oneOf"]) {
    const members = schema[keyword];
    if (Array.isArray(members))
      return hasOnly(schema, [keyword])
        ? union(members.map((member: Json) => memberText(member, access, nameOf)))
        : undefined;
  }
  if (Object.keys(schema).some(isInPlace)) return undefined;
  const types = typesOf(schema);
  return types.length === 0 ? undefined : union(types.map((type) => ofType(type, schema, access, nameOf)));
}

function memberText(member: Json, access: Access, nameOf: TypeName): string | undefined {
  return isJsonObject(member) ? typeText(member, access, nameOf) : undefined;
}

function ofType(type: string, schema: JsonObject, access: Access, nameOf: TypeName): string | undefined {
  if (type === "integer" || type === "number") return "number";
  if (type === "string" || type === "boolean" || type === "null") return type;
  if (type === "array") {
    const { items } = schema;
    if (schema.prefixItems !== undefined) return undefined;
    const text = (isJsonObject(items) ? typeText(items, access, nameOf) : undefined) ?? unclaimed(access, "unknown");
    if (text === undefined) return undefined;
    return text.includes(" ") ? `(${text})[]` : `${text}[]`;
  }
  return type === "object" ? objectText(schema, access, nameOf) : undefined;
}

function objectText(schema: JsonObject, access: Access, nameOf: TypeName): string | undefined {
  const { properties, additionalProperties = false } = schema;
  if (!isJsonObject(properties) || additionalProperties !== false) return unclaimed(access, "object");
  const required = Array.isArray(schema.required) ? schema.required : [];
  const members = Object.entries(properties).map(([name, property]) => {
    const text = memberText(property, access, nameOf);
    const known = text ?? unclaimed(access, "unknown");
    return known && `${propertyKey(name)}${required.includes(name) ? "" : "?"}: ${known}`;
  });
  return members.includes(undefined) ? undefined : `{ ${members.join("; ")} }`;
}

/** What is read is at least of some type; what is written has to be of a known one. */
function unclaimed(access: Access, least: string): string | undefined {
  return access === "read" ? least : undefined;
}

/** An open enumeration takes any value of its type; the ones that are known are for those who write code. */
function openText(known: readonly Json[], types: readonly string[]): string | undefined {
  const values = literals(known.filter((value) => value !== null));
  const base = types.includes("string") ? "string" : "number";
  return values && union([values, `(${base} & Record<never, never>)`, ...(types.includes("null") ? ["null"] : [])]);
}

function enumText(values: readonly Json[], types: readonly string[]): string | undefined {
  // `null` among the types and not among the values, or the other way round, contradicts itself.
  if (types.length > 0 && types.includes("null") !== values.includes(null)) return undefined;
  return literals(values);
}

function literals(values: readonly Json[]): string | undefined {
  return union(values.map((value) => (typeof value === "object" && value !== null ? undefined : literal(value))));
}

function union(texts: readonly (string | undefined)[]): string | undefined {
  return texts.length === 0 || texts.includes(undefined) ? undefined : [...new Set(texts)].join(" | ");
}

/** Whether a schema says nothing else that types would show. */
function hasOnly(schema: JsonObject, keywords: readonly string[]): boolean {
  return Object.keys(schema).every((keyword) => keywords.includes(keyword) || isAnnotation(keyword));
}

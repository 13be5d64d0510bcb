import { isInPlace, isJsonObject, type Json, type JsonObject, type Schema, typesOf } from "@earmark/openapi";
import { type Lines, literal, propertyKey } from "../../emit/index.ts";

/** What code does with a value: it reads what the value holds, or writes what may be put there. */
export type Access = "read" | "write";

/** How a sample writes the types of schemas. */
export interface SampleTypes {
  /** The name under which it imports the type of a schema; undefined where there is none. */
  readonly nameOf: (schemaName: string) => string | undefined;
  /** The type of any schema; undefined where it may be anything. */
  readonly textOf: (schema: Schema) => string | undefined;
}

/** Reads or writes everything that a type has, one statement each. `type` is an expression of it. */
export function schemaUsage(schema: Schema, access: Access, type: string, types: SampleTypes): Lines {
  if (typeof schema === "boolean") return [];
  const own = isObject(schema) ? objectUsage(schema, access, type) : valueUsage(schema, access, type, types);
  return [...own, ...alternativeUsage(schema, access, type, types), ...memberUsage(schema, access, type, types)];
}

function isObject(schema: JsonObject): boolean {
  return isJsonObject(schema.properties) && (typesOf(schema).length === 0 || typesOf(schema).includes("object"));
}

function valueUsage(schema: JsonObject, access: Access, type: string, types: SampleTypes): Lines {
  const text = types.textOf(schema);
  if (text === undefined) return [];
  return [access === "read" ? `takes<${text}>(some<${type}>());` : `takes<${type}>(some<${text}>());`];
}

/** Code that reads tells alternatives apart, which it cannot when one of them is impossible. */
function alternativeUsage(schema: JsonObject, access: Access, type: string, types: SampleTypes): Lines {
  if (access === "write") return [];
  const members = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const texts = members.map((member: Json) => (isJsonObject(member) ? types.textOf(member) : undefined));
  const named = texts.filter((text) => text !== undefined && text !== "null");
  return named.length < 2 ? [] : named.map((text) => `takes<${type}>(some<${text}>());`);
}

/** That there is one at all, and for those who write one, what it must have. */
function objectUsage(schema: JsonObject, access: Access, type: string): Lines {
  const types = typesOf(schema);
  if (access === "read") return types.length === 1 ? [`takes<object>(some<${type}>());`] : [];
  if (Object.keys(schema).some(isInPlace)) return [];
  const present = nonNull(schema, type);
  const members = requiredOf(schema).map(
    (name) => `${propertyKey(name)}: some<Exclude<${present}[${literal(name)}], undefined>>()`,
  );
  return [
    `takes<${type}>({${members.length === 0 ? "" : ` ${members.join(", ")} `}});`,
    ...(types.includes("null") ? [`takes<${type}>(null);`] : []),
  ];
}

/** Everything below a type that has no name of its own. */
function memberUsage(schema: JsonObject, access: Access, type: string, types: SampleTypes): Lines {
  const present = nonNull(schema, type);
  const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
  return [
    ...propertyUsage(schema, access, present, types),
    ...parts.flatMap((part: Json) => (isJsonObject(part) ? propertyUsage(part, access, present, types) : [])),
    ...(typesOf(schema).includes("array") && isJsonObject(schema.items)
      ? memberUsage(schema.items, access, `${present}[number]`, types)
      : []),
  ];
}

function propertyUsage(schema: JsonObject, access: Access, type: string, types: SampleTypes): Lines {
  if (!isJsonObject(schema.properties)) return [];
  const required = requiredOf(schema);
  return Object.entries(schema.properties).flatMap(([name, property]) => {
    if (!isJsonObject(property) || property[access === "read" ? "writeOnly" : "readOnly"] === true) return [];
    const member = `${type}[${literal(name)}]`;
    const text = types.textOf(property);
    const isOptional = !required.includes(name);
    const statement =
      access === "read"
        ? `takes<${text ?? "unknown"}${isOptional ? " | undefined" : ""}>(some<${member}>());`
        : `takes<${member}>(some<${text ?? member}>());`;
    const below = isOptional ? `NonNullable<${member}>` : member;
    return [
      statement,
      ...alternativeUsage(property, access, member, types),
      ...memberUsage(property, access, below, types),
    ];
  });
}

function requiredOf(schema: JsonObject): readonly string[] {
  const { required, properties } = schema;
  if (!Array.isArray(required)) return [];
  const known = isJsonObject(properties) ? properties : {};
  return required.map(String).filter((name) => Object.hasOwn(known, name));
}

function nonNull(schema: JsonObject, type: string): string {
  return typesOf(schema).includes("null") ? `NonNullable<${type}>` : type;
}

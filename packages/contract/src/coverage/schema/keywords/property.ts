import type { Cursor } from "../../document/cursor.ts";
import { below, named, pointAt, type Site } from "../../points/claim.ts";
import type { Point } from "../../points/point.ts";
import { type InstancePath, merge, NOTHING, type Outcome, reach } from "../outcome.ts";
import { descend, type KeywordSite, type Medium } from "../schema-node.ts";
import { typesOf } from "../types-of.ts";

interface Property {
  readonly name: string;
  readonly points: readonly Point[];
  /** Looks at the object that may have it. */
  observe(object: object, at: InstancePath): Outcome;
}

/** A listed property: there with a value, `null` where it may be, left out where it may be. */
export function property(site: KeywordSite, schema: Cursor): Property {
  const name = schema.key;
  if (isHidden(schema, site.site.side)) return { name, points: [], observe: () => NOTHING };
  const medium = mediumOf(site.medium, schema);
  const node = site.compile(schema, { segment: named(name), subject: name, medium });
  const { value, none, absent } = presence(site, schema, mayBeNull(schema, medium));
  return {
    name,
    points: [...[value, none, absent].filter((point) => point !== undefined), ...node.points],
    observe(object, at) {
      if (!Object.hasOwn(object, name)) return reach(absent);
      const received: unknown = Reflect.get(object, name);
      return merge([reach(received === null ? none : value), descend(node, received, [...at, name])]);
    },
  };
}

function presence({ schema, site, subject }: KeywordSite, property: Cursor, nullable: boolean) {
  const name = property.key;
  const request = site.side === "request";
  const point = (key: string, label: string, says: string): Point => {
    const dimension = request ? "request fields" : "response fields";
    return pointAt(below(site, named(name)), { key, dimension, keyword: key, label, says }, property);
  };
  const required = [schema.at("required").value].flat().includes(name);
  const never = property.value === false || typesOf(property)?.every((type) => type === "null") === true;
  return {
    value: never ? undefined : point("value", request ? "sent" : "value", `${name} with a value`),
    none: nullable ? point("null", "null", `null for ${name}`) : undefined,
    absent: required ? undefined : point("absent", "left out", `${subject} without ${name}`),
  };
}

/** Where everything is a string, `null` is nothing at all, which a string may be as well. */
function mayBeNull(schema: Cursor, medium: Medium): boolean {
  const types = typesOf(schema);
  if (medium === "text" && (types === undefined || types.includes("string"))) return false;
  return allowsNull(schema);
}

/** Fields of a form are text, but for objects, which are written as JSON there (OpenAPI 3.1.1, Encoding Object). */
function mediumOf(medium: Medium, schema: Cursor): Medium {
  if (medium !== "form") return medium;
  return typesOf(schema)?.includes("object") ? "json" : "text";
}

/**
 * True for a property that is not for this side: `readOnly` in a request, `writeOnly` in a response.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-for-schema-object
 */
export function isHidden(property: Cursor, side: Site["side"]): boolean {
  const keyword = side === "request" ? "readOnly" : "writeOnly";
  return [property, property.follow()].some((schema) => schema.at(keyword).value === true);
}

/** Whether `null` matches a schema. Only the keywords that are about any value matter. */
function allowsNull(schema: Cursor, visited: readonly string[] = []): boolean {
  if (schema.value === false) return false;
  if (schema.at("nullable").value === true || visited.includes(schema.pointer)) return true;
  const inner = (cursor: Cursor): boolean => allowsNull(cursor, [...visited, schema.pointer]);
  const reference = schema.text("$ref");
  const listed = (keyword: string): readonly unknown[] => [schema.at(keyword).value].flat();
  return (
    (!schema.has("type") || listed("type").includes("null")) &&
    (!schema.has("enum") || listed("enum").includes(null)) &&
    // `const: null` is not the absence of one.
    (!Object.hasOwn(Object(schema.value), "const") || schema.at("const").value === null) &&
    (reference === undefined || inner(schema.resolve(reference))) &&
    schema.at("allOf").children().every(inner) &&
    (!schema.has("anyOf") || schema.at("anyOf").children().some(inner)) &&
    (!schema.has("oneOf") || schema.at("oneOf").children().filter(inner).length === 1) &&
    (!schema.has("not") || !inner(schema.at("not"))) &&
    consequences(schema, inner).every(inner)
  );
}

/** `then` or `else`, whichever applies to `null`. */
function consequences(schema: Cursor, matches: (cursor: Cursor) => boolean): readonly Cursor[] {
  if (!schema.has("if")) return [];
  return [schema.at(matches(schema.at("if")) ? "then" : "else")].filter(({ value }) => value !== undefined);
}

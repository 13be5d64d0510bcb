import { isJsonObject, type Json, type JsonObject } from "../document/index.ts";
import { discriminatorOf, renameMapping } from "./discriminator.ts";
import { isSchema, mapSubschemas, type Schema, typesOf } from "./schema.ts";

/** Annotates an opened enumeration with the values that the document lists. */
export const KNOWN_VALUES = "x-known-values";

/** How to rename a `$ref`. `closed` asks for the target to the letter, whatever the view. */
export type RenameRef = (ref: string, closed: boolean) => string;

/** What a client may send: strict, without what only the server writes. */
export function requestView(schema: Schema, rename: RenameRef): Schema {
  return view(schema, (object) => withoutRequired(object, "readOnly"), rename, false);
}

/**
 * What a client accepts: an enumeration may grow and an object may gain a property without breaking anybody.
 *
 * Where a laxer part would make the whole stricter (`not`, `if`, `contains` with a maximum) or ambiguous (`oneOf`), the letter stays.
 */
export function responseView(schema: Schema, rename: RenameRef): Schema {
  return view(
    schema,
    (object, closed) => withoutRequired(closed ? object : opened(object), "writeOnly"),
    rename,
    false,
  );
}

/** The document to the letter. */
export function strictView(schema: Schema, rename: RenameRef): Schema {
  return view(schema, (object) => object, rename, true);
}

function view(
  schema: Schema,
  change: (object: JsonObject, closed: boolean) => JsonObject,
  rename: RenameRef,
  closed: boolean,
): Schema {
  if (typeof schema === "boolean") return schema;
  const changed = mapSubschemas(change(schema, closed), "#", (subschema, { keyword }) =>
    view(subschema, change, rename, closed || isContravariant(schema, keyword)),
  );
  const ref = schema.$ref;
  return {
    ...changed,
    ...renameMapping(changed.discriminator, (target) => rename(target, closed)),
    ...(typeof ref === "string" ? { $ref: rename(ref, closed) } : {}),
  };
}

/** Whether a laxer subschema would make the schema stricter, or ambiguous. */
function isContravariant(schema: JsonObject, keyword: string): boolean {
  // A discriminator keeps the members of a union apart, however lax each of them becomes.
  if (keyword === "oneOf") return !isNullable(schema) && discriminatorOf(schema, "oneOf") === undefined;
  if (keyword === "contains") return schema.maxContains !== undefined;
  return keyword === "not" || keyword === "if";
}

/** `oneOf: [X, {type: null}]`, which stays unambiguous however lax X becomes, as long as X itself refuses null. */
function isNullable(schema: JsonObject): boolean {
  const branches = schema.oneOf;
  return (
    Array.isArray(branches) &&
    branches.length === 2 &&
    branches.some((branch: Json) => isJsonObject(branch) && branch.type === "null")
  );
}

function opened(schema: JsonObject): JsonObject {
  const open: Record<string, Json> = { ...schema };
  for (const keyword of ["additionalProperties", "unevaluatedProperties"])
    if (open[keyword] === false) delete open[keyword];
  const values = schema.enum;
  const type = Array.isArray(values) ? openType(values, typesOf(schema)) : undefined;
  if (type !== undefined) {
    delete open.enum;
    open[KNOWN_VALUES] = values ?? [];
    // Other types that the schema names were excluded by the enumeration, and stay so.
    open.type = type;
  }
  return open;
}

/** The type that an enumeration opens into; undefined when it stays closed: mixed types, or a single value, which is a constant. */
function openType(values: readonly Json[], declared: readonly string[]): Json | undefined {
  const known = values.filter((value) => value !== null);
  const type = typeof known[0];
  if (known.length < 2 || (type !== "string" && type !== "number") || known.some((value) => typeof value !== type))
    return undefined;
  const open = type === "number" && declared.includes("integer") && !declared.includes("number") ? "integer" : type;
  return known.length < values.length ? [open, "null"] : open;
}

/** A property that only the other side writes cannot be required of this one (OpenAPI 3.0.4, Schema Object). */
function withoutRequired(schema: JsonObject, marker: "readOnly" | "writeOnly"): JsonObject {
  const { required, properties } = schema;
  if (!Array.isArray(required) || !isJsonObject(properties)) return schema;
  const kept = required.filter((name: Json) => {
    const property = properties[String(name)];
    return !(isSchema(property) && typeof property !== "boolean" && property[marker] === true);
  });
  if (kept.length === required.length) return schema;
  const { required: _, ...rest } = schema;
  return kept.length === 0 ? rest : { ...rest, required: kept };
}

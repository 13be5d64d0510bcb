import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { discriminatorOf, renameMapping } from "../schema/discriminator.ts";
import { isInPlace } from "../schema/keywords.ts";
import {
  type Marker,
  markedProperties,
  type Resolve,
  requiredProperties,
  withoutRequired,
} from "../schema/one-sided.ts";
import { type Schema, typesOf } from "../schema/schema.ts";
import { mapSubschemas } from "../schema/walk.ts";

/** Annotates an opened enumeration with the values that the document lists. */
export const KNOWN_VALUES = "x-known-values";

/** How to rename a `$ref`. `closed` asks for the target to the letter, whatever the view. */
export type RenameRef = (ref: string, closed: boolean) => string;

/** What a client may send: strict, without what only the server writes. */
export function requestView(schema: Schema, rename: RenameRef, resolve: Resolve): Schema {
  return view(schema, { change: (object) => object, marker: "readOnly", rename, resolve }, false, NONE);
}

/**
 * What a client accepts: an enumeration may grow and an object may gain a property without breaking anybody.
 *
 * Where a laxer part would make the whole stricter (`not`, `if`, `contains` with a maximum) or ambiguous (`oneOf`), the letter stays.
 */
export function responseView(schema: Schema, rename: RenameRef, resolve: Resolve): Schema {
  const change = (object: JsonObject, closed: boolean): JsonObject => (closed ? object : opened(object));
  return view(schema, { change, marker: "writeOnly", rename, resolve }, false, NONE);
}

/** The document to the letter. */
export function strictView(schema: Schema, rename: RenameRef): Schema {
  return view(schema, { change: (object) => object, marker: undefined, rename, resolve: () => undefined }, true, NONE);
}

interface Way {
  readonly change: (object: JsonObject, closed: boolean) => JsonObject;
  /** What cannot be required of the side whose view this is. */
  readonly marker: Marker | undefined;
  readonly rename: RenameRef;
  readonly resolve: Resolve;
}

const NONE: ReadonlySet<string> = new Set();
/** Whether what a keyword holds asks for properties of the same object. */
const asksForProperties = (keyword: string): boolean => isInPlace(keyword) && keyword !== "not" && keyword !== "if";

/** @param beside Names of properties that what stands around the schema says nobody can require. */
function view(schema: Schema, way: Way, closed: boolean, beside: ReadonlySet<string>): Schema {
  if (typeof schema === "boolean") return schema;
  const { marker, rename, resolve } = way;
  const names = marker === undefined ? NONE : new Set([...beside, ...markedProperties(schema, marker, resolve)]);
  const changed = mapSubschemas(withoutRequired(way.change(schema, closed), names), "#", (subschema, { keyword }) =>
    view(
      subschema,
      way,
      closed || isContravariant(schema, keyword),
      asksForProperties(keyword) && schema.discriminator === undefined ? names : NONE,
    ),
  );
  const { $ref: ref, ...rest } = {
    ...changed,
    ...renameMapping(changed.discriminator, (target) => rename(target, closed)),
  };
  if (typeof ref !== "string") return ref === undefined ? rest : { ...rest, $ref: ref };
  const target = resolve(ref);
  if (target === undefined || !requiresAny(target, names, way)) return { ...rest, $ref: rename(ref, closed) };
  // What another part says about a property, the target on its own knows nothing of: it is taken over instead.
  const own = view(target, way, closed, names);
  const { allOf } = rest;
  return Object.keys(rest).length === 0 ? own : { ...rest, allOf: [...(Array.isArray(allOf) ? allOf : []), own] };
}

/** Whether a schema requires any of the names that it does not drop by itself. */
function requiresAny(schema: Schema, names: ReadonlySet<string>, { marker, resolve }: Way): boolean {
  if (marker === undefined || names.size === 0) return false;
  const known = markedProperties(schema, marker, resolve);
  return requiredProperties(schema, resolve).some((name) => names.has(name) && !known.includes(name));
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

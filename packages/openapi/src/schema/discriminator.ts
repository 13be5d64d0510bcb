import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { componentName, componentRef, type Schema } from "./schema.ts";
import { addTo } from "./walk.ts";

/** A union whose members are told apart by the value of one property. */
export interface Discriminator {
  readonly propertyName: string;
  /** The values that stand for each member, by the member's `$ref`, in the order of the union. */
  readonly values: readonly { readonly ref: string; readonly values: readonly string[] }[];
}

/** In a Discriminator Object: names of schemas that the mapping calls otherwise, with their references, like `mapping`. */
const NAMES: unique symbol = Symbol("names");

/**
 * The Discriminator Object of a `oneOf` or `anyOf` of references, completed by {@link nameMembers}; undefined where
 * there is none that decides.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function discriminatorOf(schema: JsonObject, keyword: "anyOf" | "oneOf"): Discriminator | undefined {
  const { discriminator } = schema;
  const members = schema[keyword];
  if (!isJsonObject(discriminator) || typeof discriminator.propertyName !== "string" || !Array.isArray(members))
    return undefined;
  const refs = members.map(refOf);
  if (refs.length === 0 || !refs.every((ref) => ref !== undefined)) return undefined;
  const named = new Map<string, string[]>();
  for (const key of ["mapping", NAMES] as const)
    for (const [value, target] of targetsIn(discriminator, key)) addTo(named, target, value);
  const values = refs.map((ref) => ({ ref, values: named.get(ref) ?? [] }));
  return values.every((member) => member.values.length > 0)
    ? { propertyName: discriminator.propertyName, values }
    : undefined;
}

/** The property that a Discriminator Object goes by, and the values by which its mapping names a schema; none, for none. */
export function tagsOf(
  { discriminator }: JsonObject,
  isSchema: (ref: string) => boolean,
): { readonly propertyName: string; readonly tags: readonly string[] } {
  const { propertyName = "" } = isJsonObject(discriminator) ? discriminator : {};
  const targets = isJsonObject(discriminator) ? targetsIn(discriminator, "mapping") : [];
  return {
    propertyName: String(propertyName),
    tags: targets.flatMap(([tag, target]) => (isSchema(target) ? tag : [])),
  };
}

/** The same Discriminator Object with its targets renamed as the members are. */
export function renameMapping(discriminator: Json | undefined, rename: (ref: string) => string): JsonObject {
  if (!isJsonObject(discriminator)) return {};
  const renamed = (["mapping", NAMES] as const)
    .filter((key) => isJsonObject(discriminator[key]))
    .map((key) => [
      key,
      Object.fromEntries(targetsIn(discriminator, key).map(([value, target]) => [value, rename(target)])),
    ]);
  return { discriminator: { ...discriminator, ...Object.fromEntries(renamed) } };
}

/**
 * A union whose discriminator names every member: one that the mapping leaves out goes by its schema's name, and so does
 * one that it names otherwise, unless that name stands for another. Said here, since schemas may be renamed later.
 *
 * Without its discriminator where that leads past a member to what the member consists of: such a union is checked
 * member by member.
 *
 * @param follow What a target of the mapping refers to; undefined where that is nothing.
 */
export function nameMembers(schema: JsonObject, follow: (ref: string) => string | undefined): JsonObject {
  const { discriminator, ...rest } = schema;
  if (!isJsonObject(discriminator)) return schema;
  const refs = [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list.flatMap(refOf) : []));
  const mapping = new Map(targetsIn(discriminator, "mapping").map(([value, ref]) => [value, follow(ref) ?? ref]));
  const targets = new Set(mapping.values());
  const members = new Set(refs.filter((ref) => ref !== undefined));
  const unnamed = [...members].filter((ref) => !targets.has(ref) && !mapping.has(componentName(ref) ?? ""));
  if (unnamed.length > 0 && [...targets].some((target) => !members.has(target))) return rest;
  const named = [...members].flatMap((ref) => {
    const name = componentName(ref);
    return name === undefined || mapping.has(name) ? [] : [{ name, ref }];
  });
  const [first, others] = [named.filter(({ ref }) => !targets.has(ref)), named.filter(({ ref }) => targets.has(ref))];
  return withMapping(schema, discriminator, [...mapping, ...first.map(entryOf)], others.map(entryOf));
}

/**
 * Schemas that others build on by `allOf`, whose discriminators name each of these: by the schema's name where the
 * mapping does not.
 */
export function nameVariants(schemas: ReadonlyMap<string, Schema>): ReadonlyMap<string, Schema> {
  const variants = new Map<string, string[]>();
  for (const [name, schema] of schemas) for (const base of baseNames(schema)) addTo(variants, base, name);
  const named = new Map(schemas);
  for (const [base, names] of variants) {
    const schema = schemas.get(base);
    if (!isJsonObject(schema) || !isJsonObject(schema.discriminator)) continue;
    const mapping = new Map(targetsIn(schema.discriminator, "mapping"));
    const targets = new Set(mapping.values());
    const unnamed = names.filter((name) => !mapping.has(name) && !targets.has(componentRef(name)));
    for (const name of unnamed) mapping.set(name, componentRef(name));
    if (unnamed.length > 0) named.set(base, withMapping(schema, schema.discriminator, [...mapping], []));
  }
  return named;
}

function baseNames(schema: Schema): readonly string[] {
  const parts = isJsonObject(schema) && Array.isArray(schema.allOf) ? schema.allOf.map(refOf) : [];
  return parts.flatMap((ref) => (ref === undefined ? [] : (componentName(ref) ?? [])));
}

function withMapping(
  schema: JsonObject,
  discriminator: JsonObject,
  mapping: readonly (readonly [string, string])[],
  names: readonly (readonly [string, string])[],
): JsonObject {
  const added = {
    ...(mapping.length === 0 ? {} : { mapping: Object.fromEntries(mapping) }),
    ...(names.length === 0 ? {} : { [NAMES]: Object.fromEntries(names) }),
  };
  return { ...schema, discriminator: { ...discriminator, ...added } };
}

function entryOf({ name, ref }: { readonly name: string; readonly ref: string }): readonly [string, string] {
  return [name, ref];
}

function refOf(member: Json): string | undefined {
  return isJsonObject(member) && typeof member.$ref === "string" ? member.$ref : undefined;
}

/** Values with the references that they stand for. */
function targetsIn(discriminator: JsonObject, key: "mapping" | typeof NAMES): readonly (readonly [string, string])[] {
  const targets = discriminator[key];
  return Object.entries(isJsonObject(targets) ? targets : {}).map(([value, target]) => [value, mappedRef(target)]);
}

/** The values that the mapping of a Discriminator Object has, with the references that they stand for. */
export function mappedRefs(discriminator: JsonObject): readonly (readonly [value: string, ref: string])[] {
  return targetsIn(discriminator, "mapping");
}

/** A mapping names its target by reference, or by the bare name of a component. */
function mappedRef(target: Json): string {
  const text = String(target);
  const name = text.includes("/") || text.includes("#") ? componentName(text) : text;
  return name === undefined ? text : componentRef(name);
}

import type { Json, JsonObject } from "../json/json.ts";
import { withoutItemsList } from "./items-list.ts";
import { isAnnotation, keywordsOf } from "./keywords.ts";
import type { Repair } from "./repair.ts";
import { type OpenApiVersion, type Schema, typesOf } from "./schema.ts";
import { mapSubschemas } from "./walk.ts";

/** Keywords of OpenAPI 3.0 that have no meaning, or another one, in JSON Schema 2020-12. */
const REPLACED = new Set(["nullable", "example", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]);
/** Keywords through which `null` would not pass. */
const COMPOSITION = [...keywordsOf("in-place"), "const"];

/**
 * An OpenAPI 3.0 Schema Object as JSON Schema 2020-12.
 *
 * By the letter of 3.0, `nullable` is ignored beside `$ref`, and without `type`. Published documents mean it
 * nevertheless, so it is honoured everywhere, and reported as a repair where the letter says otherwise.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#schema-object
 */
export function upgradeSchema(schema: Schema, pointer: string, repair: (repair: Repair) => void): Schema {
  if (typeof schema === "boolean") return schema;
  if (Array.isArray(schema.items)) return upgradeSchema(withoutItemsList(schema, pointer, repair), pointer, repair);
  const nullable = schema.nullable === true;
  if (typeof schema.$ref === "string") return upgradeReference(schema, pointer, nullable, repair);

  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !REPLACED.has(keyword)));
  const upgraded: Record<string, Json> = {
    ...mapSubschemas(kept, pointer, (subschema, site) => upgradeSchema(subschema, site.pointer, repair)),
    ...limits(schema),
  };
  if (schema.example !== undefined) upgraded.examples = [schema.example];
  return nullable ? withNull(upgraded, pointer, repair) : upgraded;
}

/** 3.0 ignores the siblings of `$ref`. Of those, descriptions are harmless and `nullable` is meant. */
function upgradeReference(
  schema: JsonObject,
  pointer: string,
  nullable: boolean,
  repair: (repair: Repair) => void,
): Schema {
  for (const keyword of Object.keys(schema)) {
    // `type` beside `$ref` merely repeats the target.
    if (keyword === "$ref" || keyword === "nullable" || keyword === "type" || isAnnotation(keyword)) continue;
    repair({ kind: `${keyword} beside $ref ignored, as OpenAPI 3.0 says`, pointer });
  }
  const annotations = Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => isAnnotation(keyword) && keyword !== "example"),
  );
  const reference = { $ref: schema.$ref ?? "" };
  if (!nullable) return { ...annotations, ...reference };
  repair({ kind: "nullable beside $ref", pointer });
  return { ...annotations, anyOf: [reference, { type: "null" }] };
}

/** Boolean `exclusiveMinimum` and `exclusiveMaximum` become numbers, the meaning that JSON Schema has given them since. */
function limits(schema: JsonObject): Record<string, Json> {
  const changed: Record<string, Json> = {};
  for (const [inclusive, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    const limit = schema[inclusive];
    if (limit === undefined) continue;
    changed[schema[exclusive] === true ? exclusive : inclusive] = limit;
  }
  return changed;
}

/** Keywords that OpenAPI 3.1 has no more, or gives another meaning. */
export function isOutdated(schema: JsonObject): boolean {
  return (
    [schema.exclusiveMinimum, schema.exclusiveMaximum].some((value) => typeof value === "boolean") ||
    schema.nullable !== undefined
  );
}

/** A 3.1 document that says something in the way of 3.0 nevertheless means it. Subschemas stay as they are. */
export function honourOutdated(schema: JsonObject, pointer: string, repair: (repair: Repair) => void): Schema {
  const { nullable, ...rest } = schema;
  const current: Record<string, Json> = { ...rest };
  if (typeof schema.exclusiveMinimum === "boolean" || typeof schema.exclusiveMaximum === "boolean") {
    repair({ kind: "boolean exclusiveMinimum or exclusiveMaximum in OpenAPI 3.1", pointer });
    for (const keyword of ["exclusiveMinimum", "exclusiveMaximum"])
      if (typeof current[keyword] === "boolean") delete current[keyword];
    if (schema.exclusiveMinimum === true) delete current.minimum;
    if (schema.exclusiveMaximum === true) delete current.maximum;
    Object.assign(current, limits(schema));
  }
  if (nullable !== true) return current;
  repair({ kind: "nullable in OpenAPI 3.1", pointer });
  return withNull(current, pointer, () => {});
}

/** A schema of either version in the words of JSON Schema 2020-12, for who has no use for the repairs. */
export function modernSchema(schema: Schema, version: OpenApiVersion): Schema {
  const silent = (): void => {};
  if (version === "3.0") return upgradeSchema(schema, "#", silent);
  if (typeof schema === "boolean") return schema;
  if (isOutdated(schema)) return modernSchema(honourOutdated(schema, "#", silent), version);
  return mapSubschemas(schema, "#", (subschema) => modernSchema(subschema, version));
}

function withNull(schema: Record<string, Json>, pointer: string, repair: (repair: Repair) => void): Schema {
  const values = schema.enum;
  const composed = COMPOSITION.some((keyword) => schema[keyword] !== undefined);
  if (composed) {
    // `null` has to pass beside the composition, not through it.
    repair({ kind: "nullable beside allOf, anyOf, oneOf or not", pointer });
    const part = (annotations: boolean): Record<string, Json> =>
      Object.fromEntries(Object.entries(schema).filter(([keyword]) => isAnnotation(keyword) === annotations));
    return { ...part(true), anyOf: [part(false), { type: "null" }] };
  }
  const nullable = { ...schema };
  if (Array.isArray(values) && !values.includes(null)) {
    repair({ kind: "nullable beside an enum without null", pointer });
    nullable.enum = [...values, null];
  }
  if (schema.type !== undefined) nullable.type = [...typesOf(schema), "null"];
  return nullable;
}

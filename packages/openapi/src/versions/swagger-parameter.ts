import { COLLECTION_FORMATS, type CollectionFormat, STYLES } from "../http/parameter.ts";
import { isJsonObject, type Json, type JsonObject, shown } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { KEYWORDS } from "../schema/keywords.ts";
import type { SwaggerSchemas } from "./swagger-schema.ts";
import type { Upgrading, Written } from "./upgrading.ts";

/** What a parameter says about itself, although a schema has a keyword of that name. */
const OF_PARAMETERS = new Set(["deprecated", "description", "example", "examples", "required"]);
/** What is said in another way. */
const REPLACED = new Set(["collectionFormat", "schema", "x-nullable"]);

/**
 * A parameter that is sent in the path, the query or a header, as a Parameter Object of 3.1.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export function upgradeParameter(upgrading: Upgrading, schemas: SwaggerSchemas, written: Written): JsonObject {
  const { value, pointer } = written;
  const location = value.in === "query" ? "query" : "simple";
  return described(upgrading, schemas, written, styleOf(upgrading, value, pointer, location));
}

/**
 * A header of a response, as a Header Object of 3.1.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#header-object
 */
export function upgradeHeader(upgrading: Upgrading, schemas: SwaggerSchemas, value: Json, pointer: string): Json {
  if (!isJsonObject(value)) return value;
  return described(upgrading, schemas, { value, pointer }, styleOf(upgrading, value, pointer, "simple"));
}

function described(
  { origins }: Upgrading,
  schemas: SwaggerSchemas,
  { value, pointer }: Written,
  style: JsonObject,
): JsonObject {
  const { key, examples } = examplesOf(value);
  const kept = Object.entries(value).filter(
    ([name]) => !REPLACED.has(name) && name !== key && (OF_PARAMETERS.has(name) || !KEYWORDS.has(name)),
  );
  const { schema: own } = value;
  const hasOwn = own !== undefined && value.type === undefined;
  const schema = hasOwn
    ? schemas.upgrade(own, pointerTo(pointer, "schema"))
    : schemaOf(schemas, value, pointer, (name) => KEYWORDS.has(name) && !OF_PARAMETERS.has(name));
  return origins.note({ ...Object.fromEntries(kept), ...style, schema, ...examples }, pointer, {
    ...STYLED,
    ...(hasOwn ? {} : { schema: "" }),
    ...(key === undefined ? {} : { [key.slice(2)]: key }),
  });
}

/** What 2.0 says in a parameter itself, and later versions in its schema. */
function schemaOf(
  schemas: SwaggerSchemas,
  value: JsonObject,
  pointer: string,
  isMember: (name: string) => boolean,
): Json {
  const isKept = (name: string): boolean => name === "x-nullable" || isMember(name);
  return schemas.upgrade(Object.fromEntries(Object.entries(value).filter(([name]) => isKept(name))), pointer);
}

/** A field of a form, as a property of the schema of its body. */
export function fieldSchema(schemas: SwaggerSchemas, { value, pointer }: Written): Json {
  const { "x-example": one, example = one, ...rest } = value;
  const field = example === undefined ? rest : { ...rest, example };
  const isMember = (name: string): boolean => name.startsWith("x-") || KEYWORDS.has(name);
  return schemaOf(schemas, field, pointer, (name) => isMember(name) && name !== "required");
}

/** How a field of a form is written, as an Encoding Object; undefined where that is the usual way. */
export function fieldEncoding(upgrading: Upgrading, { value, pointer }: Written): JsonObject | undefined {
  const style = styleOf(upgrading, value, pointer, "query");
  return Object.keys(style).length === 0 ? undefined : upgrading.origins.note(style, pointer, STYLED);
}

/** Examples that an extension gives, as the later versions have them, and its name. */
function examplesOf(value: JsonObject): { readonly key?: string; readonly examples: JsonObject } {
  const { "x-example": one, "x-examples": several } = value;
  if ((value.example ?? value.examples) !== undefined) return { examples: {} };
  if (one !== undefined) return { key: "x-example", examples: { example: one } };
  return isJsonObject(several)
    ? { key: "x-examples", examples: { examples: namedExamples(several) } }
    : { examples: {} };
}

/** Examples by name, as Example Objects. */
export function namedExamples(examples: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(examples).map(([name, example]) => [
      name,
      isJsonObject(example) && example.value !== undefined ? example : { value: example },
    ]),
  );
}

/** Where the fields that say how a list is written come from. */
const STYLED = { style: "collectionFormat", explode: "collectionFormat", "x-collection-format": "collectionFormat" };

/**
 * How a list is written: joined by commas, unless the parameter says otherwise. What 3.1 has no style for is said by an
 * extension of ours.
 */
function styleOf(upgrading: Upgrading, value: JsonObject, pointer: string, kind: "query" | "simple"): JsonObject {
  const { collectionFormat: format = "csv", type, items } = value;
  if (type !== "array" && (type !== undefined || items === undefined)) return {};
  const isQuery = kind === "query";
  const commas = isQuery ? { explode: false } : {};
  if (format === "csv") return commas;
  if (format === "multi" && isQuery) return {};
  if (typeof format === "string" && Object.hasOwn(COLLECTION_FORMATS, format)) {
    const style = COLLECTION_FORMATS[format as CollectionFormat]; // its own key
    return isQuery && STYLES.query.includes(style)
      ? { style, explode: false }
      : { ...commas, "x-collection-format": format };
  }
  const expected = `csv, ssv, tsv${isQuery ? ", pipes or multi" : " or pipes"}`;
  const message = `expected collectionFormat ${expected}, received ${shown(format)}; taken for csv`;
  upgrading.report("style", pointerTo(pointer, "collectionFormat"), message);
  return commas;
}

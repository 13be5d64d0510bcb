import {
  appliesTo,
  BINARY,
  componentName,
  componentRef,
  isAnnotation,
  isCharacters,
  isForm,
  isInPlace,
  isJson,
  isJsonObject,
  isMultipart,
  isRange,
  isText,
  isWithin,
  isXml,
  type Json,
  type JsonObject,
  KEYWORDS,
  type MediaType,
  type Model,
  type Schema,
  typesOf,
  visitSubschemas,
} from "@earmark/openapi";

/** What is written as text or as a part: a type of JSON Schema, or bytes. */
interface WireType {
  readonly type: string;
  readonly nullable: boolean;
}

/** Of a schema that says nothing about types. */
const TEXT: WireType = { type: "string", nullable: false };

/** The one type in which a form can carry a property; text where the document allows several, or names none. */
export function wireType(model: Model, schema: Json | undefined): WireType {
  return (schema === undefined ? undefined : foldInPlace(model, schema, namedType)) ?? TEXT;
}

/** Undefined where a schema says nothing about types. */
function namedType(schema: JsonObject, of: Folded<WireType | undefined>): WireType | undefined {
  const alternatives = [schema.anyOf, schema.oneOf].flatMap(listOf);
  if (alternatives.length > 0) {
    const types = alternatives.map((alternative) => of(alternative) ?? TEXT);
    const named = types.filter(({ type }) => type !== "null");
    return {
      type: named[0]?.type ?? "string",
      nullable: types.some(({ type, nullable }) => nullable || type === "null"),
    };
  }
  if (schema[BINARY] === true) return { type: "file", nullable: false };
  const types = typesOf(schema);
  if (types.length === 0) {
    const [inherited] = listOf(schema.allOf).flatMap((part) => of(part) ?? []);
    const type = ["object", "array"].find((type) => concerns(schema, type));
    return inherited ?? (type === undefined ? undefined : { type, nullable: true });
  }
  if (types.length === 1 && types[0] === "null") return { type: "null", nullable: true };
  const [type = "string", ...others] = types.filter((name) => name !== "null");
  return { type: others.length === 0 ? type : "string", nullable: types.includes("null") };
}

/** Whether a schema has keywords that say something about values of this type alone. */
function concerns(schema: JsonObject, type: string): boolean {
  return Object.keys(schema).some((keyword) => KEYWORDS.get(keyword)?.types?.join() === type);
}

const IS_OF = { array: Array.isArray, object: isJsonObject, string: (value: unknown) => typeof value === "string" };

/** Whether a value of a schema can be of a type. */
export function mayBe(model: Model, type: "array" | "object" | "string", schema: Json): boolean {
  return schema === true || foldInPlace(model, schema, fits) === true;

  function fits(found: JsonObject, of: Folded<boolean>): boolean {
    const types = typesOf(found);
    if (types.length > 0) return types.includes(type);
    const { const: constant, enum: values } = found;
    if (constant !== undefined || values !== undefined)
      return [constant, ...listOf(values)].some((value) => IS_OF[type](value));
    if (Object.keys(found).some((keyword) => isOfOthers(keyword, type))) return false;
    const part = (value: Json): boolean => value === true || of(value) === true;
    return (
      listOf(found.allOf).every(part) &&
      [found.anyOf, found.oneOf].every((list) => list === undefined || listOf(list).some(part))
    );
  }
}

/** Whether a keyword is there for values of other types only, as every format is for strings or numbers. */
function isOfOthers(keyword: string, type: string): boolean {
  return !isAnnotation(keyword) && (!appliesTo(keyword, type) || (keyword === "format" && type !== "string"));
}

export function itemsOf(model: Model, schema: Json): Json | undefined {
  return foldInPlace<Json | undefined>(
    model,
    schema,
    ({ items, allOf }, of) => items ?? listOf(allOf).flatMap((part) => of(part) ?? [])[0],
  );
}

/** What has been found about a part of a schema; undefined where it leads nowhere, or back to the schema. */
export type Folded<T> = (part: Json) => T | undefined;

/**
 * What a schema with its references followed says together with the schemas that apply to the same value: `combine` is
 * called once for each of them, for parts before what they are parts of. Undefined where the schema leads nowhere.
 */
export function foldInPlace<T>(
  model: Model,
  schema: Json,
  combine: (schema: JsonObject, of: Folded<T>) => T,
): T | undefined {
  const found = new Map<JsonObject, T | undefined>();
  const of: Folded<T> = (part) => {
    const target = resolved(model, part);
    return target && found.get(target);
  };
  const pending = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const current = resolved(model, next);
    if (current === undefined) continue;
    const parts: Schema[] = [];
    if (!found.has(current)) {
      visitSubschemas(current, (subschema, keyword) => {
        if (isInPlace(keyword)) parts.push(subschema);
      });
    }
    found.set(current, undefined);
    if (parts.length > 0) pending.push(current, ...parts);
    else found.set(current, combine(current, of));
  }
  return of(schema);
}

/** A schema with `$ref` followed. */
export function resolved(model: Model, schema: Json): JsonObject | undefined {
  let current: Json | undefined = schema;
  for (const seen = new Set<string>(); isJsonObject(current) && typeof current.$ref === "string"; ) {
    const name = componentName(current.$ref);
    if (name === undefined || seen.has(name)) return undefined;
    seen.add(name);
    current = model.schemaNamed(name)?.schema;
  }
  return isJsonObject(current) ? current : undefined;
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/**
 * What a body is in a program: parsed JSON, the fields of a form, a string, or bytes; of a range that may be JSON,
 * whatever its schema describes.
 */
type MediaKind = "any" | "json" | "form" | "multipart" | "text" | "binary";

/** What a caller passes, by the essence of the media type. A string is taken for bytes, too. */
export function kindOf({ mediaType, isBytes }: Pick<MediaType, "mediaType" | "isBytes">): MediaKind {
  if (isForm(mediaType)) return isMultipart(mediaType) ? "multipart" : "form";
  if (isJson(mediaType)) return "json";
  if (!isBytes && isWithin("application/json", mediaType)) return "any";
  return isText(mediaType) ? "text" : "binary";
}

/** What a caller gets. Forms are for requests; a response that is one is left to the caller, as bytes. */
export function resultKindOf(media: Pick<MediaType, "mediaType" | "isBytes" | "schema">): MediaKind {
  const kind = kindOf(media);
  const isDescribedAsBytes = media.isBytes && media.schema !== undefined;
  if (kind === "binary" && isCharacters(media.mediaType) && !isDescribedAsBytes) return "text";
  return kind === "form" || kind === "multipart" ? "binary" : kind;
}

/**
 * The schema that a body is validated with: one that describes what a caller passes or gets. Of JSON and of forms, it
 * does; of a string, if it allows strings, as that of `text/plain` with `type: string`. Otherwise it describes what the
 * string or the bytes mean, such as the rows of CSV, or the element of XML, even where that is of `type: string`.
 */
export function validatedSchema(model: Model, media: MediaType, direction: "request" | "response"): string | undefined {
  const { schema, isBytes, mediaType } = media;
  const kind = direction === "request" ? kindOf(media) : resultKindOf(media);
  if (schema === undefined || kind === "binary") return undefined;
  if (kind !== "text") return schema;
  if (isBytes || !isText(mediaType) || isXml(mediaType)) return undefined;
  // Which type of a range a response is shows only when it is there.
  if (direction === "response" && isRange(mediaType)) return undefined;
  return mayBe(model, "string", { $ref: componentRef(schema) }) ? schema : undefined;
}

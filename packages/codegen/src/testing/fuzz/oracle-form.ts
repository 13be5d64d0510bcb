import { isDeepStrictEqual } from "node:util";
import {
  discriminatorOf,
  isJsonObject,
  type Json,
  type JsonObject,
  mapSchemas,
  type Schema,
  type ViewedSchema,
} from "@earmark/openapi";
import type { SchemaRegistry } from "../../emit/validators/schema-registry.ts";
import { chosenByTag } from "../../emit/validators/tags.ts";

/** Base URI of the document that schemas are compared in. */
export const DOCUMENT = "urn:fuzz:document";

/** What OpenAPI's own formats mean, said in keywords that every validator knows. */
const IN_KEYWORDS: Readonly<Record<string, JsonObject>> = {
  byte: { pattern: "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$" },
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1, multipleOf: 1 },
  int64: { minimum: -(2 ** 63), maximum: 2 ** 63, multipleOf: 1 },
};
/** The same for what is only sent. */
const IN_REQUESTS: typeof IN_KEYWORDS = {
  ...IN_KEYWORDS,
  int64: { minimum: -(2 ** 63), exclusiveMaximum: 2 ** 63, multipleOf: 1 },
};

/** The format that stands for a URI where responses are not held to its whole grammar. */
export const URI_LIKE = "uri-like";

/** A schema as plain JSON Schema, for validators that know nothing of OpenAPI. */
export function oracleForm(schema: Schema, direction: ViewedSchema["direction"], registry: SchemaRegistry): Schema {
  const formats = direction === "request" ? IN_REQUESTS : IN_KEYWORDS;
  const lenient = direction === "response";
  return mapSchemas(schema, (part) => {
    const plain = withoutDiscriminator(part, lenient, registry);
    const { format, allOf } = plain;
    if (format === "uri" && lenient) return { ...plain, format: URI_LIKE };
    const keywords = typeof format === "string" && Object.hasOwn(formats, format) ? formats[format] : undefined;
    return keywords === undefined
      ? plain
      : { ...plain, allOf: [...(Array.isArray(allOf) ? (allOf as readonly Json[]) : []), keywords] };
  });
}

/**
 * A union alone, since its discriminator changes nothing. Where members allow the same values of its property, or have
 * been made laxer, the property decides first.
 */
function withoutDiscriminator(
  { discriminator, ...union }: JsonObject,
  lenient: boolean,
  registry: SchemaRegistry,
): JsonObject {
  if (discriminator === undefined) return union;
  for (const keyword of ["anyOf", "oneOf"] as const) {
    const decided = discriminatorOf({ ...union, discriminator }, keyword);
    if (decided === undefined) continue;
    const { propertyName } = decided;
    const { cases, isComplete } = chosenByTag(decided, keyword, registry, DOCUMENT);
    const exact = chosenByTag(decided, "anyOf", registry, DOCUMENT);
    if (!lenient && isDeepStrictEqual(cases, exact.cases)) continue;
    const { [keyword]: members = [], ...rest } = union;
    const others: JsonObject = { [lenient ? "anyOf" : keyword]: members };
    const decision = cases.reduceRight<Json>(
      (otherwise, { ref, tags }) => ({
        if: { type: "object", required: [propertyName], properties: { [propertyName]: { enum: tags } } },
        // biome-ignore lint/suspicious/noThenProperty: the keyword's name
        then: { $ref: ref },
        else: otherwise,
      }),
      isComplete ? false : others,
    );
    return { ...rest, allOf: [...(Array.isArray(rest.allOf) ? rest.allOf : []), decision] };
  }
  return union;
}

/** All schemas that a schema consists of or refers to, itself included. */
export function reachable(schema: Json, resolve: (ref: string) => Json | undefined): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const add = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach(add);
    else if (isJsonObject(value)) found.add(value);
  };
  add(schema);
  // A set may grow while it is walked.
  for (const object of found) {
    if (typeof object.$ref === "string") add(resolve(object.$ref));
    for (const member of Object.values(object)) add(member);
  }
  return [...found];
}

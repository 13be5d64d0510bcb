import { essence, FORM, isForm, isJson, MULTIPART_FORM } from "../http/media-type.ts";
import { isJsonObject, type Json, type JsonObject, shown } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { fieldEncoding, fieldSchema, namedExamples, upgradeHeader } from "./swagger-parameter.ts";
import type { SwaggerSchemas } from "./swagger-schema.ts";
import type { Upgrading, Written } from "./upgrading.ts";

/** What is meant where neither the operation nor the document says what it consumes. */
const USUAL = ["application/json"];
/** Where they do not say what they produce, they say nothing about it. */
const ANY = ["*/*"];

/**
 * What an operation consumes or produces, or else its document; undefined where neither says.
 *
 * @param owners Who may say so, the innermost first.
 */
export function mediaTypesOf(
  upgrading: Upgrading,
  key: "consumes" | "produces",
  owners: readonly Written[],
): readonly string[] | undefined {
  const owner = owners.find(({ value }) => (value[key] ?? null) !== null);
  if (owner === undefined) return undefined;
  const list = owner.value[key] ?? [];
  const types = [list].flat().flatMap((type: Json) => (typeof type === "string" ? type.split(/,\s*(?=[\w*]+\/)/) : []));
  if (!Array.isArray(list) || types.length !== list.length) {
    const message = `expected a list of media types, received ${shown(list)}; read as ${shown(types)}`;
    upgrading.report("structure", pointerTo(owner.pointer, key), message, { severity: "warning" });
  }
  return [...new Set(types.map((type) => type.trim()).filter((type) => type !== ""))];
}

/** A parameter that is a body, as a Request Body Object. */
export function upgradeBody(
  upgrading: Upgrading,
  schemas: SwaggerSchemas,
  { value, pointer }: Written,
  consumes: readonly string[] = [],
): JsonObject {
  const {
    name: _,
    in: __,
    description,
    required,
    schema: own,
    "x-example": one,
    "x-examples": several,
    ...rest
  } = value;
  const extensions = Object.fromEntries(Object.entries(rest).filter(([key]) => key.startsWith("x-")));
  if (own === undefined && rest.type === undefined)
    upgrading.report("structure", pointer, "body without a schema, which may be anything", { severity: "warning" });
  const schema =
    own === undefined ? schemas.upgrade(rest, pointer) : schemas.upgrade(own, pointerTo(pointer, "schema"));
  const isFile = [rest, own].some((each) => isJsonObject(each) && each.type === "file");
  const types = consumes.length > 0 ? consumes : isFile ? ["application/octet-stream"] : USUAL;
  const examples = (type: string): JsonObject => {
    if (one !== undefined) return { example: one };
    if (!isJsonObject(several)) return {};
    if (Object.keys(several).some((key) => key.includes("/"))) return exampleOf(several, type);
    return { examples: namedExamples(several) };
  };
  const renamed = own === undefined ? { schema: "" } : {};
  const content = types.map((type) => [type, { schema, ...examples(type) }, renamed] as const);
  const body = {
    ...(description === undefined ? {} : { description }),
    content: contentObject(upgrading, content, pointer),
    ...(required === undefined ? {} : { required }),
    ...extensions,
  };
  return upgrading.origins.note(body, pointer, { content: "" });
}

/**
 * The fields of a form, as a Request Body Object. Without the form that is asked for, or with files, which only one of the
 * two forms can hold, the form that fits is taken.
 */
export function upgradeForm(
  upgrading: Upgrading,
  schemas: SwaggerSchemas,
  fields: readonly Written[],
  pointer: string,
  consumes: readonly string[] = [],
): JsonObject {
  const { origins } = upgrading;
  const named = fields.flatMap((field) =>
    typeof field.value.name === "string" ? [[field.value.name, field] as const] : [],
  );
  const properties = named.map(
    ([name, field]) => [name, origins.note(fieldSchema(schemas, field), field.pointer)] as const,
  );
  const required = named.flatMap(([name, { value }]) => (value.required === true ? [name] : []));
  const encodings = named.flatMap(([name, field]) => {
    const encoding = fieldEncoding(upgrading, field);
    return encoding === undefined ? [] : [[name, encoding] as const];
  });
  const schema = origins.note(
    {
      type: "object",
      properties: origins.note(Object.fromEntries(properties), pointer),
      ...(required.length === 0 ? {} : { required }),
    },
    pointer,
  );
  const media = {
    schema,
    ...(encodings.length === 0 ? {} : { encoding: origins.note(Object.fromEntries(encodings), pointer) }),
  };
  const hasFile = fields.some(({ value }) =>
    [value, value.items].some((each) => isJsonObject(each) && each.type === "file"),
  );
  const forms = consumes.filter((type) => isForm(type) && (!hasFile || essence(type) === MULTIPART_FORM));
  const types = forms.length > 0 ? forms : [hasFile ? MULTIPART_FORM : FORM];
  const content = contentObject(
    upgrading,
    types.map((type) => [type, media, {}]),
    pointer,
  );
  const body = { content, ...(required.length === 0 ? {} : { required: true }) };
  return origins.note(body, pointer, { content: "" });
}

/**
 * A response, as a Response Object of 3.1.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#response-object
 */
export function upgradeResponse(
  upgrading: Upgrading,
  schemas: SwaggerSchemas,
  { value, pointer }: Written,
  produces: readonly string[] | undefined,
): JsonObject {
  const { schema: own, headers, examples, ...rest } = value;
  const shown = isJsonObject(examples) ? examples : {};
  // An example shows that there is a body, although without a schema there should be none.
  const shownTypes = Object.keys(shown).filter((key) => key.includes("/"));
  const types = own === undefined ? shownTypes : responseTypes(own, produces, shownTypes);
  const schema = own === undefined ? {} : { schema: schemas.upgrade(own, pointerTo(pointer, "schema")) };
  const media = types.map((type) => [type, { ...schema, ...exampleOf(shown, type) }, {}] as const);
  const upgradedHeaders = isJsonObject(headers)
    ? Object.fromEntries(
        Object.entries(headers).map(([name, header]) => [
          name,
          upgradeHeader(upgrading, schemas, header, pointerTo(pointer, "headers", name)),
        ]),
      )
    : headers;
  const response = {
    ...rest,
    ...(upgradedHeaders === undefined ? {} : { headers: upgradedHeaders }),
    ...(types.length === 0 ? {} : { content: contentObject(upgrading, media, pointer) }),
  };
  const lost = Object.keys(shown).filter((key) => !types.some((type) => essence(type) === essence(key)));
  if (lost.length > 0) {
    const message = `expected examples of ${types.length === 0 ? "a media type" : types.join(" or ")}, received ${lost.join(" and ")}; left out`;
    upgrading.report("left-out", pointerTo(pointer, "examples"), message);
  }
  return upgrading.origins.note(response, pointer, { content: "" });
}

/**
 * The media types of a response with a schema: what is produced, or else what there are examples of. A file is bytes, which
 * JSON does not have.
 */
function responseTypes(schema: Json, produces: readonly string[] = [], shown: readonly string[]): readonly string[] {
  const named = produces.length > 0 ? produces : shown;
  const isFile = isJsonObject(schema) && schema.type === "file";
  const types = isFile ? named.filter((type) => !isJson(type)) : named;
  return types.length > 0 ? types : ANY;
}

/** The example of a media type. */
function exampleOf(examples: JsonObject, type: string): JsonObject {
  const key = Object.hasOwn(examples, type)
    ? type
    : Object.keys(examples).find((one) => essence(one) === essence(type));
  return key === undefined ? {} : { example: examples[key] ?? null };
}

/** Media Type Objects by their types, which 2.0 has no place for. */
function contentObject(
  { origins }: Upgrading,
  content: readonly (readonly [type: string, media: JsonObject, renamed: Readonly<Record<string, string>>])[],
  pointer: string,
): JsonObject {
  const media = content.map(([type, object, renamed]) => {
    if (Object.keys(renamed).length > 0) origins.note(object, pointer, renamed);
    return [type, object] as const;
  });
  const renamed = Object.fromEntries(content.map(([type]) => [type, ""]));
  return origins.note(Object.fromEntries(media), pointer, renamed);
}

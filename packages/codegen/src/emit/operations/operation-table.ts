import {
  componentRef,
  defaultExplode,
  defaultStyle,
  type Encoding,
  effectiveStyle,
  type Header,
  isForm,
  isJsonObject,
  type Json,
  type JsonObject,
  type MediaType,
  type Model,
  type Operation,
  type Parameter,
  type Response,
  type Webhook,
} from "@earmark/openapi";
import {
  type Folded,
  foldInPlace,
  itemsOf,
  kindOf,
  listOf,
  mayBe,
  resolved,
  resultKindOf,
  validatedSchema,
  wireType,
} from "./wire-type.ts";

type Field = Record<string, Json>;

/** The operation table: by method name, as `@earmark/http` describes it. Keys are left out where they would say nothing. */
export function operationTable(model: Model): Record<string, JsonObject> {
  return Object.fromEntries(model.operations.map((operation) => [operation.methodName, describe(model, operation)]));
}

function describe(model: Model, operation: Operation): JsonObject {
  const { requestBody } = operation;
  const basePath = pathOfServer(model.servers[0] ?? "");
  return {
    operationId: operation.operationId,
    method: operation.method,
    path: operation.path,
    ...(basePath === "" ? {} : { basePath }),
    idempotent: operation.idempotent,
    ...(operation.idempotencyKey === undefined ? {} : { idempotencyKey: operation.idempotencyKey }),
    parameters: operation.parameters.map(describeParameter),
    ...(requestBody === undefined
      ? {}
      : { requestBody: { required: requestBody.required, content: describeContent(model, requestBody.content) } }),
    ...describeAccept(operation),
    responses: Object.fromEntries(
      operation.responses.map((response) => [response.status, describeResponse(model, response)]),
    ),
    security: operation.security,
    ...(operation.pagination === undefined ? {} : { pagination: { ...operation.pagination } }),
  };
}

/** What a handler of webhooks knows of them, by key. */
export function webhookTable(model: Model, webhooks: readonly Webhook[]): Record<string, JsonObject> {
  return Object.fromEntries(webhooks.map((webhook) => [webhook.key, describeWebhook(model, webhook)]));
}

function describeWebhook(model: Model, { method, parameters, requestBody, responses }: Webhook): JsonObject {
  return {
    method,
    parameters: parameters.map((parameter) => ({
      ...describeParameter(parameter),
      field: { ...describeValue(model, { $ref: componentRef(parameter.schema) }), ...describeStyle(parameter) },
    })),
    ...(requestBody === undefined
      ? {}
      : { requestBody: { required: requestBody.required, content: describeReceived(model, requestBody.content) } }),
    responses: Object.fromEntries(
      responses.map(({ status, content }) => [
        status,
        content.length === 0 ? {} : { content: describeContent(model, content) },
      ]),
    ),
  };
}

/** The style of a parameter, as a form would have it. */
function describeStyle({ style, explode }: Parameter): Field {
  return {
    ...(style === "deepObject" ? { style } : {}),
    ...(style === "form" && !explode ? { explode } : {}),
  };
}

/** What is received as the body of a request: forms are read, and the rest is as it is in a response. */
function describeReceived(model: Model, content: readonly MediaType[]): JsonObject {
  return Object.fromEntries(
    content.map((media) => [
      media.mediaType,
      isForm(media.mediaType) ? (describeContent(model, [media])[media.mediaType] ?? {}) : describeResult(model, media),
    ]),
  );
}

/** Without a slash at its end. Of a relative URL, it is the part that does not depend on where the document is. */
function pathOfServer(url: string): string {
  const path = url.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*/i, "").replace(/^(?=[^/])/, "/");
  return new URL(`http://server${path}`).pathname.replace(/\/+$/, "");
}

function describeParameter(parameter: Parameter): JsonObject {
  const { name, in: location, required, style, explode, allowReserved, contentType, schema, placed } = parameter;
  return {
    name,
    in: location,
    ...(required ? { required } : {}),
    ...(placed ? { placed } : {}),
    ...(style === defaultStyle(location) ? {} : { style }),
    ...(explode === defaultExplode(style) ? {} : { explode }),
    ...(allowReserved ? { allowReserved } : {}),
    ...(contentType === undefined ? {} : { contentType }),
    schema,
  };
}

/**
 * What a client asks for, if it is not JSON alone: the media types of every response. A server that is not asked for the
 * type of an error may send another response in its place.
 */
function describeAccept({ responses }: Operation): JsonObject {
  // In the order of their statuses, which has successes before errors, as a server may take it for a preference.
  const types = responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType));
  // A server knows no range with a suffix (RFC 9110 section 12.5.1), so the next larger one is asked for.
  const accept = [...new Set(types.map((type) => type.replace(/\/\*\+[^;]*/, "/*")))].join(", ");
  return accept === "" || accept === "application/json" ? {} : { accept };
}

function describeResponse(model: Model, { content }: Response): JsonObject {
  if (content.length === 0) return {};
  return { content: Object.fromEntries(content.map((media) => [media.mediaType, describeResult(model, media)])) };
}

function describeResult(model: Model, media: MediaType): JsonObject {
  return {
    ...schemaMember(validatedSchema(model, media, "response")),
    ...(resultKindOf(media) === "text" && kindOf(media) !== "text" ? { text: true } : {}),
  };
}

function describeContent(model: Model, content: readonly MediaType[]): JsonObject {
  return Object.fromEntries(
    content.map((media) => [
      media.mediaType,
      {
        ...schemaMember(validatedSchema(model, media, "request")),
        ...(isForm(media.mediaType) ? { fields: formFields(model, media) } : {}),
      },
    ]),
  );
}

function schemaMember(schema: string | undefined): JsonObject {
  return schema === undefined ? {} : { schema };
}

/** How each property of a form is written and read back (OpenAPI 3.1, Encoding Object). */
export function formFields(model: Model, media: MediaType): Record<string, Field> {
  const schema = media.schema === undefined ? {} : { $ref: componentRef(media.schema) };
  const required = foldInPlace(model, schema, requiredNames) ?? [];
  return Object.fromEntries(
    propertiesOf(model, schema).map(([name, property]) => {
      const value = describeValue(model, property);
      return [
        name,
        {
          ...value,
          ...(required.includes(name) && mayLeaveNothing(model, property, media.encoding[name])
            ? { required: true }
            : {}),
          ...describeEncoding(media.encoding[name], value.type),
        },
      ];
    }),
  );
}

/** The types that a string is read as. */
function describeValue(model: Model, schema: Json): Field & { readonly type: string } {
  const { type, nullable } = wireType(model, schema);
  const items = type === "array" ? wireType(model, itemsOf(model, schema)).type : undefined;
  return {
    type,
    ...(items === undefined || items === "array" ? {} : { items }),
    ...(nullable ? { nullable: true } : {}),
  };
}

/** How a header of a response is read (OpenAPI 3.1, Header Object). */
export function headerField(model: Model, { schema, required, explode, isJson }: Header): Field {
  const { type } = wireType(model, schema);
  const items = type === "array" ? wireType(model, itemsOf(model, schema)).type : "string";
  const properties = type === "object" ? propertiesOf(model, schema) : [];
  const typed = properties.flatMap(([name, property]) => {
    const { type: named } = wireType(model, property);
    return PRIMITIVES.includes(named) ? [[name, named]] : [];
  });
  return {
    ...(isJson ? { json: true } : type === "string" || type === "null" || type === "file" ? {} : { type }),
    ...(!isJson && items !== "string" && PRIMITIVES.includes(items) ? { items } : {}),
    ...(!isJson && typed.length > 0 ? { properties: Object.fromEntries(typed) } : {}),
    ...(explode ? { explode } : {}),
    ...(required ? { required } : {}),
  };
}

/** What is not a string, and is written as one. */
const PRIMITIVES: readonly string[] = ["boolean", "integer", "number"];

/** Whether a property can be empty in a way that leaves nothing in a form: as a list, or as an object with a style. */
function mayLeaveNothing(model: Model, property: Json, encoding: Encoding | undefined): boolean {
  return mayBe(model, "array", property) || (encoding?.style !== undefined && mayBe(model, "object", property));
}

function describeEncoding(encoding: Encoding | undefined, type: string): Field {
  if (encoding === undefined) return {};
  const { style: declared = "form", allowReserved, contentType } = encoding;
  const { explode = defaultExplode(declared) } = encoding;
  const style = effectiveStyle("query", declared, explode);
  // Without any of these, an object is JSON.
  const isStyled = encoding.style !== undefined || encoding.explode !== undefined || allowReserved;
  return {
    ...((type === "array" || type === "object") && !explode ? { explode } : {}),
    ...(style !== "form" || (type === "object" && isStyled) ? { style } : {}),
    ...(allowReserved ? { allowReserved } : {}),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

/** The names that every value of a schema has: those that it requires, a part of it, or each of its alternatives. */
function requiredNames({ required, allOf, anyOf, oneOf }: JsonObject, of: Folded<readonly Json[]>): readonly Json[] {
  const named = (part: Json): readonly Json[] => of(part) ?? [];
  const common = [anyOf, oneOf].flatMap((list) => {
    const [first = [], ...others] = listOf(list).map(named);
    return first.filter((name) => others.every((names) => names.includes(name)));
  });
  return [...new Set([...common, ...listOf(allOf).flatMap(named), ...listOf(required)])];
}

/**
 * The properties of a schema, with those of its parts and alternatives, sorted by name. What it says itself counts before
 * what its parts say, the last one first, and that before its alternatives.
 */
function propertiesOf(model: Model, schema: Json): readonly (readonly [name: string, property: Json])[] {
  const found = new Map<string, Json>();
  const seen = new Set<JsonObject>();
  const pending = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const current = resolved(model, next);
    if (current === undefined || seen.has(current)) continue;
    seen.add(current);
    const { properties, oneOf, anyOf, allOf } = current;
    for (const [name, property] of Object.entries(isJsonObject(properties) ? properties : {}))
      if (!found.has(name)) found.set(name, property);
    pending.push(...[oneOf, anyOf, allOf].flatMap(listOf));
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

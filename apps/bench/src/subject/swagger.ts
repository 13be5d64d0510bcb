type Json = Readonly<Record<string, unknown>>;

/**
 * One of our large documents of OpenAPI 3.1 as one of Swagger 2.0, which says the same in its own words. Where 2.0 has
 * none, as for `oneOf`, those of 3.1 stay.
 */
export function asSwagger(document: object): object {
  const { openapi: _, servers: __, components, paths, ...rest } = document as Json;
  return {
    swagger: "2.0",
    ...rest,
    host: "api.example",
    schemes: ["https"],
    consumes: ["application/json"],
    produces: ["application/json"],
    paths: mapped(paths, (item) => mapped(item, asOperation)),
    definitions: mapped(Object(components).schemas, asSchema),
  };
}

function asOperation(operation: unknown): unknown {
  const { parameters, requestBody, responses, ...rest } = Object(operation);
  const { content, ...body } = Object(requestBody);
  return {
    ...rest,
    parameters: [
      ...parameters.map(({ schema, ...parameter }: Json) => ({ ...parameter, ...Object(asSchema(schema)) })),
      ...(requestBody === undefined ? [] : [{ name: "body", in: "body", ...body, schema: schemaOf(content) }]),
    ],
    responses: mapped(responses, (response) => {
      const { content: shown, ...others } = Object(response);
      return { ...others, schema: schemaOf(shown) };
    }),
  };
}

function schemaOf(content: unknown): unknown {
  return asSchema(Object(content)["application/json"].schema);
}

function asSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asSchema);
  if (typeof schema !== "object" || schema === null) return schema;
  const { type, const: only, discriminator, ...rest } = schema as Json; // an object
  const types = [type].flat().filter((one) => one !== undefined && one !== "null");
  return {
    ...mapped(rest, (member, key) => {
      if (key === "$ref") return String(member).replace("#/components/schemas/", "#/definitions/");
      return key === "properties" ? mapped(member, asSchema) : asSchema(member);
    }),
    ...(types.length === 0 ? {} : { type: types[0] }),
    ...(Array.isArray(type) ? { "x-nullable": true } : {}),
    ...(only === undefined ? {} : { enum: [only] }),
    ...(discriminator === undefined ? {} : { discriminator: Object(discriminator).propertyName }),
  };
}

function mapped(object: unknown, change: (member: unknown, key: string) => unknown): object {
  return Object.fromEntries(Object.entries(Object(object)).map(([key, member]) => [key, change(member, key)]));
}

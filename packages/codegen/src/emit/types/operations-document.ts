import {
  type JsonObject,
  type MediaType,
  type Model,
  type Operation,
  operationKey,
  type Schema,
  type Views,
} from "@earmark/openapi";

/** Instead of a schema: its type, as it is printed. */
export const TYPE: unique symbol = Symbol("type");

/** A schema whose type is known. The library asks for the types of schemas that have a `type` only. */
function typed(type: string): JsonObject {
  return { type: "object", [TYPE]: type };
}

/** How operations name their schemas. */
interface SchemaTypes {
  readonly ofComponent: (name: string) => string;
  readonly ofSchema: (schema: Schema) => string;
}

/**
 * The operations of the model as an OpenAPI 3.1 document again, in the client's view: what their types are generated from.
 *
 * Operations and media types that a client has no method for are in it, too: `raw` can call them.
 */
export function operationsDocument(model: Model, views: Views, types: SchemaTypes): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const operation of [...model.operations, ...model.skipped]) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationObject(operation, views, types),
    };
  }
  const schemas = views.client.map(({ name }) => [name, typed(types.ofComponent(name))] as const);
  const info = { title: model.title, version: "0" };
  return { openapi: "3.1.0", info, paths, components: { schemas: Object.fromEntries(schemas) } };
}

function operationObject(operation: Operation, views: Views, types: SchemaTypes): JsonObject {
  const { requestBody, responses } = operation;
  const sent = (name: string): string => types.ofComponent(views.requestName(name));
  return {
    operationId: operationKey(operation.operationId),
    ...(operation.summary === undefined ? {} : { summary: operation.summary }),
    ...(operation.description === undefined ? {} : { description: operation.description }),
    ...(operation.deprecated ? { deprecated: true } : {}),
    parameters: operation.parameters.map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required,
      ...(parameter.description === undefined ? {} : { description: parameter.description }),
      ...(parameter.deprecated ? { deprecated: true } : {}),
      schema: typed(sent(parameter.schema)),
    })),
    ...(requestBody === undefined
      ? {}
      : {
          requestBody: {
            required: requestBody.required,
            content: contentObject([...requestBody.content, ...requestBody.skipped], sent),
          },
        }),
    responses: Object.fromEntries(
      responses.map((response) => [
        response.status,
        {
          description: response.description ?? "",
          headers: Object.fromEntries(
            response.headers.map(({ name, description, required, schema }) => [
              name,
              { description: description ?? "", required, schema: typed(types.ofSchema(views.ofResponse(schema))) },
            ]),
          ),
          ...(response.content.length === 0 ? {} : { content: contentObject(response.content, types.ofComponent) }),
        },
      ]),
    ),
  };
}

function contentObject(content: readonly MediaType[], typeOf: (schema: string) => string): JsonObject {
  return Object.fromEntries(
    content.map(({ mediaType, schema }) => [mediaType, schema === undefined ? {} : { schema: typed(typeOf(schema)) }]),
  );
}

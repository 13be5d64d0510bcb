import {
  type JsonObject,
  type MediaType,
  type Model,
  type Operation,
  operationKey,
  receivedOf,
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
 * The operations and webhooks of the model as an OpenAPI 3.1 document again, in the client's view: what their types are
 * generated from. Callbacks are among webhooks, under the keys of their handlers.
 *
 * Operations and media types that a client has no method for are in it, too: `raw` can call them.
 */
export function operationsDocument(model: Model, views: Views, types: SchemaTypes): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const operation of [...model.operations, ...model.skipped]) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: {
        operationId: operationKey(operation.operationId),
        ...operationObject(operation, [(name) => views.requestName(name), (name) => name], views, types),
      },
    };
  }
  const webhooks = receivedOf(model).map((webhook) => {
    const received = operationObject(webhook, [(name) => name, (name) => views.requestName(name)], views, types);
    return [webhook.key, { [webhook.method.toLowerCase()]: received }] as const;
  });
  const schemas = views.client.map(({ name }) => [name, typed(types.ofComponent(name))] as const);
  const info = { title: model.title, version: "0" };
  return {
    openapi: "3.1.0",
    info,
    paths,
    ...(webhooks.length === 0 ? {} : { webhooks: Object.fromEntries(webhooks) }),
    components: { schemas: Object.fromEntries(schemas) },
  };
}

/** An operation, without its name. Views of schemas are found by name: those of the request, and those of responses. */
function operationObject(
  operation: Operation,
  [ofRequest, ofResponse]: readonly [(name: string) => string, (name: string) => string],
  views: Views,
  types: SchemaTypes,
): JsonObject {
  const { requestBody, responses } = operation;
  const sent = (name: string): string => types.ofComponent(ofRequest(name));
  const returned = (name: string): string => types.ofComponent(ofResponse(name));
  return {
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
          ...(response.content.length === 0 ? {} : { content: contentObject(response.content, returned) }),
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

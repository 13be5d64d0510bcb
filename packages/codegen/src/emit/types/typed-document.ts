import {
  BINARY,
  CLOSED,
  componentRef,
  isJsonObject,
  isSchema,
  type Json,
  type JsonObject,
  KNOWN_VALUES,
  type MediaType,
  type Model,
  mapSchemas,
  mapSubschemas,
  type Operation,
  operationKey,
  pascalCase,
  referencesOf,
  renameMapping,
  type Schema,
  uniqueName,
  type ViewedSchema,
  type Views,
} from "@earmark/openapi";

/** Marks an open enumeration with the reference to its closed half. */
export const CLOSED_HALF: unique symbol = Symbol("closed half");

/**
 * The model as an OpenAPI 3.1 document again, in the client's view: what types are generated from.
 *
 * Every schema that an operation uses is a reference by now, so the types of an operation name their schemas. Operations
 * and media types that a client has no method for are in it, too: `raw` can call them.
 */
export function clientDocument(model: Model, views: Views): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of [...model.operations, ...model.skipped]) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationObject(operation, views),
    };
  }
  return document(model, views.client, paths);
}

/** The schemas alone, to the letter. */
export function strictDocument(model: Model, views: Views): JsonObject {
  return document(model, views.strict, {});
}

function document(model: Model, schemas: readonly ViewedSchema[], paths: JsonObject): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: model.title, version: "0" },
    paths,
    components: { schemas: aliasCircles(Object.fromEntries(schemas.map((entry) => [entry.name, typedSchema(entry)]))) },
  };
}

function typedSchema({ schema, closedName }: ViewedSchema): Json {
  const typed = withOpenReferences(schema);
  if (closedName === undefined || typeof typed === "boolean" || typed[KNOWN_VALUES] === undefined) return typed;
  return { ...typed, [CLOSED_HALF]: componentRef(closedName) };
}

function withOpenReferences(schema: Schema): Schema {
  return mapSchemas(schema, ({ enum: values, ...others }) => {
    const { $ref: ref, allOf, discriminator, required, type } = others;
    return {
      ...others,
      // The library takes every part of an `allOf` for an object.
      ...(Array.isArray(allOf)
        ? { allOf: allOf.map((part: Json) => (part === true ? {} : part || { enum: [] })) }
        : {}),
      // To make a union of types discriminated, the library writes into this list, and into what is ours already.
      ...(Array.isArray(required) ? { required: [...required] } : {}),
      // The library takes the values of an enumeration of objects for schemas.
      ...(values === undefined || type === "object" ? {} : { enum: values }),
      ...renameMapping(discriminator, openReference),
      // The library calls `transform` for schemas with a type only.
      ...(others[BINARY] === true ? { type: "string" } : {}),
      ...(typeof ref === "string" ? { $ref: openReference(ref) } : {}),
    };
  });
}

/** A schema to the letter is a subset of its lenient form, and has no type of its own. */
function openReference(ref: string): string {
  return ref.startsWith(CLOSED) ? componentRef("") + ref.slice(CLOSED.length) : ref;
}

function operationObject(operation: Operation, views: Views): JsonObject {
  const { requestBody, responses } = operation;
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
      schema: { $ref: componentRef(views.requestName(parameter.schema)) },
    })),
    ...(requestBody === undefined
      ? {}
      : {
          requestBody: {
            required: requestBody.required,
            content: contentObject([...requestBody.content, ...requestBody.skipped], views.requestName),
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
              { description: description ?? "", required, schema: withOpenReferences(views.ofResponse(schema)) },
            ]),
          ),
          ...(response.content.length === 0 ? {} : { content: contentObject(response.content, (name) => name) }),
        },
      ]),
    ),
  };
}

function contentObject(content: readonly MediaType[], rename: (name: string) => string): JsonObject {
  return Object.fromEntries(
    content.map(({ mediaType, schema }) => [
      mediaType,
      schema === undefined ? {} : { schema: { $ref: componentRef(rename(schema)) } },
    ]),
  );
}

/** On a schema that is to be declared as an alias: the alias. */
export const DECLARED_AS: unique symbol = Symbol("declared as");
/** Instead of a reference to such a schema: its alias. */
export const ALIAS: unique symbol = Symbol("alias");

/** Whether TypeScript looks into the types of a keyword's schemas as soon as it looks at the type; members of objects can wait. */
const isEager = (keyword: string): boolean => ["allOf", "anyOf", "items", "oneOf", "prefixItems"].includes(keyword);

/**
 * Component schemas with an alias for each whose type contains itself without an object in between: a list of itself,
 * say, or a union with one. Such a type is an error as a property of an interface; among aliases it is not.
 */
function aliasCircles(schemas: JsonObject): JsonObject {
  const taken = new Set<string>();
  const circles = [...eagerCircles(schemas)].sort();
  if (circles.length === 0) return schemas;
  const aliases = new Map(circles.map((name) => [name, uniqueName(`$${pascalCase(name)}`, taken)]));
  const refer = (schema: JsonObject): Schema => {
    const [target = ""] = referencesOf(schema, () => false);
    const alias = aliases.get(target);
    // The library calls `transform` for schemas with a type only.
    return alias === undefined ? schema : { type: "object", [ALIAS]: alias };
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const alias = aliases.get(name);
      if (alias === undefined || !isJsonObject(schema)) return [name, schema];
      return [name, { ...mapSubschemas(schema, (subschema) => mapSchemas(subschema, refer)), [DECLARED_AS]: alias }];
    }),
  );
}

function eagerCircles(schemas: JsonObject): ReadonlySet<string> {
  const targets = new Map(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      new Set(isSchema(schema) ? referencesOf(schema, isEager) : []),
    ]),
  );
  // What refers to nothing, or is referred to by nothing, is in no circle; nor is what only such schemas refer to.
  for (let before = -1; before !== targets.size; ) {
    before = targets.size;
    const referred = new Set([...targets.values()].flatMap((names) => [...names]));
    for (const [name, names] of targets) {
      for (const target of names) if (!targets.has(target)) names.delete(target);
      if (names.size === 0 || !referred.has(name)) targets.delete(name);
    }
  }
  return new Set(targets.keys());
}

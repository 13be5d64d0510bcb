import { type Model, type Operation, pascalCase, type Views } from "../../model/index.ts";
import { docComment, indented, type Lines, literal, propertyKey } from "../source/index.ts";
import { credentialsOf } from "./credentials.ts";
import { clientName, ERRORS } from "./names.ts";

/** What the module looks like to TypeScript: an interface with one documented method per operation. */
export function declarations(model: Model, views: Views): Lines {
  const name = clientName(model);
  const types = `@earmark/${model.document.name}-types`;
  return [
    'import type { CallOptions, ClientOptions, RawClient } from "@earmark/http";',
    `import type * as $types from ${literal(types)};`,
    "",
    `export type * from ${literal(types)};`,
    'export type { CallOptions, ClientOptions, RawClient, RetryOptions } from "@earmark/http";',
    `export { ${ERRORS.join(", ")} } from "@earmark/http";`,
    ...model.operations
      .filter(hasParameters)
      .flatMap((operation) => [
        "",
        ...docComment(`Parameters of {@link ${name}.${operation.methodName}}.`),
        `export type ${pascalCase(operation.operationId)}Parameters = ${parametersType(operation)};`,
      ]),
    "",
    ...credentialsDeclaration(model),
    `export type ${name}Options = ClientOptions${credentialsOf(model).length > 0 ? ` & ${name}Credentials` : ""};`,
    "",
    ...docComment(`A client of ${model.title}.`),
    `export interface ${name} {`,
    ...indented(model.operations.flatMap((operation) => method(operation, views))),
    "  /** The typed openapi-fetch client, for those who want the `Response`; same credentials, retries and timeouts. */",
    "  readonly raw: RawClient<$types.paths>;",
    "}",
    "",
    ...docComment(
      `Creates a client of ${model.title}.\n\n@throws {TypeError} when an option is missing or makes no sense.`,
    ),
    `export declare function create${name}(options: ${name}Options): ${name};`,
  ];
}

function method(operation: Operation, views: Views): Lines {
  const { requestBody, responses } = operation;
  const required = operation.parameters.some((parameter) => parameter.required);
  const parameters = `${pascalCase(operation.operationId)}Parameters`;
  const body = requestBody?.content[0]?.schema;
  const result = responses
    .filter(({ status }) => /^2/.test(status))
    .map(({ content }) => typeOf(views, content[0]?.schema) ?? "undefined");
  const signature = [
    ...(hasParameters(operation) ? [`parameters${required ? "" : "?"}: ${parameters}`] : []),
    ...(requestBody === undefined
      ? []
      : [
          `body${requestBody.required ? "" : "?"}: ${typeOf(views, body === undefined ? undefined : views.requestName(body)) ?? "unknown"}`,
        ]),
    "options?: CallOptions",
  ];
  return [
    ...docComment(documentation(operation)),
    `${propertyKey(operation.methodName)}(${signature.join(", ")}): Promise<${[...new Set(result)].join(" | ") || "unknown"}>;`,
  ];
}

function documentation(operation: Operation): string {
  return [operation.summary, operation.description, operation.deprecated ? "@deprecated" : undefined]
    .filter((part) => part !== undefined)
    .join("\n\n");
}

function parametersType(operation: Operation): string {
  const places = [...new Set(operation.parameters.map((parameter) => parameter.in))];
  return places
    .map((place) => {
      const type = `$types.operations[${literal(operation.operationId)}]["parameters"][${literal(place)}]`;
      return operation.parameters.some((parameter) => parameter.in === place && parameter.required)
        ? type
        : `NonNullable<${type}>`;
    })
    .join(" & ");
}

function typeOf(views: Views, name: string | undefined): string | undefined {
  const found = views.client.find((entry) => entry.name === name);
  return found === undefined ? undefined : `$types.${found.identifier}`;
}

function credentialsDeclaration(model: Model): Lines {
  const pairs = credentialsOf(model).map(
    ([user, password]) => `{ readonly ${propertyKey(user)}: string; readonly ${propertyKey(password)}: string }`,
  );
  if (pairs.length === 0) return [];
  return [
    ...docComment("One of these pairs; both are secrets to this client, which never shows them."),
    `export type ${clientName(model)}Credentials = ${pairs.join(" | ")};`,
    "",
  ];
}

function hasParameters(operation: Operation): boolean {
  return operation.parameters.length > 0;
}

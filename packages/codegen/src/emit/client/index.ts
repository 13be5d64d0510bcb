import { DocumentError } from "../../document/index.ts";
import { type Model, type Operation, pascalCase, type Views } from "../../model/index.ts";
import { FORM } from "../operations/index.ts";
import {
  docComment,
  indented,
  type Lines,
  layOut,
  literal,
  propertyKey,
  type SourceFile,
  sourceFile,
} from "../source/index.ts";
import { checkName } from "../validators/index.ts";

/** Body codecs of `@earmark/http` by media type. A client imports those that its operations send. */
const CODECS: Readonly<Record<string, string>> = { [FORM]: "formCodec", "application/json": "jsonCodec" };

/** What a client's users catch and pass, re-exported so that they need no second import. */
const ERRORS = [
  "ApiError",
  "AuthenticationError",
  "BadRequestError",
  "NetworkError",
  "NotFoundError",
  "PermissionError",
  "RateLimitError",
  "RequestValidationError",
  "ResponseValidationError",
  "ServerError",
  "TimeoutError",
];

/** `client.gen.js` and its declarations: one method per operation over the shared runtime of `@earmark/http`. */
export function emitClient(model: Model, views: Views): SourceFile[] {
  const { origin } = model.document;
  return [
    sourceFile("client.gen.js", origin, implementation(model, views)),
    sourceFile("client.gen.d.ts", origin, declarations(model, views)),
  ];
}

function implementation(model: Model, views: Views): Lines {
  const requests = checkMap(views, new Set(model.operations.flatMap(requestSchemas)), (name) =>
    views.requestName(name),
  );
  const responses = checkMap(views, new Set(model.operations.flatMap(responseSchemas)), (name) => name);
  const codecs = codecsOf(model);
  const imported = [...new Set([...requests, ...responses].map(([, check]) => check))].sort();
  const definition = [
    "operations,",
    `baseUrl: ${literal(model.servers[0] ?? "")},`,
    `credentials: ${layOut(credentialsOf(model))},`,
    `codecs: { ${Object.entries(codecs)
      .map(([type, codec]) => `${literal(type)}: ${codec}`)
      .join(", ")} },`,
    `requests: { ${requests.map(property).join(", ")} },`,
    `responses: { ${responses.map(property).join(", ")} },`,
  ];
  return [
    `import { ${imported.join(", ")} } from ${literal(`@earmark/${model.document.name}-validators/checks`)};`,
    `import { ${["createClient", ...new Set(Object.values(codecs))].sort().join(", ")} } from "@earmark/http";`,
    'import { operations } from "./operations.gen.js";',
    "",
    `export { ${ERRORS.join(", ")} } from "@earmark/http";`,
    "",
    "const definition = {",
    ...indented(definition),
    "};",
    "",
    ...docComment(`A client of ${model.title}.`),
    `export function create${clientName(model)}(options) {`,
    "  return createClient(definition, options);",
    "}",
  ];
}

function declarations(model: Model, views: Views): Lines {
  const name = clientName(model);
  const types = `@earmark/${model.document.name}-types`;
  return [
    'import type { CallOptions, ClientOptions, RawClient } from "@earmark/http";',
    `import type * as types from ${literal(types)};`,
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
    ...docComment("One of these pairs; both are secrets to this client, which never shows them."),
    `export type ${name}Credentials = ${credentialsType(model)};`,
    "",
    `export type ${name}Options = ClientOptions & ${name}Credentials;`,
    "",
    ...docComment(`A client of ${model.title}.`),
    `export interface ${name} {`,
    ...indented(model.operations.flatMap((operation) => method(operation, views))),
    "  /** The typed openapi-fetch client, for those who want the `Response`; same credentials, retries and timeouts. */",
    "  readonly raw: RawClient<types.paths>;",
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
      const type = `types.operations[${literal(operation.operationId)}]["parameters"][${literal(place)}]`;
      return operation.parameters.some((parameter) => parameter.in === place && parameter.required)
        ? type
        : `NonNullable<${type}>`;
    })
    .join(" & ");
}

function typeOf(views: Views, name: string | undefined): string | undefined {
  const found = views.client.find((entry) => entry.name === name);
  return found === undefined ? undefined : `types.${found.identifier}`;
}

function checkMap(
  views: Views,
  names: ReadonlySet<string>,
  rename: (name: string) => string,
): [key: string, check: string][] {
  return [...names].sort().flatMap((name): [string, string][] => {
    const viewed = views.client.find((entry) => entry.name === rename(name));
    return viewed === undefined ? [] : [[name, checkName(viewed.identifier)]];
  });
}

function requestSchemas(operation: Operation): string[] {
  const body = operation.requestBody?.content[0]?.schema;
  return [...operation.parameters.map(({ schema }) => schema), ...(body === undefined ? [] : [body])];
}

/** Schemas of answers that are results; errors are parsed leniently and need no validator. */
function responseSchemas(operation: Operation): string[] {
  return operation.responses
    .filter(({ status }) => /^2|default/.test(status))
    .flatMap(({ content }) => content.flatMap(({ schema }) => (schema === undefined ? [] : [schema])));
}

function codecsOf(model: Model): Record<string, string> {
  const used: Record<string, string> = {};
  for (const { requestBody, pointer } of model.operations) {
    const media = requestBody?.content[0];
    if (media === undefined) continue;
    const codec = CODECS[media.mediaType];
    if (codec === undefined) {
      const message = `a body of type ${media.mediaType} cannot be generated; use ${Object.keys(CODECS).join(" or ")}`;
      throw new DocumentError([model.document.problemAt(media.pointer ?? pointer, "unsupported", message)]);
    }
    used[media.mediaType] = codec;
  }
  return used;
}

function credentialsOf(model: Model): readonly (readonly [string, string])[] {
  const named = model.securitySchemes.flatMap(({ credentials }) => credentials);
  return named.length > 0 ? named : [["username", "password"]];
}

function credentialsType(model: Model): string {
  return credentialsOf(model)
    .map(([user, password]) => `{ readonly ${propertyKey(user)}: string; readonly ${propertyKey(password)}: string }`)
    .join(" | ");
}

function clientName(model: Model): string {
  return `${pascalCase(model.document.name)}Client`;
}

function hasParameters(operation: Operation): boolean {
  return operation.parameters.length > 0;
}

function property([key, check]: [string, string]): string {
  return `${propertyKey(key)}: ${check}`;
}

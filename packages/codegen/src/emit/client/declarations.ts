import {
  isBaseUrl,
  isRange,
  type MediaType,
  type Model,
  type Operation,
  operationKey,
  type Pagination,
  type Parameter,
  pascalCase,
  pointerSegments,
  type Views,
} from "@earmark/openapi";
import { kindOf, resultKindOf } from "../operations/index.ts";
import { docComment, indented, type Lines, literal, propertyKey, templateType } from "../source.ts";
import { clientName, ERRORS, requestMedia, resultsOf } from "./media.ts";
import { securityOf } from "./security.ts";

/** What the module looks like to TypeScript: an interface with one documented method per operation. */
export function declarations(model: Model, views: Views): Lines {
  const name = clientName(model);
  const types = `@earmark/${model.document.name}-types`;
  const { options } = securityOf(model);
  const isPaged = model.operations.some(({ pagination }) => pagination);
  const usesSecret = /: Secret\b/.test(options ?? "");
  const used = [...(isPaged ? ["Paged"] : []), "RawClient", ...(usesSecret ? ["Secret"] : [])];
  return [
    `import type { CallOptions, ClientOptions, ${used.join(", ")} } from "@earmark/http";`,
    `import type * as $types from ${literal(types)};`,
    "",
    `export type * from ${literal(types)};`,
    `export type { CallOptions, ClientOptions, ${isPaged ? "Paged, " : ""}RawClient, RetryOptions } from "@earmark/http";`,
    `export { ${ERRORS.join(", ")} } from "@earmark/http";`,
    ...model.operations
      .filter(hasParameters)
      .flatMap((operation) => [
        "",
        ...docComment(`Parameters of {@link ${name}.${operation.methodName}}.`),
        `export type ${pascalCase(operation.operationId)}Parameters = ${parametersType(operation)};`,
      ]),
    "",
    ...credentialsDeclaration(name, options),
    ...optionsDeclaration(name, model, options !== undefined),
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
  const { requestBody } = operation;
  const required = operation.parameters.some((parameter) => parameter.required);
  const parameters = `${pascalCase(operation.operationId)}Parameters`;
  const media = requestMedia(operation);
  const bodies = new Set(media.map((one) => bodyType(views, one)));
  const results = resultsOf(operation).flatMap(({ content }) =>
    content.length === 0 ? ["undefined"] : content.map((one) => resultType(views, one)),
  );
  const signature = (...args: readonly string[]): string => {
    const isFollowed = args.some((arg) => !/^\w+\?/.test(arg));
    const first = hasParameters(operation) ? [argument("parameters", parameters, required, isFollowed)] : [];
    const result = promised([...new Set(results)].join(" | ") || "undefined", operation.pagination);
    return `${propertyKey(operation.methodName)}(${[...first, ...args].join(", ")}): ${result};`;
  };
  const types = contentTypes(media);
  const options = `options?: CallOptions${types && `<${types}>`}`;
  const body = `: ${[...bodies].join(" | ") || "unknown"}`;
  const optional = requestBody?.required === true ? "" : "?";
  // A Blob says for itself which image it is.
  const signatures = hasNoPlainType(media[0]?.mediaType ?? "")
    ? [
        signature(`body${optional}: Blob`, options),
        signature(`body${body}`, `options: CallOptions<${types}> & { readonly contentType: ${types} }`),
      ]
    : [signature(...(requestBody === undefined ? [] : [`body${optional}${body}`]), options)];
  return [...docComment(documentation(operation)), ...signatures];
}

/** A range within which a client knows no type to send by default: `image/*`, but not `application/*` or `text/*`. */
function hasNoPlainType(mediaType: string): boolean {
  return isRange(mediaType) && !/^(\*|application|text)\/\*|\/\*\+/.test(mediaType);
}

/** An argument that may be left out; where another has to follow it, `undefined` takes its place. */
function argument(name: string, type: string, required: boolean, isFollowed: boolean): string {
  if (required) return `${name}: ${type}`;
  return isFollowed ? `${name}: ${type} | undefined` : `${name}?: ${type}`;
}

/** What a method returns: a value, or page after page of it. */
function promised(result: string, pagination: Pagination | undefined): string {
  if (pagination === undefined) return `Promise<${result}>`;
  const items = pointerSegments(pagination.items).reduce(
    (type, name) => `NonNullable<${type}>[${literal(name)}]`,
    result,
  );
  return `Paged<${result}, NonNullable<${items}>[number]>`;
}

/** What a caller passes for a body. */
function bodyType(views: Views, media: MediaType): string {
  const { schema } = media;
  const kind = kindOf(media);
  if (kind === "binary") return "Blob | ArrayBuffer | ArrayBufferView | string";
  if (kind === "text") return "string";
  return typeOf(views, schema === undefined ? undefined : views.requestName(schema)) ?? "unknown";
}

/** What a caller gets of a response. */
function resultType(views: Views, media: MediaType): string {
  const kind = resultKindOf(media);
  if (kind === "json" || kind === "any") return typeOf(views, media.schema) ?? "unknown";
  return kind === "text" ? "string" : "Blob";
}

/** The media types between which a call may choose; `image/*` is any image. */
function contentTypes(media: readonly MediaType[]): string {
  const names = media.map(({ mediaType }) => mediaType);
  if (names.length < 2 && !names.some(isRange)) return "";
  return names.map((name) => (isRange(name) ? templateType(name.split("*")) : literal(name))).join(" | ");
}

function documentation(operation: Operation): string {
  return [operation.summary, operation.description, operation.deprecated ? "@deprecated" : undefined]
    .filter((part) => part !== undefined)
    .join("\n\n");
}

/** Flat, save those that are given below their place. */
function parametersType(operation: Operation): string {
  const places = [...new Set(operation.parameters.map((parameter) => parameter.in))];
  const types = places.flatMap((place) => {
    const all = operation.parameters.filter((parameter) => parameter.in === place);
    const isRequired = (list: readonly Parameter[]): boolean => list.some((parameter) => parameter.required);
    const own = `$types.operations[${literal(operationKey(operation.operationId))}]["parameters"][${literal(place)}]`;
    const type = isRequired(all) ? own : `NonNullable<${own}>`;
    const below = all.filter((parameter) => parameter.placed);
    const group = `{ readonly ${place}${isRequired(below) ? "" : "?"}: `;
    if (below.length === 0) return [type];
    if (below.length === all.length) return [`${group}${type} }`];
    const names = below.map(({ name }) => literal(name)).join(" | ");
    return [`Omit<${type}, ${names}>`, `${group}Pick<${type}, ${names}> }`];
  });
  return types.join(" & ");
}

function typeOf(views: Views, name: string | undefined): string | undefined {
  const found = views.client.find((entry) => entry.name === name);
  return found === undefined ? undefined : `$types.${found.identifier}`;
}

function credentialsDeclaration(name: string, options: string | undefined): Lines {
  if (options === undefined) return [];
  return [
    ...docComment("What the client authenticates with. It shows none of it, in no error and no log."),
    `export type ${name}Credentials = ${options};`,
    "",
  ];
}

/** Without an absolute server in the document, there is no default for where the API is. */
function optionsDeclaration(name: string, { servers }: Model, hasCredentials: boolean): Lines {
  const type = `export type ${name}Options = ClientOptions${hasCredentials ? ` & ${name}Credentials` : ""}`;
  if (servers.some(isBaseUrl)) return [`${type};`];
  const [path] = servers.filter((url) => /^\/[^/]/.test(url));
  const where = path === undefined ? "" : `, with the path that it does name: \`${path}\``;
  return [
    `${type} & {`,
    ...indented([
      ...docComment(`Where the API is: the document names no absolute server${where}.`),
      "readonly baseUrl: string;",
    ]),
    "};",
  ];
}

function hasParameters(operation: Operation): boolean {
  return operation.parameters.length > 0;
}

import {
  type Header,
  isBaseUrl,
  isRange,
  type MediaType,
  type Model,
  type Operation,
  type Parameter,
  pointerSegments,
  type Response,
} from "@earmark/openapi";
import type { ClientSchemas } from "../client-schemas.ts";
import type { Imports } from "../imports.ts";
import { kindOf, resultKindOf } from "../operations/index.ts";
import { docComment, indented, type Lines, literal, propertyKey, templateType } from "../source.ts";
import { errorsOf, isJsonError, requestMedia, resultsOf } from "./media.ts";
import {
  callerName,
  clientName,
  ERRORS,
  functionName,
  guardName,
  headerKey,
  type TypeName,
  typeName,
} from "./names.ts";
import { credentialsType, inherited } from "./security.ts";

/** `functions.gen.d.ts`: the named types of each operation, its function, and its guard. */
export function functionDeclarations(model: Model, schemas: ClientSchemas, { http, types }: Imports): Lines {
  const name = clientName(model);
  const options = credentialsType(model);
  const caller = callerName(model, schemas);
  return [
    `import type * as $http from ${literal(http)};`,
    `import type * as $types from ${literal(types)};`,
    "",
    `export type * from ${literal(types)};`,
    `export { ${[...ERRORS, "withResponse"].join(", ")} } from ${literal(http)};`,
    "",
    ...credentialsDeclaration(name, options),
    ...optionsDeclaration(name, model, options !== undefined),
    "",
    ...docComment(`Sends the calls of ${model.title}: the first argument of its functions.`),
    `export type ${caller} = $http.Caller<${literal(model.document.name)}>;`,
    "",
    ...docComment(
      `Makes a caller of ${model.title}.\n\n@throws {TypeError} when an option is missing or makes no sense.`,
    ),
    `export declare function createCaller(options: ${name}Options): ${caller};`,
    ...model.operations.flatMap((operation) =>
      new OperationTypes(operation, schemas).declarations(model.document.name),
    ),
  ];
}

/** The types of one operation: what its function and its method are declared with. */
export class OperationTypes {
  readonly operation: Operation;
  readonly #from: string;
  readonly #schemas: ClientSchemas;

  /** @param from what the names of its types are written behind, in another module than that of the functions. */
  constructor(operation: Operation, schemas: ClientSchemas, from = "") {
    this.operation = operation;
    this.#from = from;
    this.#schemas = schemas;
  }

  /** What a call takes, argument by argument; two such lists where a body says for itself of which type it is. */
  signatures(): readonly (readonly string[])[] {
    const { requestBody, parameters } = this.operation;
    const isRequired = parameters.some(({ required }) => required);
    const media = requestMedia(this.operation);
    const types = contentTypes(media);
    const options = `options?: $http.CallOptions${types && `<${types}>`}`;
    const signature = (...args: readonly string[]): readonly string[] => {
      const isFollowed = args.some((arg) => !/^\w+\?/.test(arg));
      const first =
        parameters.length > 0 ? [argument("parameters", this.#typeName("Parameters"), isRequired, isFollowed)] : [];
      return [...first, ...args];
    };
    if (requestBody === undefined) return [signature(options)];
    const body = `body${requestBody.required ? "" : "?"}`;
    const type = this.#typeName("Body");
    // A Blob says for itself which image it is.
    return hasNoPlainType(media[0]?.mediaType ?? "")
      ? [
          signature(`${body}: Blob`, options),
          signature(`body: ${type}`, `options: $http.CallOptions<${types}> & { readonly contentType: ${types} }`),
        ]
      : [signature(`${body}: ${type}`, options)];
  }

  /** What a call returns: a promise of its result, or page after page of it. */
  returned(): string {
    const result = this.#typeName("Result");
    const { pagination } = this.operation;
    if (pagination === undefined) return `Promise<${result}>`;
    const items = pointerSegments(pagination.items).reduce(
      (type, name) => `NonNullable<${type}>[${literal(name)}]`,
      result,
    );
    return `$http.Paged<${result}, NonNullable<${items}>[number]>`;
  }

  /** What a call returns with {@link returned} besides the body; undefined for an operation with pages. */
  complete(): string | undefined {
    return this.operation.pagination === undefined ? this.#typeName("WithResponse") : undefined;
  }

  documentation(): Lines {
    const { summary, description, deprecated } = this.operation;
    const parts = [summary, description, deprecated ? "@deprecated" : undefined];
    return docComment(parts.filter((part) => part !== undefined).join("\n\n"));
  }

  /** @param api what callers of its function are marked with. */
  declarations(api: string): Lines {
    const name = functionName(this.operation);
    const errors = errorsOf(this.operation);
    const about = (what: string): Lines => docComment(`${what} of {@link ${name}}.`);
    const alias = (kind: TypeName, what: string, type: string): Lines => {
      const declared = this.#typeName(kind);
      if (type === declared) return [];
      return [...about(what), `export type ${declared} = ${type};`];
    };
    const given = this.signatures().map((list) => `[${list.join(", ")}]`);
    const type = `$http.OperationFunction<${literal(api)}, ${given.join(" | ")}, ${this.returned()}, ${this.complete() ?? "false"}>`;
    return [
      "",
      ...this.#parameterTypes(about),
      ...(this.operation.requestBody === undefined ? [] : alias("Body", "Body", this.#body())),
      ...alias("Result", "Result", this.#result()),
      ...(this.complete() === undefined
        ? []
        : alias("WithResponse", "Result with status and headers", this.#withResponse())),
      ...this.documentation(),
      `export declare const ${name}: ${type};`,
      ...this.#schemaCalled(name),
      ...(errors.length === 0
        ? []
        : [
            ...about("Bodies of errors, by status,"),
            `export type ${this.#typeName("Errors")} = { ${errors.map((one) => `${isCode(one.status) ? one.status : propertyKey(one.status)}: ${this.#errorBody(one)}`).join("; ")} };`,
            ...docComment(
              `Whether an error is one of {@link ${name}} that is documented, with the body that is documented.`,
            ),
            `export declare const ${guardName(this.operation)}: $http.ErrorGuard<${this.#typeName("Errors")}>;`,
            ...this.#schemaCalled(guardName(this.operation)),
          ]),
    ];
  }

  /** A value of the module would hide the type of a schema that is called so. */
  #schemaCalled(name: string): Lines {
    return this.#schemas.isExported(name) ? [`export type ${name} = $types.${name};`] : [];
  }

  /** How the type is written. One that a schema has already is declared by that. */
  #typeName(kind: TypeName): string {
    const name = this.#nameOf(kind);
    const type = `$types.${name}`;
    const isSchema = (kind === "Body" && type === this.#body()) || (kind === "Result" && type === this.#result());
    return isSchema ? type : this.#from + name;
  }

  #nameOf(kind: TypeName): string {
    const type = { Body: () => this.#body(), Result: () => this.#result() };
    return typeName(
      this.operation,
      kind,
      this.#schemas,
      kind === "Body" || kind === "Result" ? type[kind]() : undefined,
    );
  }

  #body(): string {
    const types = requestMedia(this.operation).map((one) => bodyType(this.#schemas, one));
    return [...new Set(types)].join(" | ") || "unknown";
  }

  #result(): string {
    return union(resultsOf(this.operation).map((response) => this.#value(response))) || "undefined";
  }

  #value({ content }: Response): string {
    return content.length === 0 ? "undefined" : union(content.map((media) => resultType(this.#schemas, media)));
  }

  #withResponse(): string {
    const types = resultsOf(this.operation).map((response) => {
      const headers = response.headers.map(
        (header) =>
          `readonly ${propertyKey(headerKey(header))}${header.required ? "" : "?"}: ${this.#headerType(header)}`,
      );
      const named = headers.length === 0 ? "" : `, { ${headers.join("; ")} }`;
      return `$http.TypedResponse<${isCode(response.status) ? response.status : "number"}, ${this.#value(response)}${named}>`;
    });
    return union(types) || "$http.TypedResponse<number, undefined>";
  }

  /** Of a header that is no JSON, a value of which nothing is known stays the string that it is. */
  #headerType({ schema, isJson }: Header): string {
    return this.#schemas.inlineType(schema) ?? (isJson ? "unknown" : "string");
  }

  #errorBody(response: Response): string {
    if (!isJsonError(response)) return "unknown";
    return union(response.content.map(({ schema }) => this.#schemas.typeOf(schema, "response") ?? "unknown"));
  }

  /** Flat, save those that are given below their place. */
  #parameterTypes(about: (what: string) => Lines): Lines {
    const { parameters } = this.operation;
    if (parameters.length === 0) return [];
    const query = parameters.filter((one) => one.in === "query" && !one.placed);
    const others = parameters.filter((one) => !query.includes(one));
    const places = [...new Set(others.flatMap((one) => (one.placed ? [one.in] : [])))];
    const groups = places.flatMap((place) => {
      const members = others.filter((one) => one.placed && one.in === place);
      const optional = members.some(({ required }) => required) ? "" : "?";
      return [`readonly ${place}${optional}: {`, ...indented(members.flatMap((one) => this.#member(one))), "};"];
    });
    const flat = others.filter(({ placed }) => !placed).flatMap((one) => this.#member(one));
    const inherited = query.length === 0 ? "" : ` extends ${this.#typeName("Query")}`;
    const body = [...flat, ...groups];
    return [
      ...(query.length === 0
        ? []
        : [
            ...about("Query"),
            `export interface ${this.#typeName("Query")} {`,
            ...indented(query.flatMap((one) => this.#member(one))),
            "}",
          ]),
      ...about("Parameters"),
      ...(body.length === 0
        ? [`export interface ${this.#typeName("Parameters")}${inherited} {}`]
        : [`export interface ${this.#typeName("Parameters")}${inherited} {`, ...indented(body), "}"]),
    ];
  }

  #member({ name, required, description, deprecated, schema }: Parameter): Lines {
    const type = this.#schemas.typeOf(schema, "request") ?? "unknown";
    const said = [description, deprecated ? "@deprecated" : undefined].filter((part) => part !== undefined);
    return [
      ...docComment(said.join("\n\n")),
      `${propertyKey(name)}${required ? "" : "?"}: ${type}${inherited(name, !required)};`,
    ];
  }
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}

/** Whether it is a single status: no range, and not `default`. */
function isCode(status: string): boolean {
  return /^\d{3}$/.test(status);
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

/** What a caller passes for a body. */
function bodyType(schemas: ClientSchemas, media: MediaType): string {
  const kind = kindOf(media);
  if (kind === "binary") return "Blob | ArrayBuffer | ArrayBufferView | string";
  if (kind === "text") return "string";
  return schemas.typeOf(media.schema, "request") ?? "unknown";
}

/** What a caller gets of a response. */
function resultType(schemas: ClientSchemas, media: MediaType): string {
  const kind = resultKindOf(media);
  if (kind === "json" || kind === "any") return schemas.typeOf(media.schema, "response") ?? "unknown";
  return kind === "text" ? "string" : "Blob";
}

/** The media types between which a call may choose; `image/*` is any image. */
function contentTypes(media: readonly MediaType[]): string {
  const names = media.map(({ mediaType }) => mediaType);
  if (names.length < 2 && !names.some(isRange)) return "";
  return names.map((name) => (isRange(name) ? templateType(name.split("*")) : literal(name))).join(" | ");
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
  const type = `export type ${name}Options = $http.ClientOptions${hasCredentials ? ` & ${name}Credentials` : ""}`;
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

import {
  componentName,
  componentRef,
  type ErrorFields,
  type Header,
  isJsonObject,
  isRange,
  type JsonObject,
  type MediaType,
  type Model,
  type Operation,
  type Parameter,
  pointerSegments,
  type Response,
} from "@earmark/openapi";
import type { ClientSchemas } from "../client-schemas.ts";
import { formFields, headerField, kindOf, mayBe, operationTable } from "../operations/index.ts";
import { Expression, literal, propertyKey } from "../source.ts";
import { errorsOf, isJsonError, requestMedia, resultsOf } from "./media.ts";
import { headerKey } from "./names.ts";
import { usualSecurity } from "./security.ts";

/** Members of an object literal: JSON and expressions. */
type Members = Record<string, unknown>;

/**
 * What a call of each operation needs, as the runtime of `@earmark/http` describes it: what the operation table says of
 * it, with checks, codecs and plug-ins in place of the names of schemas.
 */
export class OperationDefinitions {
  readonly #model: Model;
  readonly #schemas: ClientSchemas;
  readonly #table: Readonly<Record<string, JsonObject>>;
  readonly #hasUsualSecurity: (operation: Operation) => boolean;

  constructor(model: Model, schemas: ClientSchemas) {
    this.#model = model;
    this.#hasUsualSecurity = usualSecurity(model);
    this.#schemas = schemas;
    this.#table = operationTable(model);
  }

  of(operation: Operation): Members {
    const {
      basePath: _,
      parameters,
      requestBody,
      responses,
      security,
      pagination,
      idempotent: __,
      ...rest
    } = this.#table[operation.methodName] ?? {};
    const errors = errorsOf(operation);
    const readers = errors.flatMap(({ status, extensions: { "x-error": own } }) =>
      own ? [[status, readerOf(own)]] : [],
    );
    const retryOn = operation.extensions["x-retry-on"] ?? this.#model.extensions["x-retry-on"];
    return {
      ...rest,
      // The runtime knows what the method says.
      ...(isDeclaredIdempotent(operation) && { idempotent: true }),
      parameters: Object.values(Object(parameters)).map((one) => this.#bound(Object(one), "request")),
      ...(operation.requestBody && {
        requestBody: { ...Object(requestBody), content: this.#requestContent(operation, Object(requestBody)) },
      }),
      responses: Object.fromEntries(
        resultsOf(operation).map((one) => [one.status, this.#response(one, Object(Object(responses)[one.status]))]),
      ),
      ...(errors.length > 0 && {
        errors: Object.fromEntries(errors.map((one) => [one.status, this.#errorChecks(one)])),
      }),
      ...(readers.length > 0 && { readErrors: Object.fromEntries(readers) }),
      ...(retryOn && { retryOn }),
      ...(this.#hasUsualSecurity(operation) ? {} : { security }),
      ...(pagination === undefined ? {} : { pagination, pages: http("pagesOf") }),
      ...this.#plugins(operation),
    };
  }

  /** An entry of the table with its check in place of the name of its schema. */
  #bound({ schema, ...rest }: JsonObject, direction: "request" | "response"): Members {
    return { ...rest, ...(typeof schema === "string" ? this.#check(schema, direction) : {}) };
  }

  #check(schema: string, direction: "request" | "response"): Members {
    const check = this.#schemas.checkOf(schema, direction);
    return check === undefined ? {} : { check: new Expression(`$checks.${check}`) };
  }

  #requestContent(operation: Operation, { content }: JsonObject): Members {
    return Object.fromEntries(
      requestMedia(operation).map((media) => {
        const described: JsonObject = Object(Object(content)[media.mediaType]);
        const codec = codecOf(this.#model, media);
        const { fields, ...bound } = this.#bound(described, "request");
        const written = codec === "formCodec" ? joinedLists(Object(fields)) : fields;
        return [
          media.mediaType,
          { codec: http(codec), ...bound, ...(written === undefined ? {} : { fields: written }) },
        ];
      }),
    );
  }

  #response({ headers }: Response, { content, ...rest }: JsonObject): Members {
    return {
      ...rest,
      ...(isJsonObject(content) && {
        content: Object.fromEntries(
          Object.entries(content).map(([type, media]) => [type, this.#bound(Object(media), "response")]),
        ),
      }),
      ...(headers.length > 0 && {
        headers: Object.fromEntries(headers.map((header) => [headerKey(header), this.#header(header)])),
      }),
    };
  }

  /** Of a schema without a name there is no check. What it says of types is held to when the header is decoded. */
  #header(header: Header): Members {
    const { schema } = header;
    const named = isJsonObject(schema) && typeof schema.$ref === "string" ? componentName(schema.$ref) : undefined;
    return {
      ...(headerKey(header) === header.name ? {} : { name: header.name }),
      ...headerField(this.#model, header),
      ...(named === undefined ? {} : this.#check(named, "response")),
    };
  }

  /** None where any body will do. */
  #errorChecks(response: Response): readonly unknown[] {
    if (!isJsonError(response)) return [];
    return response.content.flatMap(({ schema = "" }) => Object.values(this.#check(schema, "response")));
  }

  /** What the core of the runtime does not carry, since most operations need none of it. */
  #plugins(operation: Operation): Members {
    const { parameters } = operation;
    const at = (...places: readonly Parameter["in"][]): readonly Parameter[] =>
      parameters.filter((one) => places.includes(one.in));
    const isStyledPath = at("path").some((one) => this.#isStyled(one, "simple"));
    const query = at("query");
    const hasHeaders = at("header", "cookie").length > 0;
    const needsWire =
      isStyledPath ||
      hasHeaders ||
      // Only the wire writes a path in another way.
      parameters.some((one) => one.placed && one.in === "path") ||
      isManifold(requestMedia(operation)) ||
      resultsOf(operation).some(needsReading);
    return {
      ...(isStyledPath && { writePath: http("serializeStyledPath") }),
      ...(query.length > 0 && {
        writeQuery: http(query.some((one) => this.#isStyled(one, "form")) ? "serializeStyledQuery" : "serializeQuery"),
      }),
      ...(hasHeaders && { writeHeaders: http("serializeHeaders") }),
      ...(resultsOf(operation).some(({ headers }) => headers.length > 0) && { readHeaders: http("decodeHeaders") }),
      ...(needsWire && { wire: http("fullWire") }),
    };
  }

  /** Beyond what the lean serializers do: primitives and arrays in the default style of the place. */
  #isStyled(parameter: Parameter, style: string): boolean {
    return (
      parameter.style !== style ||
      parameter.allowReserved ||
      parameter.contentType !== undefined ||
      mayBe(this.#model, "object", { $ref: componentRef(parameter.schema) }) ||
      (parameter.in === "path" && parameter.explode)
    );
  }
}

function isDeclaredIdempotent({ extensions, idempotencyKey }: Operation): boolean {
  return extensions["x-idempotent"] === true || idempotencyKey !== undefined;
}

/** What the errors of a document are like, as the runtime describes the API. */
export function errorsOfApi({ extensions, operations }: Model): Members {
  const { "x-request-id-header": header, "x-error": fields } = extensions;
  const read = fields ? readerOf(fields) : http("usualError");
  const hasOwn = operations.some((one) => errorsOf(one).some((error) => error.extensions["x-error"]));
  return {
    requestId:
      header === undefined ? http("usualRequestId") : new Expression(`(headers) => headers.get(${literal(header)})`),
    readError: hasOwn ? new Expression(`$http.errorOfResponse(${read.code})`) : read,
  };
}

/** A function that reads the parts of an error from its body. */
function readerOf({ code, message, link }: ErrorFields): Expression {
  const parts = [code, message, link].map((pointer) => (pointer === undefined ? undefined : accessTo(pointer)));
  const last = parts.findLastIndex((part) => part !== undefined);
  return new Expression(
    `(body) => [${parts
      .slice(0, last + 1)
      .map(String)
      .join(", ")}]`,
  );
}

/** What a JSON pointer leads to in the body of a response, `undefined` where there is nothing. */
function accessTo(pointer: string): string {
  const names = pointerSegments(pointer).map((name) => (propertyKey(name) === name ? name : `[${literal(name)}]`));
  return ["body", ...names].join("?.");
}

/** What the runtime is imported as. */
function http(name: string): Expression {
  return new Expression(`$http.${name}`);
}

/** The codec of `@earmark/http` that writes a body. */
function codecOf(model: Model, media: MediaType): string {
  const kind = kindOf(media);
  if (kind !== "form") return `${kind}Codec`;
  const isStyled = Object.values(formFields(model, media)).some(
    ({ style, allowReserved, contentType, type, items, required }) =>
      (style ?? allowReserved ?? contentType ?? required) !== undefined || type === "object" || items === "object",
  );
  return isStyled ? "styledFormCodec" : "formCodec";
}

/** Of a form that `formCodec` writes, the lists that are joined are all that it asks about. */
function joinedLists(fields: Readonly<Record<string, JsonObject>>): Members {
  const joined = Object.entries(fields).filter(([, { explode }]) => explode === false);
  return Object.fromEntries(joined.map(([name]) => [name, { explode: false }]));
}

/** A body whose media type is chosen at the call, or made at it, as the boundary of multipart is. */
function isManifold(content: readonly MediaType[]): boolean {
  return content.length > 1 || content.some((media) => isRange(media.mediaType) || kindOf(media) === "multipart");
}

/** A success that is not one kind of JSON, and so has to be asked for and read in another way. */
function needsReading({ status, content }: Response): boolean {
  return status === "304" || content.length > 1 || content.some((media) => kindOf(media) !== "json");
}

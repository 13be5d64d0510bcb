/**
 * The operation table: what a generated client, the sandbox and the command line know about an API at run time.
 * Emitted by codegen as plain data, so that one description serves every caller.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#operation-object
 */
export interface Operation {
  readonly operationId: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** Path template, relative to the server: `/v1/Voice/{CallSid}/Annotation`. */
  readonly path: string;
  /** Path of the document's server, such as `/v1`. Left out where it has none. */
  readonly basePath?: string;
  /**
   * Sending it twice does what sending it once does: by its method (RFC 9110 section 9.2.2), by `x-idempotent: true`, or
   * by its key.
   */
  readonly idempotent: boolean;
  /** The header of its key, which is the same for all attempts of a call: `x-idempotency-key`. */
  readonly idempotencyKey?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  /**
   * What responses are asked for: the media types of successes, then those of errors.
   *
   * @default "application/json"
   */
  readonly accept?: string;
  /** By status as the document spells it: `200`, `4XX`, `default`. */
  readonly responses: Readonly<Record<string, ResponseDescription>>;
  /** Alternatives; each names the security schemes that it needs together. An empty alternative: no credentials needed. */
  readonly security: readonly (readonly string[])[];
  /** How the next page is found, where a response is a page of a list: `x-pagination`. */
  readonly pagination?: Pagination;
}

/** Pointers into the body of a response (RFC 6901), and what leads to the next page: its URL or a cursor. */
export interface Pagination {
  /** Where the items of a page are. */
  readonly items: string;
  /** Where the URL of the next page is. Only its query is used, on the path of the operation. */
  readonly nextUrl?: string;
  /** Where the value is that asks for the next page as the query parameter `parameter`. */
  readonly nextCursor?: string;
  readonly parameter?: string;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object */
export interface Parameter extends ParameterRules {
  /** Name of its schema in the document, or one derived from the operation. */
  readonly schema: string;
}

/** Where a parameter goes, and how it is written there. */
export interface ParameterRules {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  /** @default false */
  readonly required?: boolean;
  /**
   * Given below its place, `{ query: { id } }`, since another parameter of the operation has its name.
   *
   * @default false
   */
  readonly placed?: boolean;
  /** @default "form" in a query or cookie, "simple" in a path or header */
  readonly style?: Style;
  /** @default true for the styles "form" and "deepObject", false for the others */
  readonly explode?: boolean;
  /** In a query: what RFC 3986 reserves stays as it is, save what would end the value. */
  readonly allowReserved?: boolean;
  /** For a parameter that is described by `content`: its media type, which takes the place of a style. */
  readonly contentType?: string;
}

/**
 * Lists that are joined by spaces, tabs or bars may stand in any place but a cookie: in Swagger 2.0, `collectionFormat`
 * says so.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export type Style =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "tabDelimited"
  | "pipeDelimited"
  | "deepObject";

export interface RequestBody {
  readonly required: boolean;
  /** By media type, in the order of the document. The first one is sent, unless a call chooses another. */
  readonly content: Readonly<Record<string, MediaType>>;
}

export interface ResponseDescription {
  /** By media type; absent when the response has no body. */
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  /**
   * Name of the schema that the body is validated with; absent when the document gives none, or one of what the body
   * means, as that of XML or CSV.
   */
  readonly schema?: string;
  /** Of a response: a string, although that does not follow from its media type, as from `text/*`. */
  readonly text?: boolean;
  /** For forms, `multipart/form-data` included: how each property is written and read back. */
  readonly fields?: Readonly<Record<string, FormField>>;
}

/** One property of a form body: its type, and its Encoding Object where it has one. */
export interface FormField {
  readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object" | "file";
  /** Type of the items of an array. */
  readonly items?: "string" | "number" | "integer" | "boolean" | "object" | "file";
  /** `null` is written as an empty value. */
  readonly nullable?: boolean;
  /**
   * Of a list: has to be there, and so must not be empty.
   *
   * @default false
   */
  readonly required?: boolean;
  /**
   * `true`: a key per item. `false`: one key, items joined by commas.
   *
   * @default true
   */
  readonly explode?: boolean;
  /** @default "form"; for an object, JSON */
  readonly style?: Style;
  readonly allowReserved?: boolean;
  /** Media type of the property; in multipart possibly several with commas, or a range such as `image/*`. */
  readonly contentType?: string;
}

/**
 * What the document tells people about a parameter, for those who make options of a command line or a form of it. One
 * that is given below its place is called `query/id`.
 */
export interface ParameterDocumentation {
  readonly description?: string;
  /** `x-cli-name`: what the option is called, where that does not follow from the name. */
  readonly cliName?: string;
}

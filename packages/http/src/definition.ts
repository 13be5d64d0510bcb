import type { Check, Issue } from "@earmark/validation";
import type { BodyCodec } from "./body-codec.ts";
import type { CallOptions, ClientOptions, RequestClass } from "./client-options.ts";
import type { CompleteResponse, ReadContent, ResponseMedia } from "./complete-response.ts";
import type { Fetch } from "./fetch.ts";
import type { HeaderCodec } from "./headers.ts";
import type { MediaType, Operation, ParameterRules, RequestBody } from "./operation.ts";
import type { PathCodec } from "./path.ts";
import type { QueryCodec } from "./query.ts";
import type { HeaderDecoder, ResponseHeader } from "./response-headers.ts";
import type { ResponseFacts } from "./validation-error.ts";

/** What all operations of an API share. */
export interface ApiDefinition {
  /** The version of this interface that the code was generated for: `INTERFACE_VERSION` of `@earmark/validation`. */
  readonly interface: number;
  /** The server of the document; what `baseUrl` is when the caller gives none. */
  readonly baseUrl: string;
  /** Reads the credentials from the options: `basicCredentials`, `securitySchemes` or `noCredentials`. */
  readonly auth: OpenAuth;
  /** Reads the id of a request in the headers of its response: the one of `x-request-id-header`, or `usualRequestId`. */
  readonly requestId: (headers: Headers) => string | null;
  /** Reads the bodies of errors: as `x-error` says, or `usualError`; `errorOfResponse` where some differ. */
  readonly readError: ErrorReader;
}

/**
 * @param check throws for a URL where the credentials must not go.
 * @throws {TypeError} for missing or wrong credentials.
 */
export type OpenAuth = (options: ClientOptions, origin: string, check: (url: string) => void) => Auth;

/** Credentials, which stay in the closures of its functions. */
export interface Auth {
  /** Replaces credentials that a server sends back. */
  readonly redact: (text: string) => string;
  /**
   * Obtains the credentials of an operation, once per call; without one, those of a request of `raw`.
   *
   * @throws {TypeError} where some are missing.
   */
  readonly secure: (operation?: OperationDefinition) => Sign | Promise<Sign>;
}

/** Puts credentials on a copy of the request of an attempt. Throws TypeError for one where they must not go. */
export type Sign = (request: Request) => Request | Promise<Request>;

/** One operation with its checks, codecs and plug-ins, so that a bundle has those of the operations that it calls. */
export interface OperationDefinition
  extends Pick<Operation, "operationId" | "method" | "path" | "accept" | "pagination"> {
  /**
   * Sending it twice does what sending it once does.
   *
   * @default by the method: all but POST and PATCH (RFC 9110 section 9.2.2)
   */
  readonly idempotent?: boolean;
  readonly parameters: readonly ParameterDefinition[];
  readonly requestBody?: Pick<RequestBody, "required"> & {
    readonly content: Readonly<Record<string, BodyDefinition>>;
  };
  /** Successes by status as the document spells it: those whose content a call returns. */
  readonly responses: Readonly<Record<string, ResponseDefinition>>;
  /**
   * Checks of the bodies of errors, by status as the document spells it. A body has to pass one of them; none means any
   * body. Lenient, as for all that is received.
   */
  readonly errors?: Readonly<Record<string, readonly Check[]>>;
  /** Reads the bodies of those errors that are not as the other ones of the API, by status. */
  readonly readErrors?: Readonly<Record<string, ErrorReader>>;
  /**
   * Statuses of requests that were not processed, so that each may be repeated: `x-retry-on`.
   *
   * @default []
   */
  readonly retryOn?: readonly number[];
  /** Writes query parameters, for an operation that has any. */
  readonly writeQuery?: QueryCodec;
  /**
   * Writes path parameters; needs `wire`.
   *
   * @default primitives and arrays in style `simple`
   */
  readonly writePath?: PathCodec;
  /** Writes header and cookie parameters, for an operation that has any; needs `wire`. */
  readonly writeHeaders?: HeaderCodec;
  /** Reads the documented headers of responses, for an operation that has any. */
  readonly readHeaders?: HeaderDecoder;
  /**
   * Applies `writePath` and `writeHeaders`, chooses between media types, and reads responses that are neither JSON nor strings.
   *
   * @default the first media type of a request; responses are read as JSON or as strings
   */
  readonly wire?: Wire;
  /**
   * Alternatives; each names the security schemes that it needs together. An empty alternative: no credentials needed.
   *
   * @default the credentials of `basicCredentials`, which know no names
   */
  readonly security?: Operation["security"];
  /** Finds further pages, for an operation with `pagination`. */
  readonly pages?: PageReader;
}

/** A parameter with its check, which is strict, as for all that is sent. Without one, it is not checked. */
export interface ParameterDefinition extends ParameterRules {
  readonly check?: Check;
}

/** A media type of a request body, with its codec and its check. */
export interface BodyDefinition extends Omit<MediaType, "schema" | "text"> {
  readonly codec: BodyCodec;
  readonly check?: Check;
}

export interface ResponseDefinition {
  /** By media type; absent when the response has no body. The check is lenient, as for all that is received. */
  readonly content?: Readonly<Record<string, ResponseMedia>>;
  /** Documented headers, by name as the document spells it. */
  readonly headers?: Readonly<Record<string, ResponseHeader>>;
}

/** What a method is called with. */
export interface CallArguments {
  /** By name. Without a prototype, whose members would be taken for parameters of these names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly options: CallOptions<string>;
}

/** One call of an operation. */
export interface Call extends CallArguments {
  readonly operation: OperationDefinition;
}

/** What a caller is to this package; under a symbol, so that it shows nothing. */
export interface CallerCore {
  readonly baseUrl: string;
  readonly Request: RequestClass | undefined;
  /**
   * Sends requests of `raw`, with their operation where the document has it.
   *
   * @param send what sends them instead of the caller's `fetch`, its retries and its limits.
   */
  readonly fetch: (operation: OperationDefinition | undefined, send: Fetch | undefined) => Fetch;
  readonly redact: (text: string) => string;
  /** Calls an operation; `read` makes the result instead of its pages or the value of its body. */
  readonly call: (operation: OperationDefinition, given: readonly unknown[], read?: ResponseReader) => unknown;
}

/**
 * Makes the result of a call of a successful response, as the document describes it. Throws where there is none.
 *
 * @param onIssues called with what is wrong, without credentials; left out where responses are not checked.
 */
export type ResponseReader = (
  operation: OperationDefinition,
  response: CompleteResponse,
  facts: ResponseFacts,
  redact: (text: string) => string,
  onIssues?: (issues: readonly Issue[]) => void,
) => unknown;

/** What the body of an error says: each of any type, `undefined` where there is none; the link explains the error. */
export type ErrorDetails = readonly [code?: unknown, message?: unknown, link?: unknown];

/**
 * Reads the body of an error, of an operation where it is one of a call.
 *
 * @param body parsed JSON, else a string; `undefined` where it is too large to be read.
 */
export type ErrorReader = (body: unknown, status: number, operation: OperationDefinition) => ErrorDetails;

/** What is made of a call whose responses are pages of a list. */
export type PageReader = (call: Call, send: (call: Call) => Promise<unknown>, baseUrl: string) => unknown;

/**
 * Makes the request of a call, sends it, and reads the body of its response.
 *
 * @param collect reads the body.
 * @default a string
 */
export type Exchange = (call: Call, collect?: ReadContent) => Promise<CompleteResponse>;

/**
 * What an operation needs beyond the simplest parameters and one media type: the way from a call to the wire and back.
 * See `fullWire`.
 */
export interface Wire {
  /**
   * Makes a call with the media type of the body that its `contentType` asks for, or the default one, and decodes the
   * content of the response by its own.
   */
  readonly exchange: (call: Call, exchange: Exchange) => Promise<CompleteResponse>;
  /** The options that replace `init`: how a request is written. */
  readonly write: (operation: OperationDefinition, init: CompleteInit) => Partial<RequestOptions>;
}

/** The options of openapi-fetch that are used here, for any path. */
export interface Init {
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly body?: unknown;
  readonly headers?: RequestInit["headers"] | undefined;
  readonly [option: string]: unknown;
}

/** With all headers but those of parameters and, where the wire chooses it, the media type of the body. */
interface CompleteInit extends Init {
  readonly headers: Headers;
}

/** How a request is written, in the options of openapi-fetch. */
export interface RequestOptions {
  readonly pathSerializer: (template: string, values: Readonly<Record<string, unknown>>) => string;
  readonly querySerializer: (values: Record<string, unknown>) => string;
  readonly bodySerializer?: (body: unknown) => NonNullable<RequestInit["body"]>;
  readonly params: NonNullable<Init["params"]>;
  readonly headers: Headers;
}

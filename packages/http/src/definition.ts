import type { Check } from "@earmark/validation";
import type { Call } from "./arguments.ts";
import type { AuthScheme } from "./auth-scheme.ts";
import type { BodyCodec } from "./body-codec.ts";
import type { ClientOptions } from "./client-options.ts";
import type { Fetch } from "./fetch.ts";
import type { HeaderCodec } from "./headers.ts";
import type { Operation } from "./operation.ts";
import type { PathCodec } from "./path.ts";
import type { QueryCodec } from "./query.ts";
import type { CompleteResponse } from "./response.ts";

/** What a generated client is made from: data, validators and plug-ins. */
export interface ClientDefinition {
  /** The version of this interface that the client was generated for: `INTERFACE_VERSION` of `@earmark/validation`. */
  readonly interface: number;
  /** The server of the document; what `baseUrl` is when the caller gives none. */
  readonly baseUrl: string;
  /** By the name of the method that calls it. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** By schema name; strict, for what is sent. A schema without a check is not checked. */
  readonly requests: Readonly<Record<string, Check>>;
  /** By schema name; lenient, for what is received. A schema without a check is not checked. */
  readonly responses: Readonly<Record<string, Check>>;
  /** By media type as the document spells it. A client that only sends forms does not carry the others. */
  readonly codecs: Readonly<Record<string, BodyCodec>>;
  /**
   * Writes path parameters; needs `wire`.
   *
   * @default primitives and arrays in style `simple`
   */
  readonly path?: PathCodec;
  /** Writes query parameters, for an API that has any. */
  readonly query?: QueryCodec;
  /** Writes header and cookie parameters, for an API that has any; needs `wire`. */
  readonly headers?: HeaderCodec;
  /**
   * Applies `path` and `headers`, chooses between media types, and reads responses that are neither JSON nor strings.
   *
   * @default the first media type of a request; responses are read as JSON or as strings
   */
  readonly wire?: OpenWire;
  /** Ways to authenticate, where Basic alone will not do; needs `wire`. `credentials` is empty then. */
  readonly auth?: readonly AuthScheme[];
  /** Names of the options that hold user and password; the caller gives exactly one pair. Empty: no credentials. */
  readonly credentials: readonly (readonly [user: string, password: string])[];
}

/**
 * What a client needs for a document with more than Basic authentication, the simplest parameters, and one media type:
 * the way from a call to the wire and back. Made once per client, since it keeps the credentials; see `fullWire`.
 */
export type OpenWire = (definition: ClientDefinition, options: ClientOptions) => Wire;

export interface Wire {
  /** Redacts credentials that a server sends back. */
  readonly redact?: ((text: string) => string) | undefined;
  /**
   * Chooses the media type of the body, by `contentType` of the call or by default: in the call that is returned, the
   * operation has no other, and the headers name it.
   */
  readonly narrow: (call: Call) => Call;
  /** Decodes the content of a response by its media type. */
  readonly read: (operation: Operation, response: CompleteResponse) => Promise<CompleteResponse>;
  /** The options that replace `init`: how a request is written and sent. */
  readonly write: (operation: Operation | undefined, init: Init, fetch: Fetch) => object;
}

/** The options of openapi-fetch that are used here, for any path. */
export interface Init {
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly body?: unknown;
  readonly headers?: RequestInit["headers"] | undefined;
  readonly fetch?: Fetch;
  readonly [option: string]: unknown;
}

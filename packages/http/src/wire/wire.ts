import type { ClientOptions } from "../client-options.ts";
import type { ClientDefinition } from "../definition.ts";
import type { Fetch, Received } from "../fetch.ts";
import type { Init } from "../openapi-fetch.ts";
import type { Operation } from "../operation.ts";
import type { Body, ReadResponse } from "../response.ts";

/**
 * What a client needs for a document with more than Basic authentication, the simplest parameters, and one media type:
 * the way from a call to the wire and back. Made once per client, since it keeps the credentials; see `fullWire`.
 */
export type OpenWire = (definition: ClientDefinition, options: ClientOptions) => Wire;

export interface Wire {
  /** Takes credentials out of what a server said, should it repeat them. */
  readonly redact?: ((text: string) => string) | undefined;
  /**
   * An operation with the one media type that its body is sent in, which the `contentType` of a call may choose. Leaves
   * the choice in the headers of the call.
   */
  readonly narrow: (operation: Operation, args: unknown[]) => Operation;
  /** What the body of a response is read as. */
  readonly read: (operation: Operation, response: ReadResponse) => Promise<Body & Pick<Response, "ok">>;
  /** How a request is written and sent: what takes the place of `init`. */
  readonly write: (operation: Operation | undefined, init: Init<Received>, fetch: Fetch) => object;
}

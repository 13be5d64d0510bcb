import { createServer, type Server } from "node:http";

/** How long clients may take, in milliseconds. */
export interface ServerTimeouts {
  /**
   * Until a request's headers are there, from the opening of the connection or the end of the request before.
   *
   * @default 10_000
   */
  readonly headersTimeout?: number;
  /**
   * Until the whole request is there.
   *
   * @default 30_000
   */
  readonly requestTimeout?: number;
  /**
   * Between two requests on one connection.
   *
   * @default 5_000
   */
  readonly keepAliveTimeout?: number;
}

/** An HTTP server that no client can keep busy for long, or make remember much. */
export function createHardenedServer(timeouts: ServerTimeouts): Server {
  const { headersTimeout = 10_000, requestTimeout = 30_000, keepAliveTimeout = 5_000 } = timeouts;
  const server = createServer({
    headersTimeout,
    requestTimeout,
    keepAliveTimeout,
    connectionsCheckingInterval: Math.min(1_000, headersTimeout / 2, requestTimeout / 2),
    // Not left to the command line of whoever runs it. Includes the URL.
    maxHeaderSize: 16 * 1024,
    insecureHTTPParser: false,
    // A missing one is answered by us, in the format of the provider's errors, like everything else that is malformed.
    requireHostHeader: false,
  });
  // By default the 2001st header is dropped in silence, credentials or not. Their size is limited anyway.
  server.maxHeadersCount = 0;
  return server;
}

import { createServer, type Server } from "node:http";
import type { ServerTimeouts } from "./server-timeouts.ts";

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

import type { Server } from "node:http";

const GRACE_MS = 200;

/** Stops a server. What is being answered may be finished for a moment; then every connection ends. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

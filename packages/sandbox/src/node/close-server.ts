import type { Server } from "node:http";

/** Stops a server: at once but for the requests under way, which have `grace` milliseconds. */
export async function closeServer(server: Server, underWay: ReadonlySet<Promise<void>>, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, grace);
  });
  await Promise.race([allOf(underWay), patience]);
  clearTimeout(timer);
  server.closeAllConnections();
  await closed;
}

/** Waits for all of them, those included that join meanwhile. */
async function allOf(underWay: ReadonlySet<Promise<void>>): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}

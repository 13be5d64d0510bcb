// A server that dies on request, for tests of what happens then. It starts in no time, which Prism does not.
import { createServer } from "node:http";

process.once("disconnect", () => process.exit(0));

const server = createServer(async ({ url = "", headers }, response) => {
  if (url.startsWith("/die")) throw new Error("killed by a request");
  if (url.startsWith("/hang")) return;
  // Busy until it is ended: other requests get no response either.
  if (url.startsWith("/spin")) for (;;);
  response.end(headers.host);
  if (url.startsWith("/respond-and-die")) {
    await new Promise((resolve) => response.once("close", resolve));
    throw new Error("killed by something later");
  }
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ ready: { mock: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}` } });
});

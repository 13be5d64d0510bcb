// The entry of a process of its own: some requests kill Prism, and would take the tests with it.
//
// node host.ts DOCUMENT [UPSTREAM]
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import type { PrismUrls, ReadyMessage } from "./host-message.ts";
import { silentLogger } from "./silent-logger.ts";

// The parent has gone, whether it closed or crashed. There is nobody left to serve.
process.once("disconnect", () => process.exit(0));

const [document = "", upstream] = process.argv.slice(2);
const operations = await getHttpOperationsFromSpec(document);
const components = { logger: silentLogger() };
const shared = {
  mock: { dynamic: false },
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
};

const mock = createServer(operations, { components, cors: false, config: { ...shared, isProxy: false } });
const urls: { -readonly [name in keyof PrismUrls]: PrismUrls[name] } = { mock: await mock.listen(0, "127.0.0.1") };
if (upstream !== undefined) {
  const config = { ...shared, isProxy: true as const, upstream: new URL(upstream) };
  urls.proxy = await createServer(operations, { components, cors: false, config }).listen(0, "127.0.0.1");
}
process.send?.({ ready: urls } satisfies ReadyMessage);

// The entry of a process of its own: some requests kill Prism, and would take the tests with it.
//
// node host.ts UPSTREAM DOCUMENT…
import { prism } from "../document/prism.ts";
import { mockConfig, proxyConfig, silentLogger } from "./config.ts";
import type { PrismUrls, ReadyMessage } from "./process.ts";

// The parent has gone, whether it closed or crashed. There is nothing left to serve.
process.once("disconnect", () => process.exit(0));

const { getHttpOperationsFromSpec } = prism("prism-http");
const { createServer } = prism("prism-http-server");

const [upstream = "", ...documents] = process.argv.slice(2);
const operations = (await Promise.all(documents.map((document) => getHttpOperationsFromSpec(document)))).flat();
const components = { logger: silentLogger() };

const mock = createServer(operations, { components, cors: false, config: mockConfig });
const urls: { -readonly [name in keyof PrismUrls]: PrismUrls[name] } = { mock: await mock.listen(0, "127.0.0.1") };
if (upstream !== "") {
  const proxy = createServer(operations, { components, cors: false, config: proxyConfig(upstream) });
  urls.proxy = await proxy.listen(0, "127.0.0.1");
}
process.send?.({ ready: urls } satisfies ReadyMessage);

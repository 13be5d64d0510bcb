import { createRequire } from "node:module";

/**
 * The modules of Prism that are used. Where there is a choice, not its entry, which loads half a second's worth of
 * generators of random data.
 */
interface Prism {
  readonly "prism-http": typeof import("@stoplight/prism-http");
  readonly "prism-http/dist/utils/filterRequiredProperties.js": typeof import("@stoplight/prism-http/dist/utils/filterRequiredProperties.js");
  readonly "prism-http/dist/utils/operations.js": typeof import("@stoplight/prism-http/dist/utils/operations.js");
  readonly "prism-http/dist/validator/index.js": typeof import("@stoplight/prism-http/dist/validator/index.js");
  readonly "prism-http-server": typeof import("@stoplight/prism-http-server");
  readonly "prism-http-server/dist/getHttpConfigFromRequest.js": typeof import("@stoplight/prism-http-server/dist/getHttpConfigFromRequest.js");
}

/** The oldest Node that Prism runs on. */
const OLDEST_NODE = 24;

/**
 * A module of Prism, loaded when it is first asked for: it is an optional peer, of 158 packages.
 *
 * @throws {Error} that says what to install, when it is not there or Node is too old for it.
 */
export function prism<Name extends keyof Prism>(
  name: Name,
  require: NodeJS.Require = createRequire(import.meta.url),
  node: string = process.versions.node,
): Prism[Name] {
  if (Number.parseInt(node, 10) < OLDEST_NODE)
    throw new Error(`Prism needs Node ${OLDEST_NODE} or later, and this is ${node}; install a newer one.`);
  try {
    return require(`@stoplight/${name}`);
  } catch (error) {
    // What it requires itself is not ours to explain.
    const isMissing = error instanceof Error && error.message.startsWith(`Cannot find module '@stoplight/${name}'`);
    if (!isMissing) throw error;
    const packages = "@stoplight/prism-http @stoplight/prism-http-server";
    throw new Error(`Prism is not installed; install it: npm install --save-dev ${packages}`, { cause: error });
  }
}

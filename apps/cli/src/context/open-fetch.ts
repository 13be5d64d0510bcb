import type { Fetch } from "@earmark/http";
import { UsageError } from "../errors/usage-error.ts";
import type { Context } from "./context.ts";

/**
 * The global fetch, which uses no proxy by default, set up for `HTTPS_PROXY` and `NO_PROXY`.
 *
 * Requests to this machine never go through a proxy, even one that Node is set up for: it would see credentials that
 * are sent unencrypted because the connection does not leave the machine.
 *
 * @see https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
 */
export async function openFetch(url: URL, env: Context["env"]): Promise<Fetch> {
  const [https] = given(env, "https_proxy", "HTTPS_PROXY");
  if (isThisMachine(url)) {
    if (https !== undefined || given(env, "http_proxy", "HTTP_PROXY").length > 0) await useNoProxy(env);
  } else if (https !== undefined) await useProxy(https, env);
  return (request, init) => fetch(request, init);
}

/** The variables that are set, in the order in which Node reads them. */
function given(env: Context["env"], ...names: readonly string[]): readonly string[] {
  return names.filter((name) => (env[name] ?? "") !== "");
}

async function useProxy(name: string, env: Context["env"]): Promise<void> {
  const proxy = env[name] ?? "";
  // The value may contain a password: no message quotes it.
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    throw new UsageError(`${name} must be an http: or https: URL`);
  }
  // Loaded late: it takes longer than the rest of the command.
  const { setGlobalProxyFromEnv } = await import("node:http");
  const { no_proxy, NO_PROXY } = env;
  // Node has it from 24.14 on; before, the variable does the same, from 22.21 on. Nothing is sent over http: here, but with an HTTP_PROXY
  // that is no URL it would throw an error that quotes the value.
  if (setGlobalProxyFromEnv !== undefined) {
    setGlobalProxyFromEnv({ http_proxy: proxy, https_proxy: proxy, no_proxy, NO_PROXY });
  } else if (!isSetUpForProxies(env)) {
    throw new UsageError(`${name} needs Node 24.14 or later, or from 22.21 on NODE_USE_ENV_PROXY=1 beside it`);
  }
}

/** Whether Node itself takes the proxies of the environment. One that does not know how ignores that it is asked to. */
function isSetUpForProxies({ NODE_USE_ENV_PROXY, NODE_OPTIONS = "" }: Context["env"]): boolean {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isAsked = NODE_USE_ENV_PROXY === "1" || [NODE_OPTIONS, ...process.execArgv].join(" ").includes("use-env-proxy");
  return isAsked && (major >= 24 || (major === 22 && minor >= 21));
}

async function useNoProxy(env: Context["env"]): Promise<void> {
  const { setGlobalProxyFromEnv } = await import("node:http");
  // Not the values of the environment, which may be no URLs; without any, Node would change nothing.
  const unused = "http://proxy.invalid";
  if (setGlobalProxyFromEnv !== undefined) {
    setGlobalProxyFromEnv({ http_proxy: unused, https_proxy: unused, no_proxy: "*" });
  } else if (isSetUpForProxies(env)) {
    throw new UsageError(
      "for this machine, leave out NODE_USE_ENV_PROXY and --use-env-proxy, or use Node 24.14 or later",
    );
  }
}

/** Whether a URL leads to this machine without a DNS query, which `localhost.` with a dot causes. */
export function isThisMachine({ hostname }: URL): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

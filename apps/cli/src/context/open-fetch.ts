import type { Fetch } from "@earmark/http";
import { UsageError } from "../errors/usage-error.ts";
import type { Context } from "./context.ts";

/**
 * The global fetch, which by itself knows no proxy, told to use that of `HTTPS_PROXY` except for `NO_PROXY`.
 *
 * Requests to this machine go there directly, whatever Node has been told about proxies: a proxy would see the
 * credentials of those that are not encrypted, and may not do so because nobody else can listen on the way.
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

/** Those of some variables that are set, in the order in which Node itself looks. */
function given(env: Context["env"], ...names: readonly string[]): readonly string[] {
  return names.filter((name) => (env[name] ?? "") !== "");
}

async function useProxy(name: string, env: Context["env"]): Promise<void> {
  const proxy = env[name] ?? "";
  // The value may hold a password, so no message repeats it.
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    throw new UsageError(`${name} must be an http: or https: URL`);
  }
  // Loaded here because it costs more than all the rest of the command.
  const { setGlobalProxyFromEnv } = await import("node:http");
  const { no_proxy, NO_PROXY } = env;
  // Node has it from 24.14 on; before, the variable says the same. Nothing is sent over http: here, but an HTTP_PROXY that
  // is no URL would make it fail, with the value in its message.
  if (setGlobalProxyFromEnv !== undefined) {
    setGlobalProxyFromEnv({ http_proxy: proxy, https_proxy: proxy, no_proxy, NO_PROXY });
  } else if (env.NODE_USE_ENV_PROXY !== "1") {
    throw new UsageError(`${name} needs NODE_USE_ENV_PROXY=1 beside it, or Node 24.14 or later`);
  }
}

async function useNoProxy(env: Context["env"]): Promise<void> {
  const { setGlobalProxyFromEnv } = await import("node:http");
  // Not those of the environment, which may be no URLs; and without any, Node would leave everything as it is.
  const unused = "http://proxy.invalid";
  if (setGlobalProxyFromEnv !== undefined) {
    setGlobalProxyFromEnv({ http_proxy: unused, https_proxy: unused, no_proxy: "*" });
  } else if (env.NODE_USE_ENV_PROXY === "1") {
    throw new UsageError("NODE_USE_ENV_PROXY must be unset for this machine, or Node be 24.14 or later");
  }
}

/** Whether a URL is served by this machine, whatever the network says: `localhost.` with a dot is asked of the network. */
export function isThisMachine({ hostname }: URL): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

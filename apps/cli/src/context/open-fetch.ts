import type { Fetch } from "@earmark/http";
import { UsageError } from "../errors/usage-error.ts";
import type { Context } from "./context.ts";

/**
 * The global fetch, which by itself knows no proxy, told to use that of `HTTPS_PROXY` except for `NO_PROXY`.
 *
 * Only for `https:`: a proxy would see the credentials of an unencrypted request, which stays on this machine; so
 * there, what Node has been told about proxies is taken back.
 *
 * @see https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
 */
export async function openFetch(url: URL, env: Context["env"]): Promise<Fetch> {
  // The order in which Node itself looks.
  const name = ["https_proxy", "HTTPS_PROXY"].find((candidate) => (env[candidate] ?? "") !== "");
  if (url.protocol === "https:" && name !== undefined) await useProxy(name, env[name] ?? "", env);
  if (url.protocol === "http:" && nodeUsesProxies(env)) await useNoProxy(env);
  return (request, init) => fetch(request, init);
}

async function useProxy(name: string, proxy: string, env: Context["env"]): Promise<void> {
  // The value may hold a password, so no message repeats it.
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    throw new UsageError(`${name} must be an http: or https: URL`);
  }
  // Loaded here because it costs more than all the rest of the command.
  const { setGlobalProxyFromEnv } = await import("node:http");
  // Node has it from 24.14 on; before, the variable says the same.
  if (setGlobalProxyFromEnv !== undefined) setGlobalProxyFromEnv({ ...env });
  else if (env.NODE_USE_ENV_PROXY !== "1") {
    throw new UsageError(`${name} needs NODE_USE_ENV_PROXY=1 beside it, or Node 24.14 or later`);
  }
}

function nodeUsesProxies(env: Context["env"]): boolean {
  return env.NODE_USE_ENV_PROXY === "1" || (env.NODE_OPTIONS ?? "").includes("--use-env-proxy");
}

async function useNoProxy(env: Context["env"]): Promise<void> {
  const { setGlobalProxyFromEnv } = await import("node:http");
  setGlobalProxyFromEnv?.({ ...env, no_proxy: "*" });
}

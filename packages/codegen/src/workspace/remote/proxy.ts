import * as http from "node:http";
import * as https from "node:https";
import type { Duplex } from "node:stream";
import { decoded, isLoopback } from "@earmark/openapi";
import { hostOf, isUrl } from "./document-url.ts";
import { RemoteDocumentError } from "./remote-document-error.ts";

/**
 * The proxy of a URL, from `HTTPS_PROXY`, unless `NO_PROXY` has its host. The names in lower case come first. Requests to
 * this machine never go through one, and no others are sent over `http:`.
 *
 * Node does the same only from 22.21 on, and only where a variable asks for it.
 *
 * @see https://everything.curl.dev/usingcurl/proxies/env.html
 * @throws {RemoteDocumentError} where the variable has no URL. It may have a password, so that it is not quoted.
 */
export function proxyFor(url: URL, env: NodeJS.ProcessEnv): URL | undefined {
  const [name] = given(env, "https_proxy");
  const [except] = given(env, "no_proxy");
  if (name === undefined || isLoopback(url) || (except !== undefined && isListed(url, env[except] ?? ""))) return;
  const value = env[name] ?? "";
  if (isUrl(value) && URL.canParse(value)) return new URL(value);
  throw new RemoteDocumentError(`${name}: expected a URL such as http://proxy.example:8080, received something else`);
}

/** The variables of this name that are set. */
function given(env: NodeJS.ProcessEnv, name: string): readonly string[] {
  return [name, name.toUpperCase()].filter((each) => (env[each] ?? "") !== "");
}

/** Whether `NO_PROXY` has a host: by its name, with a port or without, by a domain that it is in, or by `*`. */
function isListed({ hostname, port }: URL, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === "*") return true;
      const [, domain, at] = /^(?:\*?\.)?(\[.*\]|[^:]+)(?::(\d+))?$/.exec(entry) ?? [];
      if (domain === undefined || (at !== undefined && at !== (port || "443"))) return false;
      return hostname === domain || hostname.endsWith(`.${domain}`);
    });
}

/**
 * A connection to the host of a URL through a proxy.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6
 */
export function tunnel(url: URL, proxy: URL, signal: AbortSignal): Promise<Duplex> {
  const authority = `${url.hostname}:${url.port || "443"}`;
  const credentials = `${decoded(proxy.username)}:${decoded(proxy.password)}`;
  const authorization = { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` };
  const { request } = proxy.protocol === "https:" ? https : http;
  return new Promise((settle, fail) => {
    request({
      hostname: hostOf(proxy),
      ...(proxy.port !== "" && { port: proxy.port }),
      // Not the global agent: Node may have been told to use a proxy with that.
      agent: false,
      method: "CONNECT",
      path: authority,
      headers: { host: authority, ...(credentials !== ":" && authorization) },
      signal,
    })
      .on("error", fail)
      .on("connect", ({ statusCode }, socket: Duplex) => {
        if (statusCode === 200) return settle(socket);
        socket.destroy();
        const advice = statusCode === 407 ? "; name user and password in its URL: http://user:password@host" : "";
        fail(new RemoteDocumentError(`the proxy ${proxy.host} refused with status ${statusCode}${advice}`));
      })
      .end();
  });
}

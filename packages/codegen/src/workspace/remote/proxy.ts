import * as http from "node:http";
import * as https from "node:https";
import type { Duplex } from "node:stream";
import { decoded, isLoopback } from "@earmark/openapi";
import { RemoteDocumentError } from "./remote-document-error.ts";

/**
 * The proxy of a URL, from `HTTPS_PROXY` or `HTTP_PROXY`, unless `NO_PROXY` has its host. The names in lower case come
 * first. Requests to this machine never go through one: it would see credentials that do not leave the machine.
 *
 * Node does the same only from 22.21 on, and only where a variable asks for it.
 *
 * @see https://everything.curl.dev/usingcurl/proxies/env.html
 * @throws {RemoteDocumentError} where the variable has no URL. It may have a password, so that it is not quoted.
 */
export function proxyFor(url: URL, env: NodeJS.ProcessEnv): URL | undefined {
  const variable = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const [name] = given(env, variable);
  const [except] = given(env, "no_proxy");
  if (name === undefined || isLoopback(url) || (except !== undefined && isListed(url, env[except] ?? ""))) return;
  const value = env[name] ?? "";
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new RemoteDocumentError(`${name}: expected a URL such as http://proxy.example:8080, received something else`);
  return new URL(value);
}

/** The variables of this name that are set. */
function given(env: NodeJS.ProcessEnv, name: string): readonly string[] {
  return [name, name.toUpperCase()].filter((each) => (env[each] ?? "") !== "");
}

/** Whether `NO_PROXY` has a host: by its name, with a port or without, by a domain that it is in, or by `*`. */
function isListed({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname.toLowerCase();
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === "*") return true;
      const [, domain, at] = /^(?:\*?\.)?(\[.*\]|[^:]+)(?::(\d+))?$/.exec(entry) ?? [];
      if (domain === undefined || (at !== undefined && at !== (port || defaultPort(protocol)))) return false;
      return host === domain || host.endsWith(`.${domain}`);
    });
}

function defaultPort(protocol: string): string {
  return protocol === "https:" ? "443" : "80";
}

/** What a request to a proxy is made with. */
export function proxyOptions({ protocol, hostname, port, username, password }: URL): http.RequestOptions {
  const credentials = `${decoded(username)}:${decoded(password)}`;
  return {
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ""),
    port: port || defaultPort(protocol),
    // Not the global agent, which Node may have been told to use a proxy with.
    agent: false,
    headers:
      credentials === ":" ? {} : { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` },
  };
}

/**
 * A connection to the host of a URL through a proxy.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6
 */
export function tunnel(url: URL, proxy: URL, signal: AbortSignal): Promise<Duplex> {
  const authority = `${url.hostname}:${url.port || defaultPort(url.protocol)}`;
  const options = proxyOptions(proxy);
  const { request } = proxy.protocol === "https:" ? https : http;
  return new Promise((settle, fail) => {
    request({
      ...options,
      method: "CONNECT",
      path: authority,
      headers: { ...options.headers, host: authority },
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

import type { Finding } from "../diagnostics/diagnostic.ts";
import { isBaseUrl, isLoopback, serverUrl } from "../document/servers.ts";
import type { Json, JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Model } from "../model/model.ts";

/**
 * Servers that no client can call: at all, or with the credentials that operations ask for. A relative URL
 * is none of them: it depends on where the document is, and the caller says where that is.
 */
export function unusableServers({ document: { root }, operations, skipped }: Model): readonly Finding[] {
  const owners = new Map<string, { readonly source: JsonObject; readonly isSecured: boolean }>();
  for (const { pathItems, pointer: at, source: operation, security } of [...operations, ...skipped]) {
    const isSecured = isSecuredBy(security);
    for (const { pointer, source } of [
      { pointer: "#", source: root },
      ...pathItems,
      { pointer: at, source: operation },
    ])
      owners.set(pointer, { source, isSecured: isSecured || owners.get(pointer)?.isSecured === true });
  }
  if (owners.size === 0) owners.set("#", { source: root, isSecured: isSecuredBy(root.security) });
  return [...owners].flatMap(([pointer, { source, isSecured }]) => {
    const servers = Array.isArray(source.servers) ? source.servers : [];
    return servers.flatMap((server: Json, index) => {
      const message = obstacle(serverUrl(server) ?? "", isSecured);
      return message === undefined ? [] : [{ pointer: pointerTo(pointer, "servers", index), message }];
    });
  });
}

/** Whether one of several alternatives asks for anything. */
function isSecuredBy(alternatives: unknown): boolean {
  return Array.isArray(alternatives) && alternatives.some((one) => Object.keys(Object(one)).length > 0);
}

/** Why a client cannot call a server. Credentials go over `http:` to this machine, and where the caller allows it. */
function obstacle(url: string, isSecured: boolean): string | undefined {
  if (!/^([a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return undefined;
  const wanted = /[{}]/.test(url) ? "a default for each variable" : "an http(s) URL without user, query and fragment";
  if (!isBaseUrl(url)) return `no client can call ${url}: expected ${wanted}`;
  const parsed = new URL(url);
  if (!isSecured || parsed.protocol === "https:" || isLoopback(parsed)) return undefined;
  return `a client sends credentials to ${url} only if its option allowInsecure names ${parsed.hostname}; expected https:`;
}

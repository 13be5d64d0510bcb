import type { Finding } from "../diagnostics/diagnostic.ts";
import { isBaseUrl, serverUrl } from "../document/servers.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Model } from "../model/model.ts";

/**
 * Servers that no client can call: at all, or with the credentials that operations ask for. A relative URL
 * is none of them: it depends on where the document is, and the caller says where that is.
 */
export function unusableServers({ document: { root } }: Model): readonly Finding[] {
  const paths = isJsonObject(root.paths) ? Object.entries(root.paths) : [];
  const items = paths.flatMap(([path, item]) =>
    isJsonObject(item) ? [ownersIn(item, pointerTo("#/paths", path), root)] : [],
  );
  const isAnySecured = items.flat().some((one) => one.isSecured);
  // Paths in other files are not looked at.
  const whole = {
    value: root,
    pointer: "#",
    isSecured: items.some((one) => one.length > 1) ? isAnySecured : isSecured(root.security),
  };
  return [whole, ...items.flat()].flatMap(({ value, pointer, isSecured }) => {
    const servers = Array.isArray(value.servers) ? value.servers : [];
    return servers.flatMap((server: Json, index) => {
      const message = obstacle(serverUrl(server) ?? "", isSecured);
      if (message === undefined) return [];
      return [{ pointer: pointerTo(pointer, "servers", index), message }];
    });
  });
}

interface Owner {
  readonly value: JsonObject;
  readonly pointer: string;
  readonly isSecured: boolean;
}

/** A path, and its operations. */
function ownersIn(item: JsonObject, pointer: string, root: JsonObject): readonly Owner[] {
  const operations = Object.entries(item).flatMap(([method, value]) =>
    isJsonObject(value) && value.responses !== undefined
      ? [{ value, pointer: pointerTo(pointer, method), isSecured: isSecured(value.security ?? root.security) }]
      : [],
  );
  return [{ value: item, pointer, isSecured: operations.some((one) => one.isSecured) }, ...operations];
}

function isSecured(security: Json | undefined): boolean {
  return Array.isArray(security) && security.some((one: Json) => isJsonObject(one) && Object.keys(one).length > 0);
}

/** Why a client cannot call a server. Credentials go over `http:` to this machine, and where the caller allows it. */
function obstacle(url: string, isSecured: boolean): string | undefined {
  if (!/^([a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return undefined;
  const wanted = /[{}]/.test(url) ? "a default for each variable" : "an http(s) URL without user, query and fragment";
  if (!isBaseUrl(url)) return `no client can call ${url}: expected ${wanted}`;
  const { protocol, hostname } = new URL(url);
  if (!isSecured || protocol === "https:" || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
    return undefined;
  return `a client sends credentials to ${url} only if its option allowInsecure names ${hostname}; expected https:`;
}

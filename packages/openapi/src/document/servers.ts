import { type Diagnostic, diagnose, type HasPlaces } from "../diagnostics/diagnostic.ts";
import { expandTemplate } from "../http/path-template.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";

/**
 * URLs of Server Objects, with their variables at their defaults; undefined where there are none.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function serverUrls(value: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.flatMap((server: Json) => serverUrl(server) ?? []);
}

/** Whether a client can take a URL for its `baseUrl`: absolute, and nothing but an address. */
export function isBaseUrl(url: string): boolean {
  return /^https?:\/\/[^@?#{}]+$/i.test(url) && URL.canParse(url);
}

/**
 * Warnings about servers that no client can call: at all, or with the credentials that operations ask for. A relative URL
 * is none of them: it depends on where the document is, and the caller says where that is.
 */
export function unusableServers(root: JsonObject, document: HasPlaces): readonly Diagnostic[] {
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
      return [diagnose("server", document, pointerTo(pointer, "servers", index), message)];
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

function serverUrl(server: Json): string | undefined {
  if (!isJsonObject(server) || typeof server.url !== "string") return undefined;
  const variables = isJsonObject(server.variables) ? server.variables : {};
  return expandTemplate(server.url, (name) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return isJsonObject(variable) && variable.default !== undefined ? String(variable.default) : undefined;
  });
}

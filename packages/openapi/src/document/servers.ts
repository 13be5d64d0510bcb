import { expandTemplate } from "../http/path-template.ts";
import { isJsonObject, type Json } from "../json/json.ts";

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

/** Whether a URL leads to this machine without a DNS query, which `localhost.` with a dot causes. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/** The URL of a Server Object, with its variables at their defaults; undefined where there is none. */
export function serverUrl(server: Json): string | undefined {
  if (!isJsonObject(server) || typeof server.url !== "string") return undefined;
  const variables = isJsonObject(server.variables) ? server.variables : {};
  return expandTemplate(server.url, (name) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return isJsonObject(variable) && variable.default !== undefined ? String(variable.default) : undefined;
  });
}

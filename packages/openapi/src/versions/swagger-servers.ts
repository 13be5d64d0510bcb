import type { Json } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Upgrading, Written } from "./upgrading.ts";

/** What clients can call comes first, and before the others what sends credentials. */
const SCHEMES = ["https", "http", "wss", "ws"];

/**
 * The `servers` of a document, or of an operation with `schemes` of its own, from `schemes`, `host` and `basePath`;
 * undefined where they are where the document is.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#swagger-object
 */
export function upgradeServers(upgrading: Upgrading, { value, pointer }: Written): Json | undefined {
  const { host, basePath = "" } = upgrading.root;
  const path =
    typeof basePath === "string"
      ? basePath
          .trim()
          .replace(/\/+$/, "")
          .replace(/^(?=[^/])/, "/")
      : "";
  const schemes = schemesOf(upgrading, { value, pointer });
  if (typeof host !== "string" || host.trim() === "") {
    if (pointer !== "#" || path === "") return undefined;
    return upgrading.origins.note([{ url: path }], "#/basePath", { 0: "" });
  }
  const { scheme: own, address } = addressOf(upgrading, host);
  const named = own === undefined ? schemes : [own];
  if (named.length === 0)
    upgrading.report("servers", "#/host", `the document names no scheme for ${address}; taken for https`, {
      severity: "info",
    });
  const urls = (named.length > 0 ? named : ["https"]).map((scheme) => ({ url: `${scheme}://${address}${path}` }));
  const at = value.schemes === undefined ? "#/host" : pointerTo(pointer, "schemes");
  return upgrading.origins.note(urls, at, Object.fromEntries(urls.map((_, index) => [index, ""])));
}

function schemesOf({ root }: Upgrading, { value }: Written): readonly string[] {
  const { schemes = root.schemes } = value;
  const named = Array.isArray(schemes) ? schemes.map((scheme: Json) => String(scheme).toLowerCase()) : [];
  return SCHEMES.filter((scheme) => named.includes(scheme));
}

/** A host that is written as a URL is taken for what it is. */
function addressOf(
  upgrading: Upgrading,
  host: string,
): { readonly scheme: string | undefined; readonly address: string } {
  const [, scheme, address = ""] = /^(?:(\w+):)?\/*(.*?)\/*$/.exec(host.trim()) ?? [];
  if (scheme === undefined || /^\d+$/.test(address))
    return { scheme: undefined, address: host.trim().replace(/\/+$/, "") };
  const message = `expected a host, received a URL; taken for ${scheme}://${address}`;
  upgrading.report("structure", "#/host", message, { severity: "warning" });
  return { scheme, address };
}

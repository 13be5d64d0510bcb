import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Upgrading } from "./upgrading.ts";

/** The flows of OAuth 2, as later versions call them. */
const FLOWS: Readonly<Record<string, string>> = {
  implicit: "implicit",
  password: "password",
  application: "clientCredentials",
  accessCode: "authorizationCode",
};

/**
 * `securityDefinitions`, as `components.securitySchemes`.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#security-scheme-object
 */
export function upgradeSecurity({ origins, root }: Upgrading): Json | undefined {
  const { securityDefinitions: definitions } = root;
  if (!isJsonObject(definitions)) return definitions;
  const schemes = Object.entries(definitions).map(([name, scheme]) => {
    if (!isJsonObject(scheme)) return [name, scheme] as const;
    const at = pointerTo("#", "securityDefinitions", name);
    return [name, origins.note(upgradeScheme(scheme), at, { scheme: "type", flows: "" })] as const;
  });
  return origins.note(Object.fromEntries(schemes), "#/securityDefinitions");
}

function upgradeScheme(scheme: JsonObject): JsonObject {
  if (scheme.type === "basic") return { ...scheme, type: "http", scheme: "basic" };
  if (scheme.type !== "oauth2") return { ...scheme };
  const { flow, authorizationUrl, tokenUrl, scopes = {}, ...rest } = scheme;
  const name = typeof flow === "string" ? FLOWS[flow] : undefined;
  const urls = {
    ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
  };
  return { ...rest, flows: name === undefined ? {} : { [name]: { ...urls, scopes } } };
}

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json, shown } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { readExtensions } from "./extensions.ts";
import type { SecurityScheme } from "./model.ts";
import { asWarning, type Building, contained, type DocumentReader, type Located, text } from "./source.ts";

type Schemes = ReadonlyMap<string, SecurityScheme>;

/** The security schemes of a document by name, sorted. One that cannot be read is as good as not described. */
export function* buildSecuritySchemes(reader: DocumentReader): Building<Schemes> {
  const { components } = reader.document.root;
  const described = isJsonObject(components) ? components.securitySchemes : undefined;
  const members = yield* contained(reader.members(described, "#/components/securitySchemes"));
  const schemes: [string, SecurityScheme][] = [];
  for (const { name, value: member, pointer: at } of members.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const located = yield* contained(reader.object(member, at));
    if (located === undefined) continue;
    const { value, pointer } = located;
    const scheme = {
      name,
      type: text(value.type) ?? "",
      scheme: text(value.scheme)?.toLowerCase(),
      in: text(value.in),
      parameterName: text(value.name),
    };
    const extensions = yield* readExtensions(reader, "security scheme", located);
    const credentials = extensions["x-credentials"] ?? [];
    schemes.push([name, { ...scheme, kind: kindOf(scheme), credentials, pointer, source: value, extensions }]);
  }
  return new Map(schemes);
}

function kindOf(scheme: Pick<SecurityScheme, "in" | "parameterName" | "scheme" | "type">): SecurityScheme["kind"] {
  const { type } = scheme;
  // An OAuth 2 or OpenID Connect token is sent as a bearer token (RFC 6750); how it is obtained is the caller's affair.
  if (type === "oauth2" || type === "openIdConnect") return "bearer";
  if (type === "http" && (scheme.scheme === "basic" || scheme.scheme === "bearer")) return scheme.scheme;
  return type === "apiKey" && scheme.in !== undefined && scheme.parameterName !== undefined ? "apiKey" : undefined;
}

/**
 * The Security Requirement Objects of an operation, or else of the document: alternatives, each the names of schemes
 * that it needs together. Mutual TLS is none of them, since it is a matter of the connection. An alternative with a
 * scheme that no client can be generated for costs itself alone where another remains.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function* buildSecurity(
  reader: DocumentReader,
  schemes: Schemes,
  { value, pointer }: Located,
): Building<readonly (readonly string[])[]> {
  const { document } = reader;
  const requirements = value.security ?? document.root.security;
  if (requirements === undefined) return [];
  const at = value.security === undefined ? "#/security" : pointerTo(pointer, "security");
  const wrong = (expected: string, where: string, received: Json, effect: string): Diagnostic =>
    asWarning(reader.error("structure", where, `expected ${expected}, received ${shown(received)}; ${effect}`));
  if (!Array.isArray(requirements)) {
    yield wrong("a list of security requirements", at, requirements, "no credentials are sent");
    return [];
  }
  const alternatives: string[][] = [];
  for (const [index, requirement] of (requirements as readonly Json[]).entries()) {
    if (!isJsonObject(requirement)) {
      yield wrong("a security requirement", pointerTo(at, index), requirement, "it is left out");
      continue;
    }
    const names = Object.keys(requirement).sort();
    for (const name of names) {
      if (!schemes.has(name)) {
        const message = `security scheme ${name} is not described, so a client has no credentials for it; describe it in components`;
        yield diagnose("security", document, pointerTo(at, index, name), message, { severity: "warning" });
      } else if (isTls(schemes, name)) {
        const message = "mutualTLS left to the connection: give the client a fetch that has the certificate";
        yield diagnose("left-out", document, pointer, message);
      }
    }
    alternatives.push(names.filter((name) => !isTls(schemes, name)));
  }
  const isSupported = (name: string): boolean => schemes.get(name)?.kind !== undefined || !schemes.has(name);
  const supported = alternatives.filter((names) => names.every(isSupported));
  for (const name of new Set(alternatives.flat().filter((each) => !isSupported(each)))) {
    const { type = "", scheme = "", pointer: described = "#" } = schemes.get(name) ?? {};
    const message = `security scheme ${name}: no client can be generated for ${type} ${scheme}`.trim();
    const diagnostic = reader.error("unsupported", described, message);
    yield supported.length > 0 ? asWarning(diagnostic) : diagnostic;
  }
  return supported.length > 0 ? supported : alternatives;
}

function isTls(schemes: Schemes, name: string): boolean {
  return schemes.get(name)?.type === "mutualTLS";
}

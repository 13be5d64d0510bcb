import { diagnose } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { SchemaTable } from "./schema-table.ts";
import { type DocumentSource, type Located, text } from "./source.ts";

/**
 * The Security Requirement Objects of an operation, or else of the document: alternatives, each the names of schemes
 * that it needs together. Mutual TLS is none of them, since it is a matter of the connection.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function buildSecurity(
  source: DocumentSource,
  table: SchemaTable,
  { value, pointer }: Located,
): readonly (readonly string[])[] {
  const { root } = source.document;
  const requirements = value.security ?? root.security;
  if (!Array.isArray(requirements)) return [];
  const at = value.security === undefined ? "#/security" : pointerTo(pointer, "security");
  const schemes = isJsonObject(root.components) ? root.components.securitySchemes : undefined;
  const isOnWire = (name: string, index: number): boolean => {
    const scheme = isJsonObject(schemes) && Object.hasOwn(schemes, name) ? schemes[name] : undefined;
    if (scheme === undefined) {
      const message = `security scheme ${name} is not described, so a client has no credentials for it; describe it in components`;
      // Said once, where the first operation has it.
      if (!table.warnings.some((other) => other.message === message))
        table.warnings.push(diagnose("security", source.document, pointerTo(at, index, name), message));
      return true;
    }
    const { value: described } = source.object(scheme, pointerTo("#/components/securitySchemes", name));
    if (text(described.type) !== "mutualTLS") return true;
    table.repairs.push({
      kind: "mutualTLS left to the connection: give the client a fetch that has the certificate",
      pointer,
    });
    return false;
  };
  return requirements.flatMap((requirement: Json, index) =>
    isJsonObject(requirement)
      ? [
          Object.keys(requirement)
            .sort()
            .filter((name) => isOnWire(name, index)),
        ]
      : [],
  );
}

import type { Document } from "../document/document.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { buildOperations, buildOutbound } from "./build-operations.ts";
import { buildServers } from "./build-servers.ts";
import type { Model, Outbound, SecurityScheme } from "./model.ts";
import { SchemaTable } from "./schema-table.ts";
import { DocumentSource, text } from "./source.ts";

/**
 * The normalised form of a document.
 *
 * @throws {DocumentError} at the place of anything that cannot be generated; nothing is dropped in silence.
 */
export function buildModel(document: Document): Model {
  const source = new DocumentSource(document);
  const table = new SchemaTable(source);
  const operations = buildOperations(source, table);
  if (document.root.webhooks !== undefined) {
    table.repairs.push({ kind: "webhooks left out: a client does not receive them", pointer: "#/webhooks" });
  }
  const info = document.root.info;
  const { servers, warnings } = buildServers(source, operations);
  const schemas = table.finish();
  const byName = new Map(schemas.map((entry) => [entry.name, entry]));
  let outbound: Outbound | undefined;
  return {
    document,
    title: (isJsonObject(info) ? text(info.title) : undefined) ?? document.name,
    servers,
    securitySchemes: buildSecuritySchemes(source),
    schemas,
    schemaNamed: (name) => byName.get(name),
    operations,
    outbound: () => {
      outbound ??= buildOutbound(source, table, operations, schemas);
      return outbound;
    },
    repairs: table.repairs,
    warnings: [...table.warnings, ...warnings],
  };
}

function buildSecuritySchemes(source: DocumentSource): SecurityScheme[] {
  const components = source.document.root.components;
  const schemes = isJsonObject(components) ? components.securitySchemes : undefined;
  const members = source.members(schemes, "#/components/securitySchemes").sort((a, b) => (a.name < b.name ? -1 : 1));
  return members.map((member) => {
    const { value, pointer } = source.object(member.value, member.pointer);
    return {
      name: member.name,
      type: text(value.type) ?? "",
      scheme: text(value.scheme)?.toLowerCase(),
      in: text(value.in),
      parameterName: text(value.name),
      credentials: credentialsOf(source, value["x-credentials"], pointer),
      pointer,
      source: value,
    };
  });
}

/** `x-credentials: [[accountSid, authToken], [apiKey, apiSecret]]`. */
function credentialsOf(source: DocumentSource, value: Json | undefined, pointer: string): [string, string][] {
  if (value === undefined) return [];
  const pairs = Array.isArray(value) ? value : [value];
  return pairs.map((pair: Json) => {
    if (Array.isArray(pair) && pair.length === 2 && typeof pair[0] === "string" && typeof pair[1] === "string")
      return [pair[0], pair[1]];
    throw source.error(pointer, "x-credentials", "expected a list of pairs, such as [[accountSid, authToken]]");
  });
}

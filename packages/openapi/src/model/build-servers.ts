import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { serverUrls } from "../document/servers.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Operation } from "./model.ts";
import type { DocumentSource } from "./source.ts";

/**
 * The servers of a document; where it names none, those of its operations, if they all have the same. A client calls one
 * server only, so operations of others are warned of.
 */
export function buildServers(
  source: DocumentSource,
  operations: readonly Operation[],
): { readonly servers: readonly string[]; readonly warnings: readonly Diagnostic[] } {
  const declared = serverUrls(source.document.root.servers);
  const [first] = operations;
  const isShared = operations.every(({ servers }) => servers?.[0] === first?.servers?.[0]);
  const servers = declared ?? (isShared ? first?.servers : undefined) ?? [];
  const warnings = operations.flatMap(({ servers: own, operationId, pointer }) => {
    if (own === undefined || own[0] === servers[0]) return [];
    const message = `${operationId} is served at ${own[0]}; a client calls ${servers[0] ?? "its baseUrl"}, so give the operation one of its own`;
    return [diagnose("servers", source.document, pointerTo(pointer, "servers"), message)];
  });
  return { servers, warnings };
}

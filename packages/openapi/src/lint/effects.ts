import { isBaseUrl, serverUrl } from "../document/servers.ts";
import { isMethod, methodRules } from "../http/method.ts";
import { isSuccess } from "../http/status.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { parentOf } from "../json/json-pointer.ts";
import type { Model } from "../model/model.ts";
import type { ObjectName } from "../objects/objects.ts";
import type { Occurrence } from "../objects/walk.ts";
import { BINARY } from "../schema/binary.ts";
import { formatKind } from "../schema/formats.ts";
import { visitSchemas } from "../schema/walk.ts";
import { placesWithEffect } from "./marked-properties.ts";

/** Why nothing is generated from a field where it stands, although there usually is; undefined where something is. */
type WithoutEffect = (occurrence: Occurrence) => string | undefined;

/** The fields whose effect depends on what else the document says. */
export function effectsIn(model: Model): WithoutEffect {
  const { root } = model.document.written;
  const server = usedServer(root.servers);
  const withoutServer: WithoutEffect = ({ pointer }) => {
    const [, around = "", index = ""] = /^#(.*)\/servers\/(\d+)\//.exec(pointer) ?? [];
    return Number(index) === (around === "" ? server : 0) ? undefined : "a client calls another server";
  };
  const operations = [...model.operations, ...model.skipped];
  const withoutSecurity: WithoutEffect = ({ pointer, name }) => {
    if (!pointer.startsWith("#/security") || (name !== "security" && !pointer.startsWith("#/security/")))
      return undefined;
    return operations.every(({ source }) => source.security !== undefined) ? "each operation has its own" : undefined;
  };
  const byObject: Partial<Record<ObjectName, WithoutEffect>> = {
    OpenAPI: (occurrence) =>
      occurrence.name === "paths" && operations.length === 0 ? NO_OPERATION : withoutSecurity(occurrence),
    Items: ({ isInHeader, name }) =>
      isInHeader && !/^(type|enum|items|default)$/.test(name) ? "no validator checks headers" : undefined,
    Operation: ({ pointer, name, owner }) => {
      if (name === "produces" && !hasContent(owner.responses)) return "no response has a schema";
      if (name === "operationId" && OUTBOUND.test(pointer)) return "handlers are called as webhooks and callbacks are";
      const { safe, idempotent } = rulesOf(pointer);
      if (name === "x-idempotency-key" && safe) return "the method does nothing that a key could prevent";
      return name === "x-idempotent" && idempotent ? "the method is idempotent anyway" : undefined;
    },
    Response: ({ pointer, name }) =>
      name === "x-error" && isSuccess(pointer.split("/").at(-2) ?? "") ? "a success is no error" : undefined,
    Parameter: ({ name, owner }) => (name === "name" && owner.in === "body" ? "a body has no name" : undefined),
    Paths: ({ value }) => (isUsedItem(value) ? undefined : NO_OPERATION),
    "Security Requirement": withoutSecurity,
    Server: withoutServer,
    "Server Variable": withoutServer,
    "Path Item": ({ owner }) => (isUsedItem(owner) ? undefined : NO_OPERATION),
    Schema: keywordsIn(model),
  };
  return (occurrence) => byObject[occurrence.object]?.(occurrence);
}

/** The rules of the method that a field of an operation belongs to; under no method, those of POST, the strictest. */
function rulesOf(pointer: string): ReturnType<typeof methodRules> {
  const method = pointer.split("/").at(-2) ?? "";
  return methodRules(isMethod(method) ? method : "post");
}

/** Whether one of the responses of Swagger 2.0 has a schema, as far as one sees without following references. */
function hasContent(responses: Json | undefined): boolean {
  return Object.values(isJsonObject(responses) ? responses : {}).some(
    (response) => isJsonObject(response) && (response.schema !== undefined || response.$ref !== undefined),
  );
}

/** Where requests are described that the server sends. */
const OUTBOUND = /^#\/webhooks\/|\/callbacks\//;

const NO_OPERATION = "there is no operation to use it";

/** Whether a path item has operations, itself or by reference. */
function isUsedItem(item: Json): boolean {
  return isJsonObject(item) && Object.keys(item).some((name) => isMethod(name) || name === "$ref");
}

/** The index of the server that a client calls. */
function usedServer(servers: Json | undefined): number {
  const urls: readonly (string | undefined)[] = Array.isArray(servers) ? servers.map(serverUrl) : [];
  return Math.max(
    0,
    urls.findIndex((url) => url !== undefined && isBaseUrl(url)),
  );
}

/** The same for keywords of schemas. */
function keywordsIn(model: Model): WithoutEffect {
  const bytes = bytesIn(model);
  const marked = { readOnly: placesWithEffect(model, "readOnly"), writeOnly: placesWithEffect(model, "writeOnly") };
  const hasNames = NAMED.test(JSON.stringify(model.document.written.root));
  const unless = (isEffective: boolean, reason: string): string | undefined => (isEffective ? undefined : reason);
  const ofBytes = (at: string): string | undefined => unless(bytes.has(at), "what is in a string is not checked");
  const identifier = (): string | undefined => unless(hasNames, "nothing refers to it");
  const byKeyword: Readonly<Record<string, (at: string, value: Json) => string | undefined>> = {
    $anchor: identifier,
    $dynamicAnchor: identifier,
    $id: identifier,
    contentEncoding: ofBytes,
    contentMediaType: ofBytes,
    format: (at, format) =>
      formatKind(String(format)) === "descriptive"
        ? unless(bytes.has(at), "it says nothing that a value could break")
        : undefined,
    readOnly: (at) => unless(marked.readOnly.has(at), "no request is asked for it"),
    writeOnly: (at) => unless(marked.writeOnly.has(at), "no response is asked for it"),
  };
  return ({ pointer, name, value, field, isMember, isInHeader }) => {
    if (isMember) return undefined;
    if (isInHeader && field?.into.join() === "validators") return "no validator checks headers";
    return Object.hasOwn(byKeyword, name) ? byKeyword[name]?.(parentOf(pointer), value) : undefined;
  };
}

/** A reference that is no JSON Pointer into the document. */
const NAMED = /"\$(?:dynamicRef|ref)":"(?!#\/)/;

/** Where schemas stand that are bytes to a program. */
function bytesIn(model: Model): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { schema } of model.schemas)
    visitSchemas(schema, (part) => {
      const at = part[BINARY] === true ? model.pointerOf(part) : undefined;
      if (at !== undefined) places.add(model.document.asWritten?.(at) ?? at);
    });
  return places;
}

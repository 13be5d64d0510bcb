import type { HasPlaces } from "../diagnostics/diagnostic.ts";
import { essence, MULTIPART_FORM } from "../http/media-type.ts";
import { isMethod, methodRules } from "../http/method.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { fieldOf, type Holds, type ObjectName } from "../objects/objects.ts";
import { isReference } from "../objects/walk.ts";
import { upgradeSchema } from "./older-schema.ts";
import { type Upgraded, Upgrading } from "./upgrading.ts";

/**
 * A bundled document of OpenAPI 3.0 as one of 3.1: its schemas as JSON Schema 2020-12, and without what 3.0 says is to be
 * ignored, and 3.1 does not. The document itself is not changed, and shares what is the same in both versions.
 *
 * @param places Of the document.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html
 */
export function upgrade30(document: JsonObject, places: HasPlaces): Upgraded {
  const upgrading = new Upgrading(document, "3.0", places);
  const root = { ...upgradeObject(upgrading, document, "OpenAPI", "#"), openapi: "3.1.0" };
  return upgrading.finish(root);
}

function upgradeObject(upgrading: Upgrading, value: JsonObject, object: ObjectName, pointer: string): JsonObject {
  if (isReference(value, object)) return value;
  const kept = object === "Path Item" ? withoutIgnoredBodies(upgrading, value, pointer) : value;
  return mapMembers(kept, (member, name) => {
    const holds = fieldOf(object, name, "3.0")?.holds;
    return holds === undefined ? member : upgradeHeld(upgrading, member, holds, pointerTo(pointer, name));
  });
}

function upgradeHeld(upgrading: Upgrading, value: Json, { object, as }: Holds, pointer: string): Json {
  const upgraded = (member: Json, at: string): Json => {
    if (object === "Schema") return upgradeSchema(upgrading, member, at);
    return isJsonObject(member) ? upgradeObject(upgrading, member, object, at) : member;
  };
  if (as === "one") return upgraded(value, pointer);
  if (as === "list")
    return Array.isArray(value)
      ? value.map((member: Json, index) => upgraded(member, pointerTo(pointer, index)))
      : value;
  if (!isJsonObject(value)) return value;
  return mapMembers(value, (member, name) => {
    const media =
      object === "Media Type" ? withoutIgnoredStyles(upgrading, member, name, pointerTo(pointer, name)) : member;
    return upgraded(media, pointerTo(pointer, name));
  });
}

/** The object itself where no member changes. */
function mapMembers(value: JsonObject, change: (member: Json, name: string) => Json): JsonObject {
  let changed: Record<string, Json> | undefined;
  for (const [name, member] of Object.entries(value)) {
    const now = change(member, name);
    if (now === member) continue;
    changed ??= { ...value };
    changed[name] = now;
  }
  return changed ?? value;
}

/** Of GET and HEAD, which "SHALL be ignored". */
function withoutIgnoredBodies(upgrading: Upgrading, item: JsonObject, pointer: string): JsonObject {
  return mapMembers(item, (operation, name) => {
    if (!isMethod(name) || methodRules(name).fetch !== "no body") return operation;
    if (!isJsonObject(operation) || operation.requestBody === undefined) return operation;
    const { requestBody: _, ...rest } = operation;
    upgrading.report(
      "ignored",
      pointerTo(pointer, name, "requestBody"),
      `body of a ${name.toUpperCase()} ignored, as OpenAPI 3.0 says`,
    );
    return rest;
  });
}

const STYLE = ["style", "explode", "allowReserved"];

/** Of the parts of `multipart/form-data`, which have styles since 3.1. */
function withoutIgnoredStyles(upgrading: Upgrading, media: Json, mediaType: string, pointer: string): Json {
  if (essence(mediaType) !== MULTIPART_FORM || !isJsonObject(media) || !isJsonObject(media.encoding)) return media;
  const encoding = mapMembers(media.encoding, (member, name) => {
    const ignored = isJsonObject(member) ? STYLE.filter((key) => member[key] !== undefined) : [];
    if (!isJsonObject(member) || ignored.length === 0) return member;
    for (const key of ignored)
      upgrading.report(
        "ignored",
        pointerTo(pointer, "encoding", name, key),
        `${key} of an encoding ignored, as OpenAPI says`,
      );
    return Object.fromEntries(Object.entries(member).filter(([key]) => !STYLE.includes(key)));
  });
  return { ...media, encoding };
}

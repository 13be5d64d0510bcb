import { isJsonObject, type Json, type JsonObject, pointerTo } from "../../../document/index.ts";
import { defaultStyle, isSchema, type Schema } from "../../../model/index.ts";
import { changed, code, only } from "../finding.ts";
import { child, itemsAt, membersAt, type Place, resolve } from "../place.ts";
import type { Direction } from "../rules/index.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import { compareWholeSchemas } from "../schema/compare-schemas.ts";
import type { Comparison } from "../schema/pair.ts";
import type { LocatedOperation, OperationPair } from "./operations.ts";

/** Described elsewhere in a document: by media types and by security schemes (OpenAPI 3.1, Parameter Object). */
const IGNORED_HEADERS = ["accept", "authorization", "content-type"];

/** Parameters, paired by place and name; in paths, where names are the caller's affair only, by position. */
export function* compareParameters({ before, after }: OperationPair, direction: Direction): Comparison {
  const [old, now] = [parametersOf(before), parametersOf(after)];
  for (const [key, place] of now) {
    const other = old.get(key);
    if (other === undefined) {
      const rule = place.value.required === true ? "required-parameter-added" : "parameter-added";
      yield only(rule, place, { subject: subjectOf(place) });
    } else yield* compareParameter(other, place, direction);
  }
  for (const [key, place] of old)
    if (!now.has(key)) yield only("parameter-removed", place, { subject: subjectOf(place) });
}

/** Parameters of the path item, replaced by those of the operation that have the same name and place. */
function parametersOf({ path, item, operation }: LocatedOperation): Map<string, Place<JsonObject>> {
  const positions = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  const found = new Map<string, Place<JsonObject>>();
  for (const owner of [item, operation]) {
    for (const entry of itemsAt(owner, "parameters")) {
      const parameter = resolve(entry);
      if (parameter === undefined) continue;
      const { name, in: location } = parameter.value;
      const lower = String(name).toLowerCase();
      if (location === "header" && IGNORED_HEADERS.includes(lower)) continue;
      const position = location === "path" ? positions.indexOf(String(name)) : -1;
      const key = location === "header" ? lower : position >= 0 ? String(position) : String(name);
      found.set(`${location} ${key}`, parameter);
    }
  }
  return found;
}

function subjectOf({ value }: Place<JsonObject>): string {
  return `${value.in} parameter ${code(String(value.name))}`;
}

function* compareParameter(before: Place<JsonObject>, after: Place<JsonObject>, direction: Direction): Comparison {
  const subject = subjectOf(before);
  const [oldName, newName] = [before.value.name, after.value.name].map(String);
  if (before.value.in === "path" && oldName !== newName)
    yield changed("path-parameter-renamed", after, { subject, after: String(newName) });
  if (before.value.in === "header" && oldName !== newName)
    yield changed("header-parameter-respelled", after, { subject, after: String(newName) });
  yield* compareOption(before, after, subject);
  const [wasRequired, isRequired] = [before.value.required === true, after.value.required === true];
  if (wasRequired !== isRequired && before.value.in !== "path") {
    const rule = isRequired ? "parameter-became-required" : "parameter-became-optional";
    yield changed(rule, child(after, "required") ?? after, { subject });
  }
  const [wasDeprecated, isDeprecated] = [before.value.deprecated === true, after.value.deprecated === true];
  if (wasDeprecated !== isDeprecated) {
    const rule = isDeprecated ? "parameter-deprecated" : "parameter-not-deprecated";
    yield changed(rule, child(after, "deprecated") ?? after, { subject });
  }
  yield* compareSerialization(before, after, subject, "parameter-serialization-changed");
  yield* compareDescriptions(
    before.value,
    after.value,
    after,
    subject,
    ["description", "example", "examples"],
    ["x-cli-name"],
  );
  yield* compareDescribed(before, after, subject, direction);
}

function* compareOption(before: Place<JsonObject>, after: Place<JsonObject>, subject: string): Comparison {
  const [old, now] = [before, after].map(({ value }) => code(String(value["x-cli-name"] ?? value.name)));
  if (before.value["x-cli-name"] === after.value["x-cli-name"]) return;
  yield changed("option-renamed", child(after, "x-cli-name") ?? after, {
    subject,
    before: old ?? "",
    after: now ?? "",
  });
}

/** How a value is written: style, explode, reserved characters, or a media type. */
export function* compareSerialization(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  subject: string,
  rule: "parameter-serialization-changed" | "response-header-serialization-changed",
): Comparison {
  const [old, now] = [serializationOf(before.value), serializationOf(after.value)];
  for (const [keyword, value] of Object.entries(now)) {
    const previous = old[keyword];
    if (previous === value) continue;
    const facts = { subject, keyword, before: code(String(previous)), after: code(String(value)) };
    yield changed(rule, child(after, keyword) ?? after, facts);
  }
}

function serializationOf(value: JsonObject): Readonly<Record<string, Json>> {
  const contentType = isJsonObject(value.content) ? (Object.keys(value.content)[0] ?? "") : "none";
  const isPlain = value.in === "query" || value.in === "cookie";
  const style = value.style ?? defaultStyle(isPlain ? "query" : "path");
  const explode = value.explode ?? (style === "form" || style === "deepObject");
  if (contentType !== "none") return { style: "none", explode: false, allowReserved: false, content: contentType };
  // Without lists or objects, there is nothing to explode.
  const isExploded = explode === true && !isScalar(value.schema);
  return { style, explode: isExploded, allowReserved: value.allowReserved === true, content: contentType };
}

/** A schema that evidently describes one value, by itself. */
function isScalar(schema: Json | undefined): boolean {
  return isJsonObject(schema) && typeof schema.type === "string" && schema.type !== "array" && schema.type !== "object";
}

/** A parameter or header has either a schema, or content of exactly one media type. */
export function* compareDescribed(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  subject: string,
  direction: Direction,
): Comparison {
  const pair = { before: [schemaOf(before)], after: [schemaOf(after)], direction, subject } as const;
  yield* compareWholeSchemas({ kind: "pair", ...pair });
}

function schemaOf(place: Place<JsonObject>): Place<Schema> {
  const [media] = [...membersAt(place, "content").values()];
  const owner = media === undefined ? place : (resolve(media) ?? place);
  const schema = child(owner, "schema");
  if (schema !== undefined && isSchema(schema.value)) return { ...schema, value: schema.value };
  return { ...owner, pointer: pointerTo(owner.pointer, "schema"), value: true };
}

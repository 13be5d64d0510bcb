import {
  defaultExplode,
  defaultStyle,
  isIgnoredHeader,
  isJsonObject,
  isSchema,
  type Json,
  type JsonObject,
  pointerTo,
  type Schema,
  templateNames,
  typesOf,
} from "@earmark/openapi";
import { changed, code, only } from "../finding.ts";
import { child, itemsAt, membersAt, type Place, resolve } from "../place.ts";
import { type Named, pairRenamed } from "../renames.ts";
import type { Direction } from "../rules/index.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import { canonicalSchema } from "../schema/canonical-schema.ts";
import { compareInlineSchemas } from "../schema/compare-schemas.ts";
import type { Comparison } from "../schema/pair.ts";
import { partSubject } from "../subject.ts";
import { type LocatedOperation, labelOf, type OperationPair } from "./operations.ts";
import type { Traffic } from "./traffic.ts";

/** Parameters, paired by place and name; in paths, where names are the caller's affair only, by position. */
export function* compareParameters(pair: OperationPair, traffic: Traffic): Comparison {
  const { before, after } = pair;
  const [old, now] = [parametersOf(before), parametersOf(after)];
  const renamed = renamedParameters(old, now);
  const newNames = new Set([...renamed.values()].map(({ name }) => name));
  for (const [key, place] of now) {
    const other = old.get(key);
    const rule = place.value.required === true ? traffic.parameter.requiredAdded : traffic.parameter.added;
    if (other !== undefined) yield* compareParameter(other, place, traffic);
    else if (!newNames.has(key)) yield only(rule, place, { subject: subjectOf(place) });
  }
  for (const [key, place] of old) {
    const successor = renamed.get(key);
    if (now.has(key)) continue;
    if (successor === undefined) yield only(traffic.parameter.removed, place, { subject: subjectOf(place) });
    else
      yield changed(traffic.parameter.renamed, successor.item, {
        subject: subjectOf(place),
        after: String(successor.item.value.name),
      });
  }
  yield* compareOrder(old, now, pair);
}

/** Generated tables and options keep the order of the document. */
function* compareOrder(before: Parameters, after: Parameters, { after: now }: OperationPair): Comparison {
  const kept = (parameters: Parameters, others: Parameters): string =>
    [...parameters.keys()].filter((key) => others.has(key)).join();
  if (kept(before, after) !== kept(after, before))
    yield changed("parameters-reordered", child(now.operation, "parameters") ?? now.operation, {
      operation: code(labelOf(now)),
    });
}

function renamedParameters(before: Parameters, after: Parameters): ReadonlyMap<string, Named<Place<JsonObject>>> {
  const without = (parameters: Parameters, others: Parameters): Named<Place<JsonObject>>[] =>
    [...parameters].flatMap(([name, item]) =>
      others.has(name) ? [] : [{ name, item, description: item.value.description }],
    );
  const isSame = (
    { value: { name: _, ...old } }: Place<JsonObject>,
    { value: { name: __, ...now } }: Place<JsonObject>,
  ) => canonicalSchema({ value: old }) === canonicalSchema({ value: now });
  return pairRenamed(without(before, after), without(after, before), isSame);
}

type Parameters = ReadonlyMap<string, Place<JsonObject>>;

/** Parameters of the path item, replaced by those of the operation that have the same name and place. */
function parametersOf({ path, item, operation }: LocatedOperation): Map<string, Place<JsonObject>> {
  const positions = templateNames(path);
  const found = new Map<string, Place<JsonObject>>();
  for (const owner of [item, operation]) {
    for (const entry of itemsAt(owner, "parameters")) {
      const parameter = resolve(entry);
      if (parameter === undefined) continue;
      const { name, in: location } = parameter.value;
      const lower = String(name).toLowerCase();
      if (location === "header" && isIgnoredHeader(lower)) continue;
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

function* compareParameter(before: Place<JsonObject>, after: Place<JsonObject>, traffic: Traffic): Comparison {
  const subject = subjectOf(before);
  const [oldName, newName] = [before.value.name, after.value.name].map(String);
  if (before.value.in === "path" && oldName !== newName)
    yield changed("path-parameter-renamed", after, { subject, after: String(newName) });
  if (before.value.in === "header" && oldName !== newName)
    yield changed("header-parameter-respelled", after, { subject, after: String(newName) });
  yield* compareOption(before, after, subject);
  const [wasRequired, isRequired] = [before.value.required === true, after.value.required === true];
  if (wasRequired !== isRequired) {
    const rule = isRequired ? traffic.parameter.becameRequired : traffic.parameter.becameOptional;
    yield changed(rule, child(after, "required") ?? after, { subject });
  }
  const [wasDeprecated, isDeprecated] = [before.value.deprecated === true, after.value.deprecated === true];
  if (wasDeprecated !== isDeprecated) {
    const rule = isDeprecated ? "parameter-deprecated" : "parameter-not-deprecated";
    yield changed(rule, child(after, "deprecated") ?? after, { subject });
  }
  const [mightBeEmpty, mayBeEmpty] = [before.value.allowEmptyValue === true, after.value.allowEmptyValue === true];
  if (mightBeEmpty !== mayBeEmpty) {
    const rule = mayBeEmpty ? "parameter-may-be-empty" : "parameter-may-not-be-empty";
    yield changed(rule, child(after, "allowEmptyValue") ?? after, { subject });
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
  yield* compareDescribed(before, after, subject, traffic.requests);
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
  // Of a single value, there is nothing to explode.
  const isSingle = isScalar(before.value.schema) || isScalar(after.value.schema);
  // A media type takes the place of all the rest.
  const keywords = old.content === now.content ? ["style", "explode", "allowReserved"] : ["content"];
  for (const keyword of keywords) {
    const [previous, value] = [old[keyword], now[keyword]];
    if (previous === value || (keyword === "explode" && isSingle)) continue;
    const facts = { subject, keyword, before: code(String(previous)), after: code(String(value)) };
    yield changed(rule, child(after, keyword) ?? after, facts);
  }
}

function serializationOf(value: JsonObject): Readonly<Record<string, Json>> {
  const [content] = isJsonObject(value.content) ? Object.keys(value.content) : [];
  if (content !== undefined) return { style: "none", explode: false, allowReserved: false, content };
  const isPlain = value.in === "query" || value.in === "cookie";
  const style = value.style ?? defaultStyle(isPlain ? "query" : "path");
  const explode = value.explode ?? defaultExplode(String(style));
  return { style, explode, allowReserved: value.allowReserved === true, content: "none" };
}

/** A schema that evidently describes one value, by itself. */
function isScalar(schema: Json | undefined): boolean {
  if (!isJsonObject(schema)) return false;
  const types = typesOf(schema);
  return types.length > 0 && types.every((type) => type !== "array" && type !== "object");
}

/** A parameter or header has either a schema, or content of exactly one media type. */
export function* compareDescribed(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  subject: string,
  direction: Direction,
): Comparison {
  const pair = {
    before: [schemaOf(before)],
    after: [schemaOf(after)],
    direction,
    subject: partSubject(subject),
  } as const;
  yield* compareInlineSchemas({ kind: "pair", ...pair });
}

function schemaOf(place: Place<JsonObject>): Place<Schema> {
  const [media] = [...membersAt(place, "content").values()];
  const owner = media === undefined ? place : (resolve(media) ?? place);
  const schema = child(owner, "schema");
  if (schema !== undefined && isSchema(schema.value)) return { ...schema, value: schema.value };
  return { ...owner, pointer: pointerTo(owner.pointer, "schema"), value: true };
}

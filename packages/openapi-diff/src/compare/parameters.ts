import {
  defaultExplode,
  defaultStyle,
  isIdempotencyKey,
  isJsonObject,
  type Json,
  type JsonObject,
  type Operation,
  type Parameter,
  pointerTo,
  templateNames,
  typesOf,
} from "@earmark/openapi";
import { code, foundInBoth, foundInOne } from "../findings/finding.ts";
import { child, type Place, placeOf, type Sides, usedSchema } from "../findings/place.ts";
import { type Named, pairRenamed } from "../findings/renames.ts";
import { partSubject } from "../findings/subject.ts";
import { compareDescriptions, compareFlags } from "../schema/annotations.ts";
import { compareInlineSchemas } from "../schema/compare-schemas.ts";
import type { Comparison } from "../schema/pair.ts";
import { canonicalSchema } from "../schema/wording.ts";
import { labelOf, type OperationPair, type Traffic } from "./operations.ts";

/** Parameters, paired by place and name; in paths, where names are the caller's affair only, by position. */
export function* compareParameters(sides: Sides, pair: OperationPair, traffic: Traffic): Comparison {
  const [old, now] = [parametersOf(pair.before), parametersOf(pair.after)];
  const renamed = renamedParameters(old, now);
  const newNames = new Set([...renamed.values()].map(({ name }) => name));
  for (const [key, parameter] of now) {
    const other = old.get(key);
    const place = placeOf(sides.after, parameter);
    const rule = parameter.source.required === true ? traffic.parameter.requiredAdded : traffic.parameter.added;
    if (other !== undefined) {
      yield* compareParameter(sides, other, parameter, traffic);
      yield* compareMaker(pair, other, parameter, place);
    } else if (!newNames.has(key)) yield foundInOne(rule, place, { subject: subjectOf(parameter) });
  }
  for (const [key, parameter] of old) {
    const successor = renamed.get(key)?.item;
    const subject = subjectOf(parameter);
    if (now.has(key)) continue;
    if (successor === undefined)
      yield foundInOne(traffic.parameter.removed, placeOf(sides.before, parameter), { subject });
    else
      yield foundInBoth(traffic.parameter.renamed, placeOf(sides.after, successor), { subject, after: successor.name });
  }
  // Generated tables and options keep the order of the document.
  const kept = (parameters: Parameters, others: Parameters): string =>
    [...parameters.keys()].filter((key) => others.has(key)).join();
  const operation = placeOf(sides.after, pair.after);
  if (kept(old, now) !== kept(now, old))
    yield foundInBoth("parameters-reordered", child(operation, "parameters") ?? operation, {
      operation: code(labelOf(pair.after)),
    });
}

/** What the client makes, its caller may leave out, also where the server needs it. */
function* compareMaker(pair: OperationPair, before: Parameter, after: Parameter, place: Place): Comparison {
  const [wasMade, isMade] = [isIdempotencyKey(pair.before, before), isIdempotencyKey(pair.after, after)];
  if (wasMade !== isMade && before.required && after.required)
    yield foundInBoth(`idempotency-key-became-${isMade ? "optional" : "required"}`, place, {
      subject: subjectOf(after),
    });
}

type Parameters = ReadonlyMap<string, Parameter>;

function renamedParameters(before: Parameters, after: Parameters): ReadonlyMap<string, Named<Parameter>> {
  const without = (parameters: Parameters, others: Parameters): Named<Parameter>[] =>
    [...parameters].flatMap(([name, item]) =>
      others.has(name) ? [] : [{ name, item, description: item.source.description }],
    );
  const nameless = ({ source: { name: _, ...value } }: Parameter): string => canonicalSchema({ value });
  return pairRenamed(without(before, after), without(after, before), (old, now) => nameless(old) === nameless(now));
}

/** By place and name. What the path alone has is left out: the document does not describe it. */
function parametersOf({ path, parameters, pointer }: Operation): Parameters {
  const positions = templateNames(path);
  return new Map(
    parameters.flatMap((parameter): [string, Parameter][] => {
      const { name, in: location } = parameter;
      const position = location === "path" ? positions.indexOf(name) : -1;
      const key = location === "header" ? name.toLowerCase() : position >= 0 ? position : name;
      return parameter.pointer === pointer ? [] : [[`${location} ${key}`, parameter]];
    }),
  );
}

function subjectOf({ in: location, name }: Parameter): string {
  return `${location} parameter ${code(name)}`;
}

const FLAGS = [
  ["deprecated", "parameter-deprecated", "parameter-not-deprecated"],
  ["allowEmptyValue", "parameter-may-be-empty", "parameter-may-not-be-empty"],
] as const;

function* compareParameter(sides: Sides, before: Parameter, after: Parameter, traffic: Traffic): Comparison {
  const subject = subjectOf(before);
  const [old, now] = [placeOf(sides.before, before), placeOf(sides.after, after)];
  const isRenamed = before.name !== after.name;
  if (isRenamed && after.in === "path")
    yield foundInBoth("path-parameter-renamed", now, { subject, after: after.name });
  if (isRenamed && after.in === "header")
    yield foundInBoth("header-parameter-respelled", now, { subject, after: after.name });
  yield* compareOption(old, now, subject);
  const { becameRequired, becameOptional } = traffic.parameter;
  yield* compareFlags(old, now, [["required", becameRequired, becameOptional], ...FLAGS], { subject });
  yield* compareSerialization(old, now, subject, "parameter-serialization-changed");
  yield* compareDescriptions(
    old.value,
    now.value,
    now,
    subject,
    ["description", "example", "examples"],
    ["x-cli-name"],
  );
  const [from, to] = [
    usedSchema(sides.before, before.schema, schemaPointer(before)),
    usedSchema(sides.after, after.schema, schemaPointer(after)),
  ];
  const pair = { kind: "pair", direction: traffic.requests, subject: partSubject(subject) } as const;
  yield* compareInlineSchemas({ ...pair, before: [from], after: [to] });
}

/** A parameter has either a schema, or content of exactly one media type. */
function schemaPointer({ pointer, contentType }: Parameter): string {
  return contentType === undefined
    ? pointerTo(pointer, "schema")
    : pointerTo(pointer, "content", contentType, "schema");
}

function* compareOption(before: Place<JsonObject>, after: Place<JsonObject>, subject: string): Comparison {
  const [old, now] = [before, after].map(({ value }) => code(String(value["x-cli-name"] ?? value.name)));
  if (before.value["x-cli-name"] === after.value["x-cli-name"]) return;
  yield foundInBoth("option-renamed", child(after, "x-cli-name") ?? after, {
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
    yield foundInBoth(rule, child(after, keyword) ?? after, facts);
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

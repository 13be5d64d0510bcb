import { isJsonObject, type JsonObject } from "../../../document/index.ts";
import { isSchema } from "../../../model/index.ts";
import { changed, code, only } from "../finding.ts";
import { child, membersAt, objectAt, type Place, resolve } from "../place.ts";
import type { Direction } from "../rules/index.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import { compareWholeSchemas } from "../schema/compare-schemas.ts";
import type { Comparison } from "../schema/pair.ts";
import { shapeOf } from "../schema/shape.ts";
import { labelOf, type OperationPair } from "./operations.ts";
import { componentLabel } from "./subject.ts";
import type { Traffic } from "./traffic.ts";

export function* compareRequestBody({ before, after }: OperationPair, traffic: Traffic): Comparison {
  const [old, now] = [objectAt(before.operation, "requestBody"), objectAt(after.operation, "requestBody")];
  const facts = { operation: labelOf(after) };
  if (old === undefined && now !== undefined) {
    yield only(now.value.required === true ? "required-request-body-added" : "request-body-added", now, facts);
  }
  if (old !== undefined && now === undefined) yield only("request-body-removed", old, facts);
  if (old === undefined || now === undefined) return;
  const [wasRequired, isRequired] = [old.value.required === true, now.value.required === true];
  if (wasRequired !== isRequired) {
    const rule = isRequired ? "request-body-became-required" : "request-body-became-optional";
    yield changed(rule, child(now, "required") ?? now, facts);
  }
  const subject = componentLabel(now) ?? `the body of ${labelOf(after)}`;
  yield* compareDescriptions(old.value, now.value, now, subject, ["description"]);
  yield* compareContent(old, now, subject, traffic.requests);
}

/** Media types, paired by name; what is sent in another one now is compared all the same. */
export function* compareContent(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  subject: string,
  direction: Direction,
): Comparison {
  const [old, now] = [mediaTypesOf(before), mediaTypesOf(after)];
  const [removed, added] = [[...old].filter(([key]) => !now.has(key)), [...now].filter(([key]) => !old.has(key))];
  const [lost, gained] = [removed[0], added[0]];
  if (lost !== undefined && gained !== undefined && removed.length === 1 && added.length === 1) {
    const facts = { subject, before: code(lost[0]), after: code(gained[0]) };
    yield changed(`${direction}-media-type-changed`, gained[1], facts);
    yield* compareMedia(lost[1], gained[1], subject, direction);
  } else {
    for (const [name, media] of removed)
      yield only(`${direction}-media-type-removed`, media, { subject, mediaType: code(name) });
    for (const [name, media] of added)
      yield only(`${direction}-media-type-added`, media, { subject, mediaType: code(name) });
  }
  for (const [key, media] of now) {
    const other = old.get(key);
    if (other !== undefined) yield* compareMedia(other, media, subject, direction);
  }
}

/** By name in small letters, spaces left out. */
function mediaTypesOf(owner: Place<JsonObject>): Map<string, Place<JsonObject>> {
  return new Map(
    [...membersAt(owner, "content")].flatMap(([name, member]): [string, Place<JsonObject>][] => {
      const media = resolve(member);
      return media === undefined ? [] : [[name.toLowerCase().replaceAll(" ", ""), media]];
    }),
  );
}

function* compareMedia(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  subject: string,
  direction: Direction,
): Comparison {
  yield* compareDescriptions(before.value, after.value, after, subject, ["example", "examples"]);
  const [old, now] = [child(before, "schema"), child(after, "schema")];
  if (old === undefined && now !== undefined) yield only(`${direction}-media-type-schema-added`, now, { subject });
  if (old !== undefined && now === undefined) yield only(`${direction}-media-type-schema-removed`, old, { subject });
  if (old === undefined || now === undefined || !isSchema(old.value) || !isSchema(now.value)) return;
  const [from, to] = [
    { ...old, value: old.value },
    { ...now, value: now.value },
  ];
  yield* compareWholeSchemas({ kind: "pair", before: [from], after: [to], direction, subject });
  const properties = shapeOf([to]).properties;
  const common = [...shapeOf([from]).properties.keys()].filter((name) => properties.has(name));
  for (const name of common) yield* compareEncoding(name, before, after, `${subject}.${name}`);
}

/** How a property of a form is written (OpenAPI 3.1, Encoding Object). */
function* compareEncoding(
  name: string,
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  subject: string,
): Comparison {
  const [old, now] = [encodingOf(name, before), encodingOf(name, after)];
  for (const [keyword, value] of Object.entries(now)) {
    if (old[keyword] === value) continue;
    const place = membersAt(after, "encoding").get(name) ?? after;
    const facts = { subject, keyword, before: code(String(old[keyword])), after: code(String(value)) };
    yield changed("encoding-changed", place, facts);
  }
}

function encodingOf(name: string, media: Place<JsonObject>): Readonly<Record<string, string>> {
  const found = resolve(membersAt(media, "encoding").get(name))?.value ?? {};
  const style = found.style ?? "form";
  return {
    style: String(style),
    explode: String(found.explode ?? (style === "form" || style === "deepObject")),
    allowReserved: String(found.allowReserved === true),
    contentType: String(found.contentType ?? "by its type"),
    headers: isJsonObject(found.headers) ? Object.keys(found.headers).sort().join(", ") : "none",
  };
}

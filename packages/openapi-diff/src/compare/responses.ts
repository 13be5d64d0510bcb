import { type Header, isResult, type Json, type JsonObject, pointerTo, type Response } from "@earmark/openapi";
import { code, type Facts, foundInBoth, foundInOne } from "../findings/finding.ts";
import { canonical, child, componentLabel, membersAt, type Place, placeOf, type Sides } from "../findings/place.ts";
import { partSubject } from "../findings/subject.ts";
import type { Direction, RuleId } from "../rules/index.ts";
import { compareDescriptions, compareFlags } from "../schema/annotations.ts";
import { compareInlineSchemas } from "../schema/compare-schemas.ts";
import type { Comparison } from "../schema/pair.ts";
import type { SchemaPlace } from "../schema/schema-place.ts";
import { canonicalSchema } from "../schema/wording.ts";
import { compareContent } from "./bodies.ts";
import { compareErrorParts, understood } from "./errors.ts";
import { labelOf, type OperationPair, type Traffic } from "./operations.ts";
import { compareSerialization } from "./parameters.ts";

type Responses = ReadonlyMap<string, Response>;

/** Responses, paired by status; a success that goes by another status now is compared all the same. */
export function* compareResponses(sides: Sides, { before, after }: OperationPair, traffic: Traffic): Comparison {
  const [old, now] = [before, after].map(({ responses }) => new Map(responses.map((one) => [one.status, one])));
  if (old === undefined || now === undefined) return;
  const label = code(labelOf(after));
  const moved = traffic.response.added === undefined ? movedSuccess(old, now) : undefined;
  if (moved !== undefined) {
    const { from, to } = moved;
    const facts = { operation: label, before: from.status, after: to.status };
    yield foundInBoth("success-status-changed", placeOf(sides.after, to), facts);
    yield* compareResponse(sides, from, to, label, traffic);
  }
  for (const [status, response] of old)
    if (!now.has(status) && status !== moved?.from.status) {
      const rule = isSuccess(status, old) ? "success-response-removed" : "error-response-removed";
      yield foundInOne(traffic.response.removed ?? rule, placeOf(sides.before, response), {
        operation: label,
        ...statusFacts(status),
      });
    }
  for (const [status, response] of now) {
    const other = old.get(status);
    if (other !== undefined) yield* compareResponse(sides, other, response, label, traffic);
    else if (status !== moved?.to.status)
      yield foundInOne(traffic.response.added ?? addedRule(response, old, now), placeOf(sides.after, response), {
        operation: label,
        ...statusFacts(status),
      });
  }
}

/** What is no success need not be an error (RFC 9110 section 15). */
function statusFacts(status: string): Facts {
  return {
    status,
    kind: status.startsWith("1") ? "interim response" : status.startsWith("3") ? "redirection" : "error",
  };
}

/** The only success that went, and the only one that came. */
function movedSuccess(
  before: Responses,
  after: Responses,
): { readonly from: Response; readonly to: Response } | undefined {
  const onlyIn = (responses: Responses, others: Responses): Response[] =>
    [...responses.values()].filter(({ status }) => !others.has(status) && isSuccess(status, responses));
  const [[from, ...alsoFrom], [to, ...alsoTo]] = [onlyIn(before, after), onlyIn(after, before)];
  return from === undefined || to === undefined || alsoFrom.length + alsoTo.length > 0 ? undefined : { from, to };
}

function addedRule(response: Response, before: Responses, after: Responses): RuleId {
  if (!isSuccess(response.status, after)) return "error-response-added";
  // Where some success had the same body before, the type of the result stays as it is.
  const isKnown = [...before].some(
    ([known, other]) => isSuccess(known, before) && canonical(bodyOf(other)) === canonical(bodyOf(response)),
  );
  return isKnown ? "success-status-added" : "success-response-added";
}

/** The schema of each media type, in words. */
function bodyOf({ content }: Response): JsonObject {
  return Object.fromEntries(
    content.map(({ mediaType, source: { schema } }): [string, Json] => {
      return [mediaType, schema === undefined ? null : canonicalSchema({ value: schema })];
    }),
  );
}

function isSuccess(status: string, responses: Responses): boolean {
  return isResult(status, [...responses.keys()]);
}

function* compareResponse(
  sides: Sides,
  before: Response,
  after: Response,
  label: string,
  { responses: direction, response: rules }: Traffic,
): Comparison {
  // Of webhooks, the server reads the errors.
  const isRead = direction === "response" && !isSuccess(after.status, new Map());
  const subject = componentLabel(after) ?? `the ${after.status} response of ${label}`;
  const [old, now] = [placeOf(sides.before, before), placeOf(sides.after, after)];
  if (isRead) yield* compareErrorParts(sides, [before, after], subject);
  const known = isRead ? understood([before, after]) : [];
  yield* compareDescriptions(before.source, after.source, now, subject, ["description"], known);
  const [had, has] = [before, after].map(({ content }) => content.length > 0);
  // Which media types it comes in, or came in, is part of the same edit.
  if (had !== has) {
    const [rule, place] = has ? ([rules.bodyAdded, now] as const) : ([rules.bodyRemoved, old] as const);
    yield foundInOne(rule, child(place, "content") ?? place, { subject });
  } else yield* compareContent(sides, before.content, after.content, subject, direction);
  if (rules.headers === undefined) yield* compareHeaders(sides, before, after, subject, direction);
  else yield* compareSentHeaders(sides, before, after, subject, rules.headers);
  yield* compareLinks(old, now, subject);
}

const FLAGS = [
  ["required", "response-header-became-required", "response-header-became-optional"],
  ["deprecated", "response-header-deprecated", "response-header-not-deprecated"],
] as const;

/** Headers, whose names have no case (RFC 9110 section 5.1). */
function* compareHeaders(
  sides: Sides,
  before: Response,
  after: Response,
  owner: string,
  direction: Direction,
): Comparison {
  const [old, now] = [headersOf(before), headersOf(after)];
  const subjectOf = ({ name }: Header): string => `header ${code(name)} of ${owner}`;
  for (const [key, header] of now) {
    const other = old.get(key);
    const [subject, place] = [subjectOf(header), placeOf(sides.after, header)];
    if (other === undefined) {
      yield foundInOne("response-header-added", place, { subject });
      continue;
    }
    const former = placeOf(sides.before, other);
    if (other.name !== header.name)
      yield foundInBoth("response-header-respelled", place, { subject: subjectOf(other), after: code(header.name) });
    yield* compareFlags(former, place, FLAGS, { subject });
    yield* compareSerialization(former, place, subject, "response-header-serialization-changed");
    yield* compareDescriptions(other.source, header.source, place, subject, ["description", "example", "examples"]);
    const pair = { kind: "pair", direction, subject: partSubject(subject) } as const;
    yield* compareInlineSchemas({ ...pair, before: [schemaOf(former, other)], after: [schemaOf(place, header)] });
  }
  for (const [key, header] of old)
    if (!now.has(key))
      yield foundInOne("response-header-removed", placeOf(sides.before, header), { subject: subjectOf(header) });
}

/** Headers of responses that are sent, of which nothing but types is generated. */
function* compareSentHeaders(
  sides: Sides,
  before: Response,
  after: Response,
  owner: string,
  { required, changed }: NonNullable<Traffic["response"]["headers"]>,
): Comparison {
  const [old, now] = [headersOf(before), headersOf(after)];
  for (const [key, header] of new Map([...old, ...now])) {
    const [other, same] = [old.get(key), now.get(key)];
    const facts = { subject: `header ${code(header.name)} of ${owner}` };
    const isRequired = same?.required === true && other?.required !== true;
    const rule = isRequired ? required : changed;
    if (same === undefined) yield foundInOne(rule, placeOf(sides.before, header), facts);
    else if (other === undefined) yield foundInOne(rule, placeOf(sides.after, header), facts);
    else if (canonical(other.source) !== canonical(same.source))
      yield foundInBoth(rule, placeOf(sides.after, header), facts);
  }
}

function schemaOf({ side, pointer }: Place, { schema }: Header): SchemaPlace {
  return { side, pointer: pointerTo(pointer, "schema"), value: schema };
}

/** OpenAPI says to ignore a header that says the media type: each has its own description. */
function headersOf({ headers }: Response): ReadonlyMap<string, Header> {
  const named = headers.map((header) => [header.name.toLowerCase(), header] as const);
  return new Map(named.filter(([key]) => key !== "content-type"));
}

function* compareLinks(before: Place<JsonObject>, after: Place<JsonObject>, subject: string): Comparison {
  const [old, now] = [membersAt(before, "links"), membersAt(after, "links")];
  for (const link of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(link), now.get(link)];
    const facts = { subject, link };
    if (from === undefined && to !== undefined) yield foundInOne("link-changed", to, { ...facts, change: "was added" });
    else if (from !== undefined && to === undefined)
      yield foundInOne("link-changed", from, { ...facts, change: "was removed" });
    else if (from !== undefined && to !== undefined && canonical(from.value) !== canonical(to.value))
      yield foundInBoth("link-changed", to, { ...facts, change: "changed" });
  }
}

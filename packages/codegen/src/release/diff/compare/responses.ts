import { isResult, type Json, type JsonObject, usualStatus } from "@earmark/openapi";
import { canonical } from "../canonical.ts";
import { changed, code, type Facts, only } from "../finding.ts";
import { child, membersAt, type Place, resolve } from "../place.ts";
import type { Direction, RuleId } from "../rules/index.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import { canonicalSchema } from "../schema/canonical-schema.ts";
import type { Comparison } from "../schema/pair.ts";
import { compareContent } from "./bodies.ts";
import { componentLabel } from "./group.ts";
import { labelOf, type OperationPair } from "./operations.ts";
import { compareDescribed, compareSerialization } from "./parameters.ts";
import type { Traffic } from "./traffic.ts";

type Responses = Map<string, Place<JsonObject>>;

/** Responses, paired by status; a success that goes by another status now is compared all the same. */
export function* compareResponses({ before, after }: OperationPair, traffic: Traffic): Comparison {
  const [old, now] = [responsesOf(before.operation), responsesOf(after.operation)];
  const label = code(labelOf(after));
  const moved = movedSuccess(old, now);
  if (moved !== undefined) {
    const { from, to } = moved;
    yield changed("success-status-changed", to.response, { operation: label, before: from.status, after: to.status });
    const subject = subjectOf(to.response, to.status, label);
    yield* compareResponse(from.response, to.response, subject, traffic.responses);
  }
  for (const [status, response] of old)
    if (!now.has(status) && status !== moved?.from.status) {
      const rule = isSuccess(status, old) ? "success-response-removed" : "error-response-removed";
      yield only(rule, response, { operation: label, ...statusFacts(status) });
    }
  for (const [status, response] of now) {
    const other = old.get(status);
    if (other !== undefined)
      yield* compareResponse(other, response, subjectOf(response, status, label), traffic.responses);
    else if (status !== moved?.to.status)
      yield only(addedRule(status, response, old, now), response, { operation: label, ...statusFacts(status) });
  }
}

interface NamedResponse {
  readonly status: string;
  readonly response: Place<JsonObject>;
}

/** What is no success need not be an error (RFC 9110 section 15). */
function statusFacts(status: string): Facts {
  return { status, kind: status.startsWith("1") ? "interim answer" : status.startsWith("3") ? "redirection" : "error" };
}

/** The only success that went, and the only one that came. */
function movedSuccess(
  before: Responses,
  after: Responses,
): { readonly from: NamedResponse; readonly to: NamedResponse } | undefined {
  const onlyIn = (responses: Responses, others: Responses): NamedResponse[] =>
    [...responses].flatMap(([status, response]) =>
      others.has(status) || !isSuccess(status, responses) ? [] : [{ status, response }],
    );
  const [[from, ...alsoFrom], [to, ...alsoTo]] = [onlyIn(before, after), onlyIn(after, before)];
  return from === undefined || to === undefined || alsoFrom.length + alsoTo.length > 0 ? undefined : { from, to };
}

function addedRule(status: string, response: Place<JsonObject>, before: Responses, after: Responses): RuleId {
  if (!isSuccess(status, after)) return "error-response-added";
  // Where some success had the same body before, the type of the result stays as it is.
  const isKnown = [...before].some(
    ([known, other]) => isSuccess(known, before) && canonical(bodyOf(other)) === canonical(bodyOf(response)),
  );
  return isKnown ? "success-status-added" : "success-response-added";
}

/** The schema of each media type, in words. */
function bodyOf(response: Place<JsonObject>): JsonObject {
  const content = [...membersAt(response, "content")].map(([name, media]): [string, Json] => {
    const schema = resolve(media)?.value.schema;
    return [name, schema === undefined ? null : canonicalSchema({ value: schema })];
  });
  return Object.fromEntries(content);
}

function responsesOf(operation: Place<JsonObject>): Responses {
  return new Map(
    [...membersAt(operation, "responses")]
      .filter(([status]) => !status.startsWith("x-"))
      .flatMap(([status, member]): [string, Place<JsonObject>][] => {
        const response = resolve(member);
        return response === undefined ? [] : [[usualStatus(status), response]];
      }),
  );
}

/** `default` is a success where no other response is. */
function isSuccess(status: string, responses: Responses): boolean {
  return isResult(status, [...responses.keys()]);
}

function subjectOf(place: Place, status: string, label: string): string {
  return componentLabel(place) ?? `the ${status} answer of ${label}`;
}

function* compareResponse(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  subject: string,
  direction: Direction,
): Comparison {
  yield* compareDescriptions(before.value, after.value, after, subject, ["description"]);
  const [had, has] = [before, after].map((response) => membersAt(response, "content").size > 0);
  // Which media types it comes in, or came in, is part of the same edit.
  if (had !== has && direction === "response") {
    const [rule, response] = has
      ? (["response-body-added", after] as const)
      : (["response-body-removed", before] as const);
    yield only(rule, child(response, "content") ?? response, { subject });
  } else yield* compareContent(before, after, subject, direction);
  yield* compareHeaders(before, after, subject, direction);
  yield* compareLinks(before, after, subject);
}

/** Headers, whose names have no case (RFC 9110 section 5.1). */
function* compareHeaders(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  owner: string,
  direction: Direction,
): Comparison {
  const [old, now] = [headersOf(before), headersOf(after)];
  for (const [key, { name, header }] of now) {
    const subject = `header ${code(name)} of ${owner}`;
    const known = old.get(key);
    if (known === undefined) {
      yield only("response-header-added", header, { subject });
      continue;
    }
    const other = known.header;
    if (known.name !== name)
      yield changed("response-header-respelled", header, {
        subject: `header ${code(known.name)} of ${owner}`,
        after: code(name),
      });
    const [wasRequired, isRequired] = [other.value.required === true, header.value.required === true];
    if (wasRequired !== isRequired) {
      const rule = isRequired ? "response-header-became-required" : "response-header-became-optional";
      yield changed(rule, child(header, "required") ?? header, { subject });
    }
    const [wasDeprecated, isDeprecated] = [other.value.deprecated === true, header.value.deprecated === true];
    if (wasDeprecated !== isDeprecated) {
      const rule = isDeprecated ? "response-header-deprecated" : "response-header-not-deprecated";
      yield changed(rule, child(header, "deprecated") ?? header, { subject });
    }
    yield* compareSerialization(other, header, subject, "response-header-serialization-changed");
    yield* compareDescriptions(other.value, header.value, header, subject, ["description", "example", "examples"]);
    yield* compareDescribed(other, header, subject, direction);
  }
  for (const [key, { name, header }] of old)
    if (!now.has(key)) yield only("response-header-removed", header, { subject: `header ${code(name)} of ${owner}` });
}

interface NamedHeader {
  readonly name: string;
  readonly header: Place<JsonObject>;
}

function headersOf(response: Place<JsonObject>): Map<string, NamedHeader> {
  return new Map(
    [...membersAt(response, "headers")].flatMap(([name, member]): [string, NamedHeader][] => {
      const header = resolve(member);
      const key = name.toLowerCase();
      return header === undefined || key === "content-type" ? [] : [[key, { name, header }]];
    }),
  );
}

function* compareLinks(before: Place<JsonObject>, after: Place<JsonObject>, subject: string): Comparison {
  const [old, now] = [membersAt(before, "links"), membersAt(after, "links")];
  for (const link of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(link), now.get(link)];
    const facts = { subject, link };
    if (from === undefined && to !== undefined) yield only("link-changed", to, { ...facts, change: "was added" });
    else if (from !== undefined && to === undefined)
      yield only("link-changed", from, { ...facts, change: "was removed" });
    else if (from !== undefined && to !== undefined && canonical(from.value) !== canonical(to.value))
      yield changed("link-changed", to, { ...facts, change: "changed" });
  }
}

import type { JsonObject } from "../../../document/index.ts";
import { canonical } from "../canonical.ts";
import { changed, code, only } from "../finding.ts";
import { child, membersAt, type Place, resolve } from "../place.ts";
import type { Direction } from "../rules/index.ts";
import { compareDescriptions } from "../schema/annotations.ts";
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
  const [removed, added] = [difference(old, now), difference(now, old)];
  const [lost, gained] = [
    removed.filter((status) => isSuccess(status, old)),
    added.filter((status) => isSuccess(status, now)),
  ];
  const [from, to] = [lost[0], gained[0]];
  const isMoved = lost.length === 1 && gained.length === 1 && from !== undefined && to !== undefined;
  if (isMoved) {
    const [oldPlace, newPlace] = [old.get(from), now.get(to)];
    if (oldPlace === undefined || newPlace === undefined) return;
    yield changed("success-status-changed", newPlace, { operation: label, before: from, after: to });
    yield* compareResponse(oldPlace, newPlace, subjectOf(newPlace, to, label), traffic.responses);
  }
  for (const [statuses, responses, change] of [
    [removed, old, "removed"],
    [added, now, "added"],
  ] as const) {
    for (const status of statuses) {
      const place = responses.get(status);
      if (place === undefined || (isMoved && isSuccess(status, responses))) continue;
      const kind = isSuccess(status, responses) ? "success" : "error";
      yield only(`${kind}-response-${change}`, place, { operation: label, status });
    }
  }
  for (const [status, place] of now) {
    const other = old.get(status);
    if (other !== undefined) yield* compareResponse(other, place, subjectOf(place, status, label), traffic.responses);
  }
}

function responsesOf(operation: Place<JsonObject>): Responses {
  return new Map(
    [...membersAt(operation, "responses")]
      .filter(([status]) => !status.startsWith("x-"))
      .flatMap(([status, member]): [string, Place<JsonObject>][] => {
        const response = resolve(member);
        return response === undefined ? [] : [[status === "default" ? status : status.toUpperCase(), response]];
      }),
  );
}

function difference(one: Responses, other: Responses): string[] {
  return [...one.keys()].filter((status) => !other.has(status));
}

/** `default` is a success where no other response is. */
function isSuccess(status: string, responses: Responses): boolean {
  return /^2/.test(status) || (status === "default" && ![...responses.keys()].some((other) => /^2/.test(other)));
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
  yield* compareContent(before, after, subject, direction);
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

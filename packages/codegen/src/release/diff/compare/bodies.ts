import { essence, isRange, isSchema, isWithin, type JsonObject } from "@earmark/openapi";
import { changed, code, only } from "../finding.ts";
import { child, membersAt, objectAt, type Place, resolve } from "../place.ts";
import type { Direction, RuleId } from "../rules/index.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import { compareInlineSchemas } from "../schema/compare-schemas.ts";
import type { Comparison } from "../schema/pair.ts";
import { shapeOf } from "../schema/shape.ts";
import { partSubject } from "../subject.ts";
import { compareEncoding } from "./encoding.ts";
import { componentLabel } from "./group.ts";
import { labelOf, type OperationPair } from "./operations.ts";
import type { Traffic } from "./traffic.ts";

export function* compareRequestBody({ before, after }: OperationPair, traffic: Traffic): Comparison {
  const [old, now] = [objectAt(before.operation, "requestBody"), objectAt(after.operation, "requestBody")];
  const facts = { operation: code(labelOf(after)) };
  const rules = traffic.body;
  if (old === undefined && now !== undefined)
    yield only(now.value.required === true ? rules.requiredAdded : rules.added, now, facts);
  if (old !== undefined && now === undefined) yield only(rules.removed, old, facts);
  if (old === undefined || now === undefined) return;
  const [wasRequired, isRequired] = [old.value.required === true, now.value.required === true];
  if (wasRequired !== isRequired)
    yield changed(isRequired ? rules.becameRequired : rules.becameOptional, child(now, "required") ?? now, facts);
  const subject = componentLabel(now) ?? `the body of ${code(labelOf(after))}`;
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
  const { pairs, removed, added } = pairMediaTypes(mediaTypesOf(before), mediaTypesOf(after));
  for (const { old, now } of pairs) {
    if (old.name !== now.name) {
      const rule = mediaTypeRule(old.name, now.name, direction);
      yield changed(rule, now.media, { subject, before: code(old.name), after: code(now.name) });
    }
    yield* compareMedia(old.media, now.media, subject, direction);
  }
  for (const { name, media } of removed)
    yield only(`${direction}-media-type-removed`, media, { subject, mediaType: code(name) });
  for (const { name, media } of added)
    yield only(`${direction}-media-type-added`, media, { subject, mediaType: code(name) });
}

interface NamedMedia {
  /** In small letters, spaces left out. */
  readonly name: string;
  readonly media: Place<JsonObject>;
}

function mediaTypesOf(owner: Place<JsonObject>): NamedMedia[] {
  return [...membersAt(owner, "content")].flatMap(([name, member]) => {
    const media = resolve(member);
    return media === undefined ? [] : [{ name: name.toLowerCase().replaceAll(" ", ""), media }];
  });
}

interface PairedMedia {
  readonly pairs: readonly { readonly old: NamedMedia; readonly now: NamedMedia }[];
  readonly removed: readonly NamedMedia[];
  readonly added: readonly NamedMedia[];
}

/** By name, then without parameters such as `charset`, then by ranges; the last two that are left are one that changed. */
function pairMediaTypes(before: readonly NamedMedia[], after: readonly NamedMedia[]): PairedMedia {
  const [removed, added] = [[...before], [...after]];
  const pairs: { old: NamedMedia; now: NamedMedia }[] = [];
  const take = (matches: (old: string, now: string) => boolean): void => {
    for (const old of [...removed]) {
      const now = added.find(({ name }) => matches(old.name, name));
      if (now === undefined) continue;
      removed.splice(removed.indexOf(old), 1);
      added.splice(added.indexOf(now), 1);
      pairs.push({ old, now });
    }
  };
  take((old, now) => old === now);
  take((old, now) => essence(old) === essence(now));
  take((old, now) => covers(old, now) || covers(now, old));
  if (removed.length === 1 && added.length === 1) take(() => true);
  return { pairs, removed, added };
}

/** Whether a range such as `image/*` holds a media type. */
function covers(range: string, mediaType: string): boolean {
  return isRange(range) && isWithin(mediaType, range);
}

function mediaTypeRule(before: string, after: string, direction: Direction): RuleId {
  if (essence(before) === essence(after)) return "media-type-parameters-changed";
  if (covers(after, before)) return `${direction}-media-type-widened`;
  return covers(before, after) ? `${direction}-media-type-narrowed` : `${direction}-media-type-changed`;
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
  yield* compareInlineSchemas({ kind: "pair", before: [from], after: [to], direction, subject: partSubject(subject) });
  const [properties, others] = [shapeOf([from]).properties, shapeOf([to]).properties];
  for (const [name, places] of properties) {
    const now = others.get(name);
    if (now !== undefined)
      yield* compareEncoding(
        name,
        { media: before, places },
        { media: after, places: now },
        `${code(name)} in ${subject}`,
      );
  }
}

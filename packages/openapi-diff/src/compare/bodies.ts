import { essence, isRange, isWithin, type MediaType, pointerTo } from "@earmark/openapi";
import { changed, code, only } from "../finding.ts";
import { type Place, placeOf, type Sides, usedSchema } from "../place.ts";
import type { Direction, RuleId } from "../rules/index.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import { compareInlineSchemas } from "../schema/compare-schemas.ts";
import type { Comparison } from "../schema/pair.ts";
import type { SchemaPlace } from "../schema/schema-place.ts";
import { shapeOf } from "../schema/shape.ts";
import { partSubject } from "../subject.ts";
import { compareEncoding } from "./encoding.ts";
import { compareFlags } from "./flags.ts";
import { componentLabel } from "./group.ts";
import { labelOf, type OperationPair } from "./operations.ts";
import type { Traffic } from "./traffic.ts";

export function* compareRequestBody(sides: Sides, { before, after }: OperationPair, traffic: Traffic): Comparison {
  const [old, now] = [before.requestBody, after.requestBody];
  const facts = { operation: code(labelOf(after)) };
  const rules = traffic.body;
  if (old === undefined && now !== undefined)
    yield only(now.required ? rules.requiredAdded : rules.added, placeOf(sides.after, now), facts);
  if (old !== undefined && now === undefined) yield only(rules.removed, placeOf(sides.before, old), facts);
  if (old === undefined || now === undefined) return;
  const [from, to] = [placeOf(sides.before, old), placeOf(sides.after, now)];
  yield* compareFlags(from, to, [["required", rules.becameRequired, rules.becameOptional]], facts);
  const subject = componentLabel(now) ?? `the body of ${code(labelOf(after))}`;
  yield* compareDescriptions(old.source, now.source, to, subject, ["description"]);
  const contents = [old, now].map(({ content, skipped }) => [...content, ...skipped]);
  yield* compareContent(sides, contents[0] ?? [], contents[1] ?? [], subject, traffic.requests);
}

/** Media types, paired by name; what is sent in another one now is compared all the same. */
export function* compareContent(
  sides: Sides,
  before: readonly MediaType[],
  after: readonly MediaType[],
  subject: string,
  direction: Direction,
): Comparison {
  const { pairs, removed, added } = pairMediaTypes(before.map(named), after.map(named));
  for (const { old, now } of pairs) {
    if (old.name !== now.name) {
      const rule = mediaTypeRule(old.name, now.name, direction);
      yield changed(rule, placeOf(sides.after, now.media), { subject, before: code(old.name), after: code(now.name) });
    }
    yield* compareMedia(sides, old.media, now.media, subject, direction);
  }
  for (const { name, media } of removed)
    yield only(`${direction}-media-type-removed`, placeOf(sides.before, media), { subject, mediaType: code(name) });
  for (const { name, media } of added)
    yield only(`${direction}-media-type-added`, placeOf(sides.after, media), { subject, mediaType: code(name) });
}

interface NamedMedia {
  /** In small letters, spaces left out. */
  readonly name: string;
  readonly media: MediaType;
}

function named(media: MediaType): NamedMedia {
  return { name: media.mediaType.toLowerCase().replaceAll(" ", ""), media };
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
  sides: Sides,
  before: MediaType,
  after: MediaType,
  subject: string,
  direction: Direction,
): Comparison {
  const [oldMedia, media] = [placeOf(sides.before, before), placeOf(sides.after, after)];
  yield* compareDescriptions(before.source, after.source, media, subject, ["example", "examples"]);
  const [old, now] = [schemaOf(oldMedia, before), schemaOf(media, after)];
  if (old === undefined && now !== undefined) yield only(`${direction}-media-type-schema-added`, now, { subject });
  if (old !== undefined && now === undefined) yield only(`${direction}-media-type-schema-removed`, old, { subject });
  if (old === undefined || now === undefined) return;
  yield* compareInlineSchemas({ kind: "pair", before: [old], after: [now], direction, subject: partSubject(subject) });
  // Without Encoding Objects, every property is written as its type asks for, which is compared as that.
  if (Object.keys({ ...before.encoding, ...after.encoding }).length === 0) return;
  const [properties, others] = [shapeOf([old]).properties, shapeOf([now]).properties];
  for (const [name, places] of properties) {
    const now = others.get(name);
    const field = `${code(name)} in ${subject}`;
    if (now !== undefined)
      yield* compareEncoding(name, { media: before, places }, { media: after, places: now }, media, field);
  }
}

function schemaOf({ side, pointer }: Place, { schema }: MediaType): SchemaPlace | undefined {
  return schema === undefined ? undefined : usedSchema(side, schema, pointerTo(pointer, "schema"));
}

import {
  defaultExplode,
  essence,
  isJsonObject,
  isRange,
  isWithin,
  type JsonObject,
  type MediaType,
  pointerTo,
} from "@earmark/openapi";
import { code, foundInBoth, foundInOne } from "../findings/finding.ts";
import { componentLabel, type Place, placeOf, type Sides, usedSchema } from "../findings/place.ts";
import { partSubject } from "../findings/subject.ts";
import type { Direction, RuleId } from "../rules/index.ts";
import { compareDescriptions, compareFlags } from "../schema/annotations.ts";
import { compareInlineSchemas } from "../schema/compare-schemas.ts";
import type { Comparison } from "../schema/pair.ts";
import type { SchemaPlace } from "../schema/schema-place.ts";
import { shapeOf } from "../schema/shape.ts";
import { labelOf, type OperationPair, type Traffic } from "./operations.ts";

export function* compareRequestBody(sides: Sides, { before, after }: OperationPair, traffic: Traffic): Comparison {
  const [old, now] = [before.requestBody, after.requestBody];
  const facts = { operation: code(labelOf(after)) };
  const rules = traffic.body;
  if (old === undefined && now !== undefined)
    yield foundInOne(now.required ? rules.requiredAdded : rules.added, placeOf(sides.after, now), facts);
  if (old !== undefined && now === undefined) yield foundInOne(rules.removed, placeOf(sides.before, old), facts);
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
      yield foundInBoth(rule, placeOf(sides.after, now.media), {
        subject,
        before: code(old.name),
        after: code(now.name),
      });
    }
    yield* compareMedia(sides, old.media, now.media, subject, direction);
  }
  for (const { name, media } of removed)
    yield foundInOne(`${direction}-media-type-removed`, placeOf(sides.before, media), {
      subject,
      mediaType: code(name),
    });
  for (const { name, media } of added)
    yield foundInOne(`${direction}-media-type-added`, placeOf(sides.after, media), { subject, mediaType: code(name) });
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
  if (old === undefined && now !== undefined)
    yield foundInOne(`${direction}-media-type-schema-added`, now, { subject });
  if (old !== undefined && now === undefined)
    yield foundInOne(`${direction}-media-type-schema-removed`, old, { subject });
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

/** A property of a form, in one of the documents. */
interface FormField {
  readonly media: MediaType;
  readonly places: readonly SchemaPlace[];
}

/** How a property of a form is written (OpenAPI 3.1, Encoding Object). */
function* compareEncoding(
  name: string,
  before: FormField,
  after: FormField,
  media: Place,
  subject: string,
): Comparison {
  const [old, now] = [encodingOf(name, before), encodingOf(name, after)];
  for (const [keyword, value] of Object.entries(now)) {
    if (old[keyword] === value) continue;
    const encoding = after.media.encoding[name];
    const place = encoding === undefined ? media : placeOf(media.side, encoding);
    const facts = { subject, keyword, before: code(String(old[keyword])), after: code(value) };
    yield foundInBoth("encoding-changed", place, facts);
  }
}

function encodingOf(name: string, { media, places }: FormField): Readonly<Record<string, string>> {
  const found: JsonObject = media.encoding[name]?.source ?? {};
  const style = String(found.style ?? "form");
  return {
    style,
    explode: String(found.explode ?? defaultExplode(style)),
    allowReserved: String(found.allowReserved === true),
    // Another type of the property brings another media type along, which is found as that.
    contentType: namedMediaType(found, places) ?? "by its type",
    headers: isJsonObject(found.headers) ? Object.keys(found.headers).sort().join(", ") : "none",
  };
}

/** The media type that an encoding names, unless values have it anyway. */
function namedMediaType({ contentType }: JsonObject, places: readonly SchemaPlace[]): string | undefined {
  return contentType === undefined || contentType === mediaTypeOf(places) ? undefined : String(contentType);
}

/** The media type that values of a schema have unless the document names another one; undefined where that is open. */
function mediaTypeOf(property: readonly SchemaPlace[]): string | undefined {
  const found = new Set<string>();
  const known = new Set<unknown>();
  const pending = [property];
  for (const places of pending) {
    const { types, keywords, subschemas } = shapeOf(places);
    const isBinary = keywords.get("format")?.some(({ value }) => value === "binary") === true;
    // A list of lists of itself has no item that would be written.
    const isCycle = places.some(({ value }) => known.has(value));
    if (types === undefined || isBinary || isCycle || keywords.has("contentEncoding")) return undefined;
    for (const { value } of places) known.add(value);
    for (const type of types) {
      if (type === "array") pending.push(subschemas.get("items") ?? []);
      else found.add(type === "object" ? "application/json" : "text/plain");
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}

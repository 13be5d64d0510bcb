import { KEYWORDS, type Schema } from "@earmark/openapi";
import type { Place } from "../place.ts";
import { ownShape, tighterLimit } from "./own-shape.ts";
import { acceptsNull, appliedBy, isNull, type SchemaPlace, targetOf } from "./schema-place.ts";

/** `anyOf` or `oneOf`, without an alternative that is just `null`. */
interface Union {
  readonly members: readonly SchemaPlace[];
}

/** One bound of a number, a length or a count. */
export interface Limit {
  readonly value: number;
  readonly isExclusive: boolean;
  readonly place: Place;
}

/** What a schema says about values, with references followed and `allOf` taken together. Each part knows its place. */
export interface Shape {
  /** Without `null`; undefined for any type. */
  readonly types: ReadonlySet<string> | undefined;
  readonly isNullable: boolean;
  /** The values of an enumeration by their canonical text, `null` left out; undefined where there is none. */
  readonly values: ReadonlyMap<string, Place> | undefined;
  readonly required: ReadonlyMap<string, Place>;
  readonly properties: ReadonlyMap<string, readonly SchemaPlace[]>;
  /** Of other keywords, each with its name or index there: `items`, `prefixItems/0`, `patternProperties/^x`. */
  readonly subschemas: ReadonlyMap<string, readonly SchemaPlace[]>;
  /** Schemas with a keyword that means something for each by itself: `not`, `if`, `contains`. */
  readonly holders: ReadonlyMap<string, readonly SchemaPlace[]>;
  readonly limits: ReadonlyMap<string, Limit>;
  /** Every other keyword that says something about values; several times where parts of `allOf` do. */
  readonly keywords: ReadonlyMap<string, readonly Place[]>;
  /** Annotations that do more than describe: `default`, `deprecated`, `readOnly`, `writeOnly`. */
  readonly annotations: ReadonlyMap<string, Place>;
  readonly unions: readonly Union[];
  /** Whether it says that properties may be there which it does not list; they may be there anyway. */
  readonly hasIndexSignature: boolean;
}

/** The shape of a schema that says nothing. */
const ANYTHING: Shape = {
  types: undefined,
  isNullable: true,
  values: undefined,
  required: new Map(),
  properties: new Map(),
  subschemas: new Map(),
  holders: new Map(),
  limits: new Map(),
  keywords: new Map(),
  annotations: new Map(),
  unions: [],
  hasIndexSignature: false,
};
const NOTHING: Shape = { ...ANYTHING, types: new Set(), isNullable: false };

/** Something that values have to match. */
interface Part {
  readonly shape: Shape;
  /** The schema that says it. */
  readonly of: Schema;
}

/** A schema to be looked at. */
interface Visit {
  readonly place: SchemaPlace;
  /** Whether `null` need not match it, since it matches a union around. */
  readonly isLax: boolean;
}

/** What matches all of the schemas. */
export function shapeOf(places: readonly SchemaPlace[]): Shape {
  const parts: Part[] = [];
  /** Schemas that have been looked at, and whether they were lax every time. */
  const known = new Map<Schema, boolean>();
  const pending: (Part | Visit)[] = places.toReversed().map((place) => ({ place, isLax: false }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ("shape" in next) {
      parts.push(next);
      continue;
    }
    const { value } = next.place;
    const before = known.get(value);
    if (before === false || before === next.isLax) continue;
    known.set(value, next.isLax);
    // The last that is pending is looked at first: what a reference leads to, the schema itself, and what it consists of.
    pending.push(...visitsBehind(next));
    if (before === undefined) pending.push(...partsOf(next.place));
    const target = targetOf(next.place);
    if (target !== undefined) pending.push({ place: target, isLax: next.isLax });
  }
  const lax = (shape: Shape): Shape => ({ ...shape, isNullable: true });
  return parts.reduce((all, { shape, of }) => intersection(all, known.get(of) ? lax(shape) : shape), ANYTHING);
}

/** The schemas that say what their schema says: the parts of `allOf`, and the only alternative there is. */
function visitsBehind({ place, isLax }: Visit): Visit[] {
  const only = (["oneOf", "anyOf"] as const).flatMap((keyword) => {
    const { members, hasNull } = unionOf(place, keyword);
    return members.length === 1 ? members.map((member) => ({ place: member, isLax: isLax || hasNull })) : [];
  });
  const all = appliedBy(place, "allOf").toReversed();
  return [...only, ...all.map((part) => ({ place: part.place, isLax }))];
}

/** What a schema says by itself, alternatives included. */
function partsOf(place: SchemaPlace): Part[] {
  const { value } = place;
  if (typeof value === "boolean") return value ? [] : [{ shape: NOTHING, of: value }];
  const unions = (["oneOf", "anyOf"] as const).flatMap((keyword): Part[] => {
    const { members, hasNull } = unionOf(place, keyword);
    const isNullable = hasNull || members.some(acceptsNull);
    return members.length === 1 || (members.length === 0 && !hasNull)
      ? []
      : [{ shape: { ...ANYTHING, isNullable, unions: [{ members }] }, of: value }];
  });
  return [...unions, { shape: { ...ANYTHING, ...ownShape(place, value) }, of: value }];
}

function unionOf(place: SchemaPlace, keyword: "anyOf" | "oneOf"): Union & { readonly hasNull: boolean } {
  const all = appliedBy(place, keyword).map((member) => member.place);
  const members = all.filter((member) => !isNull(member.value));
  return { members, hasNull: members.length < all.length };
}

/** What matches both. */
function intersection(one: Shape, other: Shape): Shape {
  return {
    types: commonTypes(one.types, other.types),
    isNullable: one.isNullable && other.isNullable,
    values: commonValues(one.values, other.values),
    required: new Map([...other.required, ...one.required]),
    properties: joined(one.properties, other.properties),
    subschemas: joined(one.subschemas, other.subschemas),
    holders: joined(one.holders, other.holders),
    limits: new Map([
      ...one.limits,
      ...[...other.limits].map(([name, limit]): [string, Limit] => [
        name,
        tighterLimit(name, one.limits.get(name), limit),
      ]),
    ]),
    keywords: joined(one.keywords, other.keywords),
    annotations: new Map([...other.annotations, ...one.annotations]),
    unions: [...one.unions, ...other.unions],
    hasIndexSignature: one.hasIndexSignature || other.hasIndexSignature,
  };
}

function commonTypes(one: Shape["types"], other: Shape["types"]): Shape["types"] {
  if (one === undefined || other === undefined) return one ?? other;
  const has = (set: ReadonlySet<string>, type: string): boolean =>
    set.has(type) || (type === "integer" && set.has("number"));
  return new Set([...[...one].filter((type) => has(other, type)), ...[...other].filter((type) => has(one, type))]);
}

function commonValues(one: Shape["values"], other: Shape["values"]): Shape["values"] {
  if (one === undefined || other === undefined) return one ?? other;
  return new Map([...one].filter(([value]) => other.has(value)));
}

function joined<T>(
  one: ReadonlyMap<string, readonly T[]>,
  other: ReadonlyMap<string, readonly T[]>,
): ReadonlyMap<string, readonly T[]> {
  if (other.size === 0) return one;
  const result = new Map(one);
  for (const [name, places] of other) result.set(name, [...(one.get(name) ?? []), ...places]);
  return result;
}

/** A shape without what says nothing about any value of these types: the minimum of a string, the properties of a number. */
export function applicableTo(types: ReadonlySet<string>, shape: Shape): Shape {
  const applies = (name: string): boolean => {
    const spokenOf = KEYWORDS.get(name.split("/")[0] ?? name)?.types;
    // Types tell the alternatives of a union apart by its discriminator, whatever they are.
    return spokenOf === undefined || name === "discriminator" || spokenOf.some((type) => types.has(type));
  };
  const only = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...map].filter(([name]) => applies(name)));
  return {
    ...shape,
    required: applies("required") ? shape.required : new Map(),
    properties: applies("properties") ? shape.properties : new Map(),
    subschemas: only(shape.subschemas),
    holders: only(shape.holders),
    limits: only(shape.limits),
    keywords: only(shape.keywords),
  };
}

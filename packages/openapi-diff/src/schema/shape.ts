import { type JsonObject, KEYWORDS, type Schema } from "@earmark/openapi";
import type { Side } from "../findings/place.ts";
import { type Limit, ownShape, type Shape, tighterLimit, type Union } from "./own-shape.ts";
import { acceptsNull, appliedBy, isNull, type SchemaPlace, targetOf } from "./schema-place.ts";

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
    const { own, behind, target } = statementOf(next.place);
    // The last that is pending is looked at first: what a reference leads to, the schema itself, and what it consists of.
    for (const { place, isLax } of behind) pending.push({ place, isLax: isLax || next.isLax });
    if (before === undefined) pending.push(...own);
    if (target !== undefined) pending.push({ place: target, isLax: next.isLax });
  }
  return intersection(parts.map(({ shape, of }) => (known.get(of) ? { ...shape, isNullable: true } : shape)));
}

/** What a schema says, by itself and by way of others. */
interface Statement {
  readonly own: readonly Part[];
  /** The parts of `allOf`, and the only alternative there is. */
  readonly behind: readonly Visit[];
  readonly target: SchemaPlace | undefined;
}

/** Of schemas that have been looked at: many others may build on one. */
const STATEMENTS = new WeakMap<Side, WeakMap<JsonObject, Statement>>();

function statementOf(place: SchemaPlace): Statement {
  const { side, value } = place;
  if (typeof value === "boolean") return { own: partsOf(place), behind: [], target: undefined };
  const statements = STATEMENTS.get(side) ?? new WeakMap<JsonObject, Statement>();
  STATEMENTS.set(side, statements);
  const known = statements.get(value);
  if (known !== undefined) return known;
  const only = (["oneOf", "anyOf"] as const).flatMap((keyword): Visit[] => {
    const { members, hasNull } = unionOf(place, keyword);
    return members.length === 1 ? members.map((member) => ({ place: member, isLax: hasNull })) : [];
  });
  const all = appliedBy(place, "allOf").toReversed();
  const behind = [...only, ...all.map((part) => ({ place: part.place, isLax: false }))];
  const statement = { own: partsOf(place), behind, target: targetOf(place) };
  statements.set(value, statement);
  return statement;
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
      : [{ shape: { ...ANYTHING, isNullable, unions: [{ keyword, members }] }, of: value }];
  });
  return [...unions, { shape: { ...ANYTHING, ...ownShape(place, value) }, of: value }];
}

function unionOf(place: SchemaPlace, keyword: "anyOf" | "oneOf"): Union & { readonly hasNull: boolean } {
  const all = appliedBy(place, keyword).map((member) => member.place);
  const members = all.filter((member) => !isNull(member.value));
  return { keyword, members, hasNull: members.length < all.length };
}

/** What matches all. */
function intersection(shapes: readonly Shape[]): Shape {
  const [first = ANYTHING, ...others] = shapes;
  if (others.length === 0) return first;
  const limits = new Map<string, Limit>();
  for (const shape of shapes)
    for (const [name, limit] of shape.limits) limits.set(name, tighterLimit(name, limits.get(name), limit));
  // Of several that say the same, the first counts.
  const backwards = shapes.toReversed();
  return {
    types: shapes.map(({ types }) => types).reduce(commonTypes),
    isNullable: shapes.every(({ isNullable }) => isNullable),
    values: shapes.map(({ values }) => values).reduce(commonValues),
    required: new Map(backwards.flatMap(({ required }) => [...required])),
    properties: joined(shapes.map(({ properties }) => properties)),
    subschemas: joined(shapes.map(({ subschemas }) => subschemas)),
    holders: joined(shapes.map(({ holders }) => holders)),
    limits,
    keywords: joined(shapes.map(({ keywords }) => keywords)),
    annotations: new Map(backwards.flatMap(({ annotations }) => [...annotations])),
    unions: shapes.flatMap(({ unions }) => unions),
    hasIndexSignature: shapes.some(({ hasIndexSignature }) => hasIndexSignature),
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

function joined<T>(maps: readonly ReadonlyMap<string, readonly T[]>[]): ReadonlyMap<string, readonly T[]> {
  const result = new Map<string, T[]>();
  for (const map of maps)
    for (const [name, places] of map) {
      const known = result.get(name);
      if (known === undefined) result.set(name, [...places]);
      else known.push(...places);
    }
  return result;
}

/** A shape without what says nothing about any value of these types: the minimum of a string, the properties of a number. */
export function applicableTo(types: ReadonlySet<string>, shape: Shape): Shape {
  const applies = (name: string): boolean => {
    const spokenOf = KEYWORDS.get(name.split("/")[0] ?? name)?.types;
    // Types tell the alternatives of a union apart by its discriminator.
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

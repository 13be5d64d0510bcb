import { componentName, isJsonObject, type Json, pointerSegments } from "@earmark/openapi";
import { code } from "../findings/finding.ts";
import type { Shape, Union } from "./own-shape.ts";
import { type Comparison, edited, editedOnly, partOf, type SchemaPair, type Shapes } from "./pair.ts";
import { referenceOf, type SchemaPlace } from "./schema-place.ts";
import { shapeOf } from "./shape.ts";
import { canonicalSchema } from "./wording.ts";

/** Alternatives of `anyOf` or `oneOf` where both schemas have them, or both have more besides. */
export function* compareUnions({ pair, before, after }: Shapes): Comparison {
  for (let index = 0; index < Math.max(before.unions.length, after.unions.length); index++) {
    const [old, now] = [before.unions[index], after.unions[index]];
    const [member] = (old ?? now)?.members ?? [];
    if (old !== undefined && now !== undefined) {
      yield* compareMembers(pair, old.members, now.members);
      // A discriminator tells alternatives apart.
      if (old.keyword !== now.keyword && !after.keywords.has("discriminator"))
        yield* compareExclusion(pair, now.keyword === "oneOf" ? now : old, now);
    } else if (member !== undefined)
      yield editedOnly(pair, old === undefined ? "alternatives-demanded" : "alternatives-dropped", member);
  }
}

/** Of a union that is `oneOf` before or now, and `anyOf` otherwise. */
function* compareExclusion(pair: SchemaPair, exclusive: Union, now: Union): Comparison {
  const edit = exclusive === now ? "keyword-added" : "keyword-removed";
  if (!areExclusive(exclusive.members)) yield edited(pair, edit, pair.after[0], { keyword: "oneOf" });
}

/** Whether evidently no value matches two of the schemas, so that `anyOf` and `oneOf` of them are the same. */
function areExclusive(members: readonly SchemaPlace[]): boolean {
  const shapes = members.map((member) => shapeOf([member]));
  return shapes.every((one, index) => shapes.slice(index + 1).every((other) => areApart(one, other)));
}

function areApart(one: Shape, other: Shape): boolean {
  const areDisjoint = <T>(
    some: Iterable<T> | undefined,
    others: ReadonlySet<T> | ReadonlyMap<T, unknown> | undefined,
  ) => some !== undefined && others !== undefined && [...some].every((item) => !others.has(item));
  const areNumbers = [one, other].every(({ types }) => types?.has("number") === true || types?.has("integer") === true);
  if (one.values !== undefined && areDisjoint(one.values.keys(), other.values)) return true;
  if (areDisjoint(one.types, other.types) && !areNumbers) return !(one.isNullable && other.isNullable);
  return [...one.properties].some(([name, places]) => {
    const others = other.properties.get(name);
    const isRequired = one.required.has(name) || other.required.has(name);
    const [mine, theirs] = [shapeOf(places).values, others && shapeOf(others).values];
    return isRequired && mine !== undefined && areDisjoint(mine.keys(), theirs);
  });
}

/**
 * Whether one of the schemas is a union, and the other one of its alternatives. A union beside what the other schema
 * says as well limits that further instead.
 */
export function isAlternative({ before, after }: Shapes): boolean {
  if (before.unions.length + after.unions.length !== 1) return false;
  const [plain, union] = before.unions.length > 0 ? [after, before] : [before, after];
  const says = union.properties.size + union.subschemas.size + union.required.size + union.keywords.size;
  return says === 0 || [...union.properties.keys()].every((name) => !plain.properties.has(name));
}

export function* compareAlternatives({ pair, before, after }: Shapes): Comparison {
  if (before.isNullable !== after.isNullable)
    yield edited(pair, after.isNullable ? "became-nullable" : "became-not-nullable", pair.after[0]);
  const [old, now] = [before, after].map((shape, index) => {
    const [place] = index === 0 ? pair.before : pair.after;
    return shape.unions[0]?.members ?? alternativesOf(place, shape);
  });
  yield* compareMembers(pair, old ?? [], now ?? []);
}

/** What a schema without a union is beside one: a reference, or one schema for each of its types; never `null`. */
function alternativesOf(place: SchemaPlace, { types }: Shape): SchemaPlace[] {
  const reference = referenceOf(place);
  if (reference !== undefined) return [reference.place];
  if (!isJsonObject(place.value) || types === undefined) return [place];
  const { enum: values, ...value } = place.value;
  const listed = Array.isArray(values) ? { enum: values.filter((one: Json) => one !== null) } : {};
  return [...types].map((type) => ({ ...place, value: { ...value, ...listed, type } }));
}

function* compareMembers(pair: SchemaPair, before: readonly SchemaPlace[], after: readonly SchemaPlace[]): Comparison {
  const rest = { before: [...before], after: [...after] };
  for (const key of [referenceKey, canonicalSchema, titleKey, kindKey]) {
    for (const member of [...rest.before]) {
      const name = key(member);
      const other = name === undefined ? undefined : rest.after.find((candidate) => key(candidate) === name);
      if (other === undefined) continue;
      rest.before.splice(rest.before.indexOf(member), 1);
      rest.after.splice(rest.after.indexOf(other), 1);
      yield partOf(pair, [member], [other]);
    }
  }
  const [old, now] = [rest.before[0], rest.after[0]];
  if (old !== undefined && now !== undefined && rest.before.length + rest.after.length === 2 && areInline(old, now)) {
    yield partOf(pair, [old], [now]);
    return;
  }
  for (const member of rest.after) yield editedOnly(pair, "alternative-added", member, { member: describe(member) });
  for (const member of rest.before) yield editedOnly(pair, "alternative-removed", member, { member: describe(member) });
}

/** The last two that are left are the same one, edited, unless they are known by different names or types. */
function areInline(old: SchemaPlace, now: SchemaPlace): boolean {
  return [old, now].every((place) => referenceOf(place) === undefined && shapeOf([place]).types === undefined);
}

function referenceKey(place: SchemaPlace): string | undefined {
  return referenceOf(place)?.target.pointer;
}

function titleKey({ value }: SchemaPlace): string | undefined {
  return isJsonObject(value) && typeof value.title === "string" ? value.title : undefined;
}

/** Inline alternatives of the same types. Those that refer to differently named components are different ones. */
function kindKey(place: SchemaPlace): string | undefined {
  if (referenceOf(place) !== undefined) return undefined;
  const { types } = shapeOf([place]);
  return types === undefined ? undefined : [...types].sort().join();
}

function describe(place: SchemaPlace): string {
  const target = referenceOf(place)?.target.pointer;
  const name = target === undefined ? titleKey(place) : (componentName(target) ?? pointerSegments(target).at(-1));
  if (name !== undefined) return code(name);
  const { types } = shapeOf([place]);
  return types === undefined ? "something else" : `a different ${[...types].sort().join(" or ")}`;
}

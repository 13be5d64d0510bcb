import { isAnnotation, type Json, pointerBelow, type Schema, visitSubschemas } from "@earmark/openapi";
import { type Place, type Side, sourceAt } from "../findings/place.ts";

/** A schema of a model, and where its author wrote it. */
export type SchemaPlace = Place<Schema>;

/** A schema as its author wrote it, to the letter. */
export function writtenAt(place: SchemaPlace): Json {
  return typeof place.value === "boolean" ? place.value : (sourceAt(place) ?? place.value);
}

/** A schema that another applies, by which keyword, and by which name or index there. */
interface Applied {
  readonly keyword: string;
  readonly name: string | undefined;
  readonly place: SchemaPlace;
}

/** The schemas that one applies itself, with those of `keywords` only, if any are named. */
export function appliedBy({ side, pointer, value }: SchemaPlace, ...keywords: readonly string[]): Applied[] {
  const applied: Applied[] = [];
  if (typeof value === "boolean") return applied;
  visitSubschemas(value, (schema, keyword, name) => {
    if (keywords.length > 0 && !keywords.includes(keyword)) return;
    const at = side.model.pointerOf(schema) ?? pointerBelow(pointer, keyword, name);
    applied.push({ keyword, name: name?.toString(), place: { side, pointer: at, value: schema } });
  });
  return applied;
}

/** What the `$ref` of a schema points at. */
export function targetOf({ side, value }: SchemaPlace): SchemaPlace | undefined {
  return typeof value === "boolean" || typeof value.$ref !== "string" ? undefined : side.schemas.get(value.$ref);
}

/** A schema that says nothing by itself but that it is another one, or that or `null`. */
export interface Reference {
  readonly target: SchemaPlace;
  /** Where the `$ref` itself stands. */
  readonly place: SchemaPlace;
  readonly isNullable: boolean;
}

/** Sees through the ways to write a reference: `$ref` beside annotations, `allOf` of one, a union with `null`. */
export function referenceOf(place: SchemaPlace): Reference | undefined {
  const { value } = place;
  if (typeof value === "boolean") return undefined;
  const [keyword = "", ...others] = Object.keys(value).filter((name) => !isAnnotation(name));
  if (others.length > 0) return undefined;
  const target = targetOf(place);
  if (target !== undefined) return { target, place, isNullable: false };
  const members = appliedBy(place, "allOf", "anyOf", "oneOf").map((member) => member.place);
  const schemas = keyword === "allOf" ? members : members.filter((member) => !isNull(member.value));
  const [only] = schemas;
  const inner = only === undefined || schemas.length > 1 ? undefined : referenceOf(only);
  return inner && { ...inner, isNullable: inner.isNullable || schemas.length < members.length };
}

/** `{ type: "null" }`, or an enumeration of nothing but `null`. */
export function isNull(schema: Schema): boolean {
  if (typeof schema === "boolean") return false;
  const { type, enum: values } = schema;
  if (schema.const === null || type === "null") return true;
  return Array.isArray(values) && values.length > 0 && values.every((value) => value === null);
}

/** Whether `null` matches a schema, conditions left aside. */
export function acceptsNull(place: SchemaPlace): boolean {
  const { nullable } = place.side;
  const pending = [place];
  for (let top = pending.at(-1); top !== undefined; top = pending.at(-1)) {
    const { value } = top;
    if (typeof value === "boolean") {
      pending.pop();
      continue;
    }
    const target = targetOf(top);
    const parts = appliedBy(top, "allOf", "anyOf", "oneOf");
    const unknown = [...(target === undefined ? [] : [target]), ...parts.map((part) => part.place)].filter(
      ({ value: schema }) => typeof schema !== "boolean" && !nullable.has(schema),
    );
    // What a schema says of itself by way of others is nothing more.
    if (!nullable.has(value)) nullable.set(value, true);
    if (unknown.length > 0) {
      pending.push(...unknown);
      continue;
    }
    const accepts = ({ side, value: schema }: SchemaPlace): boolean => isAccepting(side, schema);
    const of = (keyword: string): SchemaPlace[] =>
      parts.filter((part) => part.keyword === keyword).map((part) => part.place);
    const isAccepted =
      acceptsNullItself(value) &&
      (target === undefined || accepts(target)) &&
      of("allOf").every(accepts) &&
      [of("anyOf"), of("oneOf")].every((members) => members.length === 0 || members.some(accepts));
    nullable.set(value, isAccepted);
    pending.pop();
  }
  return isAccepting(place.side, place.value);
}

function isAccepting({ nullable }: Side, schema: Schema): boolean {
  return typeof schema === "boolean" ? schema : nullable.get(schema) !== false;
}

/** Whether the types and the values that a schema lists include `null`. */
export function acceptsNullItself(schema: Exclude<Schema, boolean>): boolean {
  const { type, enum: values, const: constant } = schema;
  const isOfType = type === undefined || type === "null" || (Array.isArray(type) && type.includes("null"));
  const isListed =
    Array.isArray(values) && values.length > 0 ? values.includes(null) : constant === undefined || constant === null;
  return isOfType && isListed;
}

import {
  componentName,
  isAnnotation,
  isJsonObject,
  isSchema,
  type Json,
  pointerTo,
  type Schema,
} from "@earmark/openapi";
import { type Place, placeAt } from "../place.ts";
import { componentSubject, type Subject } from "../subject.ts";

/** A schema that says nothing by itself but that it is another one, or that or `null`. */
export interface Reference {
  readonly target: Place<Schema>;
  /** Where the `$ref` itself stands. */
  readonly place: Place<Schema>;
  readonly isNullable: boolean;
}

/** `{ type: "null" }`, or an enumeration of nothing but `null`. */
export function isNull(schema: Schema): boolean {
  if (typeof schema === "boolean") return false;
  const { type, enum: values } = schema;
  if (schema.const === null || type === "null") return true;
  return Array.isArray(values) && values.length > 0 && values.every((value) => value === null);
}

/** What the `$ref` of a schema points at. */
export function targetOf(place: Place<Schema>): Place<Schema> | undefined {
  const { value, side } = place;
  if (typeof value === "boolean" || typeof value.$ref !== "string" || !value.$ref.startsWith("#/")) return undefined;
  const { value: found, pointer } = side.source.at(value.$ref, place.pointer);
  if (typeof found === "boolean") return { side, pointer, value: found };
  // A chain of references ends at a component of its own; the first link is a name already.
  return isSchema(found)
    ? { side, pointer, value: found }
    : placeAt(place, pointer, side.source.object(found, pointer).value);
}

/** What a referred schema is called: a component by its name, anything else after what refers to it. */
export function subjectAt({ pointer }: Place, referring: Subject): Subject {
  const name = componentName(pointer);
  return name === undefined ? referring : componentSubject(name);
}

/** Sees through the ways to write a reference: `$ref` beside annotations, `allOf` of one, a union with `null`. */
export function referenceOf(place: Place<Schema>): Reference | undefined {
  const { value } = place;
  if (typeof value === "boolean") return undefined;
  const isNullable = value.nullable === true;
  const target = targetOf(place);
  const said = Object.keys(value).filter((keyword) => keyword !== "nullable" && !isAnnotation(keyword));
  if (target !== undefined) {
    const isAlone = said.length === 1 || place.side.model.document.version === "3.0";
    return isAlone ? { target, place, isNullable } : undefined;
  }
  const [keyword = "", ...others] = said;
  const members = value[keyword];
  if (others.length > 0 || !["allOf", "anyOf", "oneOf"].includes(keyword) || !Array.isArray(members)) return undefined;
  const schemas = members.flatMap((member: Json, index) =>
    isSchema(member) && !(keyword !== "allOf" && isNull(member))
      ? [placeAt<Schema>(place, pointerTo(place.pointer, keyword, index), member)]
      : [],
  );
  const [only] = schemas;
  const inner = only === undefined || schemas.length > 1 || !isJsonObject(only.value) ? undefined : referenceOf(only);
  if (inner === undefined) return undefined;
  return {
    ...inner,
    isNullable: isNullable || inner.isNullable || schemas.length < members.length,
  };
}

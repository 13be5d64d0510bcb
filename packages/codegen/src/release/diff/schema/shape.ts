import type { Schema } from "@earmark/openapi";
import type { Place } from "../place.ts";
import { intersection } from "./intersection.ts";
import { ownShape } from "./own-shape.ts";
import { isNull, targetOf } from "./reference.ts";
import { listAt } from "./subschema-places.ts";

export type SchemaPlace = Place<Schema>;

/** `anyOf` or `oneOf`, without an alternative that is just `null`. */
interface Union {
  readonly keyword: "anyOf" | "oneOf";
  readonly members: readonly SchemaPlace[];
}

/** One bound of a number, a length or a count. */
export interface Limit {
  readonly value: number;
  readonly isExclusive: boolean;
  readonly place: Place;
}

/**
 * What a schema says about values, with references followed and `allOf` taken together, however it is written: OpenAPI
 * 3.0 or 3.1, `nullable` or a list of types, `const` or `enum`, inline or by reference. Each part knows where it stands.
 *
 * The model rewrites schemas for the emitters, and forgets places and documentation; so a shape is read beside it, from
 * the document.
 */
export interface Shape {
  /** Without `null`; undefined for any type. */
  readonly types: ReadonlySet<string> | undefined;
  readonly isNullable: boolean;
  /** The values of an enumeration by their canonical text, `null` left out; undefined where there is none. */
  readonly values: ReadonlyMap<string, Place> | undefined;
  readonly required: ReadonlyMap<string, Place>;
  readonly properties: ReadonlyMap<string, readonly SchemaPlace[]>;
  /** By keyword, or keyword and name: `items`, `prefixItems/0`, `patternProperties/^x`. */
  readonly subschemas: ReadonlyMap<string, readonly SchemaPlace[]>;
  readonly limits: ReadonlyMap<string, Limit>;
  /** Every other keyword that says something about values; several times where parts of `allOf` do. */
  readonly keywords: ReadonlyMap<string, readonly Place[]>;
  /** Annotations that do more than describe: `default`, `deprecated`, `readOnly`, `writeOnly`. */
  readonly annotations: ReadonlyMap<string, Place>;
  readonly unions: readonly Union[];
  /** Whether it says that properties may be there which it does not list; they may be there anyway. */
  readonly hasIndexSignature: boolean;
}

/** What a schema says that says nothing. */
const ANYTHING: Shape = {
  types: undefined,
  isNullable: true,
  values: undefined,
  required: new Map(),
  properties: new Map(),
  subschemas: new Map(),
  limits: new Map(),
  keywords: new Map(),
  annotations: new Map(),
  unions: [],
  hasIndexSignature: false,
};

/** What matches all of the schemas. */
export function shapeOf(places: readonly SchemaPlace[]): Shape {
  return combined(places, new Set());
}

function combined(places: readonly SchemaPlace[], seen: ReadonlySet<string>): Shape {
  return places.map((place) => shapeOfOne(place, seen)).reduce(intersection, ANYTHING);
}

function shapeOfOne(place: SchemaPlace, seen: ReadonlySet<string>): Shape {
  const { value, pointer } = place;
  if (value === true || seen.has(pointer)) return ANYTHING;
  if (value === false) return { ...ANYTHING, types: new Set(), isNullable: false };
  const within = new Set(seen).add(pointer);
  const target = targetOf(place);
  // Beside a reference, OpenAPI 3.0 ignores everything but what the model honours: `nullable`.
  const isAlone = target !== undefined && place.side.model.document.version === "3.0";
  const parts = [
    ...(target === undefined ? [] : [shapeOfOne(target, within)]),
    ...(isAlone ? [] : [ownShape(place, value), ...compositions(place, within)]),
  ];
  const shape = parts.reduce(intersection, ANYTHING);
  return value.nullable === true ? { ...shape, isNullable: true } : shape;
}

function compositions(place: SchemaPlace, seen: ReadonlySet<string>): Shape[] {
  const allOf = listAt(place, "allOf").map((part) => shapeOfOne(part, seen));
  const unions = (["anyOf", "oneOf"] as const).flatMap((keyword): Shape[] => {
    const members = listAt(place, keyword);
    if (members.length === 0) return [];
    const others = members.filter((member) => !isNull(member.value));
    const [only] = others;
    const isNullable = others.length < members.length;
    if (only !== undefined && others.length === 1) {
      const shape = shapeOfOne(only, seen);
      return [isNullable ? { ...shape, isNullable } : shape];
    }
    const acceptsNull = isNullable || others.some((member) => shapeOfOne(member, seen).isNullable);
    return [{ ...ANYTHING, isNullable: acceptsNull, unions: [{ keyword, members: others }] }];
  });
  return [...allOf, ...unions];
}

import { tighterLimit } from "./own-shape.ts";
import type { Limit, Shape } from "./shape.ts";

/** What matches both. */
export function intersection(one: Shape, other: Shape): Shape {
  return {
    types: commonTypes(one.types, other.types),
    isNullable: one.isNullable && other.isNullable,
    values: commonValues(one.values, other.values),
    required: new Map([...other.required, ...one.required]),
    properties: joined(one.properties, other.properties),
    subschemas: joined(one.subschemas, other.subschemas),
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
): Map<string, readonly T[]> {
  const result = new Map(one);
  for (const [name, places] of other) result.set(name, [...(one.get(name) ?? []), ...places]);
  return result;
}

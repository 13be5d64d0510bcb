import { isAnnotation } from "./is-annotation.ts";
import type { Resolve } from "./resolve.ts";

/** A schema without annotations and with its references replaced, so that two ways of writing it are equal. */
export function constraints(schema: unknown, resolve: Resolve): unknown {
  if (Array.isArray(schema)) return schema.map((item) => constraints(item, resolve));
  if (typeof schema !== "object" || schema === null) return schema;
  // An object that is not an array is all that is known.
  const { $ref, ...own } = schema as { readonly $ref?: unknown };
  const target = typeof $ref === "string" ? Object(constraints(resolve($ref), resolve)) : {};
  const kept = Object.entries(own).filter(([name]) => !isAnnotation(name));
  // The names below `properties` are not keywords, and may be called like annotations.
  const read = ([name, value]: [string, unknown]) => [
    name,
    name === "properties" ? each(value) : constraints(value, resolve),
  ];
  const each = (properties: unknown) =>
    Object.fromEntries(Object.entries(Object(properties)).map(([name, value]) => [name, constraints(value, resolve)]));
  return { ...target, ...Object.fromEntries(kept.map(read)) };
}

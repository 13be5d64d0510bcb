import { isAnnotation, isJsonObject } from "@earmark/openapi";
import type { JsonSchema } from "@earmark/validation";
import { type Resolve, withSubschemas } from "./resolve.ts";

/** A schema without annotations and with its references replaced, so that two ways of writing it are equal. */
export function constraints(schema: unknown, resolve: Resolve): unknown {
  return isJsonObject(schema) ? constraintsOf(schema as JsonSchema, resolve) : schema;
}

function constraintsOf(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const { $ref, ...own } = withSubschemas(schema, (each) => constraintsOf(each, resolve));
  const target = $ref === undefined ? {} : constraintsOf(resolve($ref), resolve);
  const kept = Object.entries(own).filter(([name]) => !isAnnotation(name));
  return { ...target, ...Object.fromEntries(kept) };
}

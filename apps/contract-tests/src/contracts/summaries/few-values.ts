import type { Resolve } from "@earmark/contract";
import type { JsonSchema } from "@earmark/validation";
import fc, { type Arbitrary } from "fast-check";

/** Few values of a schema, so that what is drawn of it meets; of an enumeration the last ones, and of times those given. */
export function fewValues(schema: JsonSchema, resolve: Resolve, times: readonly string[]): Arbitrary<unknown> {
  const { $ref, anyOf, type, enum: values, format, pattern, properties, items } = schema;
  const few = (inner: JsonSchema) => fewValues(inner, resolve, times);
  if ($ref !== undefined) return few(resolve($ref));
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(few));
  if (values !== undefined) return fc.constantFrom(...values.slice(-4));
  if (Array.isArray(type)) return fc.oneof(...type.map((each) => few({ ...schema, type: each })));
  if (type === "null") return fc.constant(null);
  if (type === "boolean") return fc.boolean();
  if (type === "integer") return fc.integer({ min: 1, max: 2 });
  if (type === "array") return fc.uniqueArray(few(items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 2 });
  if (type === "string" && (format === "date-time" || pattern !== undefined)) return fc.constantFrom(...times);
  if (type === "string") return fc.constantFrom("A", "B");
  const fields = Object.entries(properties ?? {}).map(([name, each]) => [name, few(each)]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

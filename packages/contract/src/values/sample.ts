import type { JsonSchema } from "@earmark/validation";
import fc from "fast-check";
import { valid } from "./random-values.ts";
import type { Resolve } from "./references.ts";

/** A value that matches, always the same: the example where there is one, else what comes to mind. */
export function sample(schema: JsonSchema, resolve: Resolve, example?: unknown): unknown {
  if (example !== undefined) return example;
  if (schema.$ref !== undefined) return sample(resolve(schema.$ref), resolve);
  if (schema.enum !== undefined) return schema.enum[0];
  const types = [schema.type].flat();
  switch (types.find((type) => type !== "null") ?? types[0]) {
    case "string":
      return some(schema, resolve);
    case "boolean":
      return true;
    case "integer":
    case "number":
      return schema.minimum ?? schema.maximum ?? 1;
    case "object":
      return {};
    case "array":
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => sample(schema.items ?? {}, resolve));
    default:
      throw new Error(`No sample is known for ${JSON.stringify(schema)}; add an example.`);
  }
}

function some(schema: JsonSchema, resolve: Resolve): unknown {
  const printable = fc.string({ minLength: schema.minLength ?? 1, maxLength: schema.maxLength ?? 20 });
  const free = schema.pattern === undefined && schema.format === undefined;
  const [value] = fc.sample(free ? printable : valid(schema, resolve), { numRuns: 1, seed: 1 });
  return value;
}

/** One example with as much in it as all of them have: where one says `null`, another may know more. */
export function fullest(examples: readonly unknown[]): unknown {
  const entries = examples.flatMap((example) => Object.entries(Object(example)));
  return Object.fromEntries([...entries, ...entries.filter(([, value]) => value !== null)]);
}

/** A value in the name of a test. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

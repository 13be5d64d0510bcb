import type { JsonSchema } from "@earmark/validation";
import type { Resolve } from "./resolve.ts";

/** A value that matches: the example where there is one, else the simplest that the keywords allow. */
export function sample(schema: JsonSchema, resolve: Resolve, example?: unknown): unknown {
  if (example !== undefined) return example;
  if (schema.$ref !== undefined) return sample(resolve(schema.$ref), resolve);
  if (schema.enum !== undefined) return schema.enum[0];
  switch ([schema.type].flat()[0]) {
    case "string":
      if (schema.pattern !== undefined)
        throw new Error(`Nobody can guess what matches ${schema.pattern}; add an example.`);
      return "x".repeat(schema.minLength ?? 1);
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

import type { JsonSchema } from "@earmark/validation";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import type { Resolve } from "./resolve.ts";

/** Whether a value matches, in the opinion of Ajv: nothing that is under contract may decide about its own tests. */
export function accepts(schema: JsonSchema, resolve: Resolve): (value: unknown) => boolean {
  // Without the schema of schemas, which takes longer to compile than anything that is compiled here.
  const ajv = new Ajv2020({ strict: false, logger: false, meta: false, validateSchema: false });
  ajvFormats.default(ajv);
  const validate = ajv.compile(Object(inline(schema, resolve)));
  return (value) => validate(value) === true;
}

/** The schema without references, which only `resolve` could follow. */
function inline(schema: unknown, resolve: Resolve): unknown {
  if (Array.isArray(schema)) return schema.map((each) => inline(each, resolve));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, ...own } = schema as JsonSchema;
  const target = $ref === undefined ? {} : Object(inline(resolve($ref), resolve));
  const entries = Object.entries(own).map(([name, value]) => [name, inline(value, resolve)] as const);
  return { ...target, ...Object.fromEntries(entries) };
}

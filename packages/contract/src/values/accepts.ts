import type { JsonSchema } from "@earmark/validation";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { type Resolve, withSubschemas } from "./references.ts";

/** Whether a value matches, in the opinion of Ajv: nothing that is under contract may decide about its own tests. */
export function accepts(schema: JsonSchema, resolve: Resolve): (value: unknown) => boolean {
  // Without the schema of schemas, which takes longer to compile than anything that is compiled here.
  const ajv = new Ajv2020({ strict: false, logger: false, meta: false, validateSchema: false });
  ajvFormats.default(ajv);
  const validate = ajv.compile(withDefinitions(schema, resolve));
  return (value) => validate(value) === true;
}

/** The schema with all that it refers to, however far: only `resolve` could follow its references. */
function withDefinitions(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const names = new Map<string, string>();
  const refersWithin = (each: JsonSchema): JsonSchema => {
    const { $ref, ...own } = withSubschemas(each, refersWithin);
    if ($ref === undefined) return own;
    const name = names.get($ref) ?? String(names.size);
    names.set($ref, name);
    return { ...own, $ref: `#/$defs/${name}` };
  };
  const root = refersWithin(schema);
  // Grows while it is gone through.
  const $defs: Record<string, JsonSchema> = {};
  for (const [reference, name] of names) $defs[name] = refersWithin(resolve(reference));
  return { ...root, $defs };
}

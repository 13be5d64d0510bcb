import { resolveSchema, type Schemas } from "../options/schemas.ts";

/** What of a call fits beside each other. */
export const tableColumns: readonly string[] = [
  "call_sid",
  "start_time",
  "from.caller",
  "to.callee",
  "annotation.answered_by",
  "annotation.quality_issues",
  "annotation.spam",
  "annotation.call_score",
  "annotation.comment",
];

/** All that the document says about a call, in its order: `annotation.spam` for what is within something else. */
export function summaryColumns(schemas: Schemas): readonly string[] {
  return fieldsOf({ $ref: "#/components/schemas/CallSummary" }, schemas);
}

function fieldsOf(schema: Schemas[string], schemas: Schemas): readonly string[] {
  return Object.entries(resolveSchema(schema, schemas).properties ?? {}).flatMap(([name, property]) => {
    const inner = fieldsOf(property, schemas);
    return inner.length === 0 ? [name] : inner.map((field) => `${name}.${field}`);
  });
}

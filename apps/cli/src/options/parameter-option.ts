import type { FormField, Operation, ParameterDocumentation } from "@earmark/http";
import type { JsonSchema } from "@earmark/validation";
import { describeField } from "./describe-field.ts";
import { type FieldOption, refuseClashes } from "./field-option.ts";
import { optionName } from "./option-name.ts";
import { resolveSchema, type Schemas } from "./schemas.ts";

/**
 * The options of an operation: one per parameter of its query, but for those that the command sees to itself. A new
 * parameter in the document is a new option.
 */
export function parameterOptions(
  operation: Operation,
  documentation: Readonly<Record<string, ParameterDocumentation>>,
  schemas: Schemas,
  seenTo: readonly string[],
): readonly FieldOption[] {
  const parameters = operation.parameters.filter((one) => one.in === "query" && !seenTo.includes(one.name));
  const options = parameters.map(({ name, schema }) => {
    const { description = "", cliName = optionName(name) } = documentation[name] ?? {};
    const rules = { ...schemas[schema], description };
    const field = fieldOf(rules, schemas);
    return { property: name, field, option: describeField(cliName, field, rules, schemas) };
  });
  refuseClashes(operation, options);
  return options;
}

/** What a schema lets one type. */
function fieldOf(schema: JsonSchema, schemas: Schemas): FormField {
  const { items } = resolveSchema(schema, schemas);
  const type = typeOf(schema, schemas);
  const item = items === undefined ? "array" : typeOf(items, schemas);
  return item === "array" ? { type } : { type, items: item };
}

function typeOf(schema: JsonSchema, schemas: Schemas): FormField["type"] {
  const [type = "string"] = [resolveSchema(schema, schemas).type ?? []].flat().filter((one) => one !== "null");
  return types.find((one) => one === type) ?? "string";
}

const types = ["string", "number", "integer", "boolean", "array", "object"] as const;

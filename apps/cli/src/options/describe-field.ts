import type { FormField } from "@earmark/http";
import type { JsonSchema } from "@earmark/validation";
import { counted } from "../output/counted.ts";
import { documentedValues } from "./documented-values.ts";
import type { Option } from "./option.ts";
import { resolveSchema, type Schemas } from "./schemas.ts";

/** The option of one field: what it takes from its type, what help says from its schema. */
export function describeField(name: string, field: FormField, schema: JsonSchema, schemas: Schemas): Option {
  const { description = "", ...rules } = resolveSchema(schema, schemas);
  const valueRules = field.type === "array" ? resolveSchema(rules.items ?? {}, schemas) : rules;
  const sentences = [plain(description), ...limits(field, valueRules, description)];
  const help = sentences.filter((sentence) => sentence !== "").join(" ");
  if (field.type === "boolean") return { kind: "switch", name, negatable: true, help };
  const kind = field.type === "array" ? "list" : "value";
  return { kind, name, placeholder: placeholder(field, valueRules), help };
}

function placeholder({ type, nullable }: FormField, { enum: values }: JsonSchema): string {
  if (type === "array") return "A,B";
  const one = type !== "string" ? "N" : values ? "V" : "T";
  return nullable ? `${one}|none` : one;
}

/** What the description may have left out. */
function* limits({ nullable }: FormField, rules: JsonSchema, description: string): Generator<string> {
  const { enum: values, minimum, maximum, maxLength } = rules;
  if (values) yield `One of ${documentedValues([...values, ...(nullable ? [null] : [])]).join(", ")}.`;
  if (minimum !== undefined) yield `At least ${minimum}.`;
  if (maximum !== undefined) yield `At most ${maximum}.`;
  const isSaid = description.includes(`${maxLength} character`);
  if (maxLength !== undefined && !isSaid) yield `At most ${counted(maxLength, "character")}.`;
}

/** A description without line breaks and Markdown, in the words of the command line. */
function plain(description: string): string {
  const text = description.replaceAll("`null`", "none").replace(/[`*]/g, "");
  return text.replace(/\s+/g, " ").trim();
}

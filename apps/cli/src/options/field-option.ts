import type { FormField, Operation, ParameterDocumentation } from "@earmark/http";
import type { JsonSchema } from "@earmark/validation";
import { UsageError } from "../errors/usage-error.ts";
import { counted } from "../output/strings.ts";
import type { GivenOptions, Option } from "./option.ts";
import { documentedValues, optionName } from "./option-name.ts";
import { resolveSchema, type Schemas } from "./schemas.ts";
import { builtInOptions, sharedOptions } from "./shared-options.ts";

/** An option that sets a field of a request's form, or a parameter. */
export interface FieldOption {
  /** Name of the field or parameter, as it is sent. */
  readonly property: string;
  readonly field: FormField;
  readonly option: Option;
}

/** The options of an operation: one per field of its form. A new field in the document is a new option. */
export function fieldOptions(operation: Operation, schemas: Schemas): readonly FieldOption[] {
  const body = Object.values(operation.requestBody?.content ?? {}).find(({ fields }) => fields !== undefined);
  const properties = schemas[body?.schema ?? ""]?.properties ?? {};
  const options = Object.entries(body?.fields ?? {}).map(([property, field]) => {
    const option = describeField(optionName(property), field, properties[property] ?? {}, schemas);
    return { property, field, option };
  });
  refuseClashes(operation, options);
  return options;
}

/**
 * The options of an operation: one per parameter of its query, without those that the command sets itself. A new
 * parameter in the document is a new option.
 */
export function parameterOptions(
  operation: Operation,
  documentation: Readonly<Record<string, ParameterDocumentation>>,
  schemas: Schemas,
  excluded: readonly string[],
): readonly FieldOption[] {
  const parameters = operation.parameters.filter((one) => one.in === "query" && !excluded.includes(one.name));
  const options = parameters.map(({ name, schema }) => {
    const { description = "", cliName = optionName(name) } = documentation[name] ?? {};
    const rules = { ...schemas[schema], description };
    const field = fieldOf(rules, schemas);
    return { property: name, field, option: describeField(cliName, field, rules, schemas) };
  });
  refuseClashes(operation, options);
  return options;
}

/** The type of the values that a schema allows. */
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

/** Options of a document may not share names with each other or with shared options. */
function refuseClashes({ operationId }: Operation, options: readonly FieldOption[]): void {
  const taken = new Set([...sharedOptions, ...builtInOptions].map(({ name }) => name));
  for (const { property, option } of options) {
    for (const name of [option.name, `no-${option.name}`]) {
      if (taken.has(name)) throw new Error(`${operationId}.${property} cannot be --${name}, which is taken`);
      taken.add(name);
    }
  }
}

/** The option of one field: its kind follows from the type, its help from the schema. */
function describeField(name: string, field: FormField, schema: JsonSchema, schemas: Schemas): Option {
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

/** Constraints that the description may not mention. */
function* limits({ nullable }: FormField, rules: JsonSchema, description: string): Generator<string> {
  const { enum: values, minimum, maximum, maxLength } = rules;
  if (values) yield `One of ${documentedValues([...values, ...(nullable ? [null] : [])]).join(", ")}.`;
  if (minimum !== undefined) yield `At least ${minimum}.`;
  if (maximum !== undefined) yield `At most ${maximum}.`;
  const isMentioned = description.includes(`${maxLength} character`);
  if (maxLength !== undefined && !isMentioned) yield `At most ${counted(maxLength, "character")}.`;
}

/** A description without line breaks and Markdown; `null` is `none`, as it is typed. */
function plain(description: string): string {
  return description.replaceAll("`null`", "none").replace(/[`*]/g, "").replace(/\s+/g, " ").trim();
}

/**
 * The value of a field; `undefined` when its option is not given. A string that does not fit the field's type stays a
 * string: the validator of the request reports it, together with all other issues.
 */
export function readField({ field, option: { name } }: FieldOption, given: GivenOptions): unknown {
  const value = given[name];
  if (field.type === "boolean") return readSwitch(name, value, given[`no-${name}`]);
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return [...new Set(value.map((item) => readValue(item, field.items ?? "string")))];
  return field.nullable && value === "none" ? null : readValue(String(value), field.type);
}

function readSwitch(name: string, yes: unknown, no: unknown): boolean | undefined {
  if (yes !== undefined && no !== undefined) {
    throw new UsageError(`--${name} and --no-${name} exclude each other; pass one of them`);
  }
  if (typeof no === "boolean") return !no;
  return typeof yes === "boolean" ? yes : undefined;
}

function readValue(value: string, type: FormField["type"]): unknown {
  if (type === "boolean" && /^(true|false)$/.test(value)) return value === "true";
  // Number() would accept "", " " and "0x10" too.
  return (type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

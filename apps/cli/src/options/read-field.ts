import type { FormField } from "@earmark/http";
import { UsageError } from "../errors/usage-error.ts";
import type { FieldOption } from "./field-option.ts";
import type { GivenOptions } from "./option.ts";

/**
 * The value of a field from what was given; `undefined` when nothing was. Text that is none of the field's type stays
 * text: the validator of the request then says what it should have been, together with everything else.
 */
export function readField({ field, option: { name } }: FieldOption, given: GivenOptions): unknown {
  const value = given[name];
  if (field.type === "boolean") return readSwitch(name, value, given[`no-${name}`]);
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return [...new Set(value.map((item) => readText(item, field.items ?? "string")))];
  return field.nullable && value === "none" ? null : readText(String(value), field.type);
}

function readSwitch(name: string, yes: unknown, no: unknown): boolean | undefined {
  if (yes !== undefined && no !== undefined) {
    throw new UsageError(`--${name} and --no-${name} exclude each other; pass one of them`);
  }
  if (typeof no === "boolean") return !no;
  return typeof yes === "boolean" ? yes : undefined;
}

function readText(text: string, type: FormField["type"]): unknown {
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  // Number() would take "", " " and "0x10" too.
  return (type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

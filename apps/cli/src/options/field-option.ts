import type { FormField, Operation } from "@earmark/http";
import { describeField } from "./describe-field.ts";
import type { Option } from "./option.ts";
import { optionName } from "./option-name.ts";
import type { Schemas } from "./resolve-schema.ts";
import { builtInOptions, sharedOptions } from "./shared-options.ts";

/** An option that sets a field of a request's form. */
export interface FieldOption {
  /** Name of the field, as it is sent. */
  readonly property: string;
  readonly field: FormField;
  readonly option: Option;
}

/** The options of an operation: one per field of its form. A new field in the document is a new option. */
export function fieldOptions(operation: Operation, schemas: Schemas): readonly FieldOption[] {
  const body = Object.values(operation.requestBody?.content ?? {}).find(({ fields }) => fields !== undefined);
  const properties = schemas[body?.schema ?? ""]?.properties ?? {};
  const taken = new Set([...sharedOptions, ...builtInOptions].map(({ name }) => name));
  return Object.entries(body?.fields ?? {}).map(([property, field]) => {
    const option = describeField(optionName(property), field, properties[property] ?? {}, schemas);
    for (const name of [option.name, `no-${option.name}`]) {
      if (taken.has(name)) throw new Error(`${operation.operationId}.${property} cannot be --${name}, which is taken`);
      taken.add(name);
    }
    return { property, field, option };
  });
}

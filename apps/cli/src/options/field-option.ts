import type { FormField, Operation } from "@earmark/http";
import { describeField } from "./describe-field.ts";
import type { Option } from "./option.ts";
import { optionName } from "./option-name.ts";
import type { Schemas } from "./schemas.ts";
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

/** A document cannot take a name from the command line, nor give one twice. */
export function refuseClashes({ operationId }: Operation, options: readonly FieldOption[]): void {
  const taken = new Set([...sharedOptions, ...builtInOptions].map(({ name }) => name));
  for (const { property, option } of options) {
    for (const name of [option.name, `no-${option.name}`]) {
      if (taken.has(name)) throw new Error(`${operationId}.${property} cannot be --${name}, which is taken`);
      taken.add(name);
    }
  }
}

import type { Parameter } from "@earmark/http";
import type { CallInput, ContractOperation } from "../contract/contract.ts";

/** The same as the arguments of the generated method: parameters and body, each only where the operation has any. */
export function toArguments({ generated }: ContractOperation, { parameters, body }: CallInput): readonly unknown[] {
  const placed = generated.parameters.filter((parameter) => parameter.placed);
  const labels = new Set(placed.map(labelOf));
  const flat = Object.entries(parameters).filter(([label]) => !labels.has(label));
  const given: Record<string, unknown> = Object.fromEntries(flat);
  for (const parameter of placed) {
    const value = parameters[labelOf(parameter)];
    if (value !== undefined) given[parameter.in] = { ...Object(given[parameter.in]), [parameter.name]: value };
  }
  return [...(generated.parameters.length > 0 ? [given] : []), ...(generated.requestBody === undefined ? [] : [body])];
}

/** What cases call a parameter: `id`, or `query/id` where its name alone does not say which is meant. */
export function labelOf({ name, in: place, placed }: Parameter): string {
  return placed ? `${place}/${name}` : name;
}

/**
 * The parameters that cases write by themselves. Deep objects are left out: what OpenAPI does not define of them, such as
 * lists, Prism reads in another way than most servers.
 */
export function writtenParameters({ generated }: ContractOperation): readonly Parameter[] {
  return generated.parameters.filter(({ style }) => style !== "deepObject");
}

import type { Check, Issue } from "@earmark/validation";
import { issuesOf, report } from "@earmark/validation/runtime";
import type { Call, CallArguments, OperationDefinition } from "./definition.ts";

/** Reads the arguments of a method: parameters and body, if the operation has any, and options. */
export function parseArguments(operation: OperationDefinition, given: readonly unknown[]): Call {
  const rest = [...given];
  const parameters = operation.parameters[0] && rest.shift();
  const body = operation.requestBody && rest.shift();
  // Spread, anything but an object adds nothing.
  return { operation, parameters: { __proto__: null, ...(parameters as object) }, body, options: rest[0] ?? {} };
}

interface Rules {
  readonly required?: boolean;
  readonly check?: Check;
}

/** Everything that is wrong with the arguments of a call: of parameters under their name, of the body as it is. */
export function checkArguments(
  { parameters: declared, requestBody }: Pick<OperationDefinition, "parameters" | "requestBody">,
  { parameters, body }: Pick<CallArguments, "parameters" | "body">,
): readonly Issue[] {
  const issues: Issue[] = [];
  const hold = (path: Issue["path"], value: unknown, { required, check }: Rules): void => {
    if (value !== undefined) {
      if (check) issues.push(...issuesOf(check, value, path));
    } else if (required) report(issues, path, "required", true);
  };
  for (const one of declared) hold([one.name], parameters[one.name], one);
  for (const name in parameters) {
    if (!declared.some((one) => one.name === name)) {
      report(issues, [name], "additionalProperties", false, parameters[name]);
    }
  }
  // A definition has a check only where a schema describes the value that is passed, not its decoded content.
  if (requestBody) hold([], body, { ...requestBody, ...Object.values(requestBody.content)[0] });
  return issues;
}

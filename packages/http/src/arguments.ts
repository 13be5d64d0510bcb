import type { Check, Issue } from "@earmark/validation";
import { issuesOf, report } from "@earmark/validation/runtime";
import type { Call, CallArguments, OperationDefinition } from "./definition.ts";

/** Reads the arguments of a method: parameters and body, if the operation has any, and options. */
export function parseArguments(operation: OperationDefinition, given: readonly unknown[]): Call {
  const [parameters, ...others] = operation.parameters[0] ? given : [undefined, ...given];
  const [body, options] = operation.requestBody ? others : [undefined, ...others];
  return { operation, parameters: { __proto__: null, ...(parameters as object) }, body, options: options ?? {} };
}

/** Everything that is wrong with the arguments of a call: of parameters under their name, of the body as it is. */
export function checkArguments(
  { parameters: declared, requestBody }: Pick<OperationDefinition, "parameters" | "requestBody">,
  { parameters, body }: Pick<CallArguments, "parameters" | "body">,
): readonly Issue[] {
  const issues: Issue[] = [];
  const hold = (path: Issue["path"], value: unknown, required?: boolean, check?: Check): void => {
    if (value !== undefined) {
      if (check) issues.push(...issuesOf(check, value, path));
    } else if (required) report(issues, path, "required", true, undefined);
  };
  const unknown = { ...parameters };
  for (const { name, required, check } of declared) {
    hold([name], parameters[name], required, check);
    delete unknown[name];
  }
  for (const name in unknown) report(issues, [name], "additionalProperties", false, parameters[name]);
  // A definition has a check only where a schema describes the value that is passed, not its decoded content.
  if (requestBody) hold([], body, requestBody.required, Object.values(requestBody.content)[0]?.check);
  return issues;
}

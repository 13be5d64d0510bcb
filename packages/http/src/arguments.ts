import type { Check, Issue } from "@earmark/validation";
import { issuesOf, report } from "@earmark/validation/runtime";
import type { CallOptions } from "./client-options.ts";
import type { Operation } from "./operation.ts";

/** What a method is called with. */
export interface CallArguments {
  /** By name. Without a prototype, whose members would be taken for parameters of these names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly options: CallOptions<string>;
}

/** One call of an operation. */
export interface Call extends CallArguments {
  readonly operation: Operation;
}

/** Reads the arguments of a method: parameters and body, if the operation has any, and options. */
export function parseArguments(operation: Operation, given: readonly unknown[]): Call {
  const [parameters, ...others] = operation.parameters[0] ? given : [undefined, ...given];
  const [body, options] = operation.requestBody ? others : [undefined, ...others];
  return { operation, parameters: { __proto__: null, ...(parameters as object) }, body, options: options ?? {} };
}

/** Everything that is wrong with the arguments of a call: of parameters under their name, of the body as it is. */
export function checkArguments(
  { parameters: declared, requestBody }: Pick<Operation, "parameters" | "requestBody">,
  { parameters, body }: Pick<CallArguments, "parameters" | "body">,
  checks: Readonly<Record<string, Check>>,
): readonly Issue[] {
  const issues: Issue[] = [];
  const check = (path: Issue["path"], value: unknown, required?: boolean, schema = ""): void => {
    if (value !== undefined) {
      const found = checks[schema];
      if (found) issues.push(...issuesOf(found, value, path));
    } else if (required) report(issues, path, "required", true, undefined);
  };
  const unknown = { ...parameters };
  for (const { name, required, schema } of declared) {
    check([name], parameters[name], required, schema);
    delete unknown[name];
  }
  for (const name in unknown) report(issues, [name], "additionalProperties", false, parameters[name]);
  // The table names a schema only where it describes the value that is passed, not its decoded content.
  if (requestBody) check([], body, requestBody.required, Object.values(requestBody.content)[0]?.schema);
  return issues;
}

import type { Check, Issue } from "@earmark/validation";
import { issuesOf, report } from "@earmark/validation/runtime";
import type { Operation } from "./operation.ts";

/** Everything that is wrong with the arguments of a call: of parameters under their name, of the body as it is. */
export function checkArguments(
  { parameters, requestBody }: Operation,
  values: Readonly<Record<string, unknown>>,
  body: unknown,
  checks: Readonly<Record<string, Check>>,
): readonly Issue[] {
  const issues: Issue[] = [];
  const check = (path: Issue["path"], value: unknown, required?: boolean, schema = ""): void => {
    if (value !== undefined) {
      const found = checks[schema];
      if (found) issues.push(...issuesOf(found, value, path));
    } else if (required) report(issues, path, "required", true, value);
  };
  const unknown = { ...values };
  for (const { name, required, schema } of parameters) {
    check([name], values[name], required, schema);
    delete unknown[name];
  }
  for (const name in unknown) report(issues, [name], "additionalProperties", false, values[name]);
  // The generator says of which bodies a schema describes the value, and not what it means.
  if (requestBody) check([], body, requestBody.required, Object.values(requestBody.content)[0]?.schema);
  return issues;
}

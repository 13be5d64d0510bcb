import type { Issue, Validator } from "@earmark/validation";
import type { Operation } from "./operation.ts";

/** Everything that is wrong with the arguments of a call: of parameters under their name, of the body as it is. */
export function checkArguments(
  { parameters, requestBody }: Operation,
  values: Readonly<Record<string, unknown>>,
  body: unknown,
  validators: Readonly<Record<string, Validator<unknown>>>,
): readonly Issue[] {
  const issues: Issue[] = [];
  const check = (path: Issue["path"], value: unknown, required: boolean, schema = ""): void => {
    const found =
      value === undefined ? required && [issue([], "required", "is required")] : validators[schema]?.issues(value);
    for (const one of found || []) issues.push({ ...one, path: [...path, ...one.path] });
  };
  for (const { name, required, schema } of parameters) check([name], values[name], required, schema);
  for (const name in values) {
    const isKnown = parameters.some((parameter) => parameter.name === name);
    if (!isKnown) issues.push(issue([name], "additionalProperties", "is not a known parameter", values[name]));
  }
  if (requestBody) check([], body, requestBody.required, Object.values(requestBody.content)[0]?.schema);
  return issues;
}

function issue(path: Issue["path"], code: string, message: string, value?: unknown): Issue {
  return { path, code, message, expected: undefined, value };
}

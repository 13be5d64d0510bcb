import type { Operation, ParameterDocumentation } from "@earmark/http";
import type { Issue } from "@earmark/validation";
import { counted, shortened } from "../output/strings.ts";
import { documentedValues, optionName, placeholderName } from "./option-name.ts";

/** One sentence for each issue of a request: the option, what it must be, what was received. */
export function describeIssues(
  issues: readonly Issue[],
  { parameters }: Operation,
  documentation: Readonly<Record<string, ParameterDocumentation>> = {},
): readonly string[] {
  const patterns = new Set(issues.filter(({ code }) => code === "pattern").map(({ path }) => path.join()));
  // A pattern says more than the length that follows from it.
  const shown = issues.filter(({ code, path }) => !(code.endsWith("Length") && patterns.has(path.join())));
  return shown.map((issue) => {
    const name = String(issue.path[0] ?? "body");
    const isPositional = parameters.some((parameter) => parameter.name === name && parameter.in === "path");
    const option = documentation[name]?.cliName ?? optionName(name);
    return `${isPositional ? placeholderName(name) : `--${option}`} ${sentence(issue)}`;
  });
}

function sentence({ code, expected, value }: Issue): string {
  if (code === "required" || value === undefined) return "is required";
  // The length says enough; the value is long.
  const received = code === "maxLength" ? [...String(value)].length : show(value);
  return `${rules[code]?.(expected) ?? `must satisfy ${code} ${expected}`}, received ${received}`;
}

/** What a value must be, by keyword. */
const rules: Readonly<Record<string, (expected: unknown) => string>> = {
  type: (types) => `must be ${[types].flat().join(" or ")}`,
  enum: (values) => `must be one of ${documentedValues([values].flat()).join(", ")}`,
  pattern: (source) => `must be ${describePattern(String(source))}`,
  minLength: (limit) => `must have at least ${counted(Number(limit), "character")}`,
  maxLength: (limit) => `must have at most ${counted(Number(limit), "character")}`,
  minimum: (limit) => `must be at least ${limit}`,
  maximum: (limit) => `must be at most ${limit}`,
  minItems: (limit) => `must have at least ${counted(Number(limit), "item")}`,
  maxItems: (limit) => (limit === 1 ? "must be one item alone" : `must have at most ${counted(Number(limit), "item")}`),
  additionalProperties: () => "is not known",
};

/** The provider's identifiers have one form, which has a description; other patterns are shown. */
function describePattern(pattern: string): string {
  const [, prefix, digits] = /^\^(\w+)\[0-9a-fA-F\]\{(\d+)\}\$$/.exec(pattern) ?? [];
  return prefix === undefined ? `a string that matches ${pattern}` : `${prefix} and ${digits} hexadecimal digits`;
}

function show(value: unknown): string {
  if (value === null) return "none";
  const shown = Array.isArray(value)
    ? value.join(",")
    : typeof value === "string"
      ? JSON.stringify(value)
      : String(value);
  return shortened(shown, 150);
}

/** The issues of a value, with their paths below `name`. */
export function prefixed(name: string, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }));
}

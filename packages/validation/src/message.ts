/** In characters. */
const LONGEST = 60;

/** The sentence of an issue, from its keyword, the keyword's value and what was received. */
export function message(code: string, expected: unknown, value: unknown): string {
  const demanded = Array.isArray(expected) ? expected.map(print).join(", ") : print(expected);
  const rule = rules[code]?.(demanded) ?? `must satisfy ${code} ${demanded}`;
  return value === undefined ? rule : `${rule}, received ${show(value)}`;
}

/** What each keyword demands. */
const rules: Record<string, (demanded: string) => string> = {
  type: (types) => `must be of type ${types}`,
  enum: (values) => `must be one of ${values}`,
  required: () => "is required",
  pattern: (pattern) => `must match ${pattern}`,
  format: (format) => `must be a valid ${format}`,
  minLength: (limit) => `must have at least ${limit} characters`,
  maxLength: (limit) => `must have at most ${limit} characters`,
  minItems: (limit) => `must have at least ${limit} items`,
  maxItems: (limit) => `must have at most ${limit} items`,
  additionalProperties: () => "is not known",
};

function print(expected: unknown): string {
  return typeof expected === "object" ? JSON.stringify(expected) : String(expected);
}

/** A value, short enough for a sentence. A container may be huge or cyclic: it is named instead of printed. */
function show(value: unknown): string {
  if (typeof value === "object" && value) return Array.isArray(value) ? "an array" : "an object";
  return typeof value === "string" ? JSON.stringify(value.slice(0, LONGEST)) : String(value).slice(0, LONGEST);
}

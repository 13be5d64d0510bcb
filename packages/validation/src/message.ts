const LONGEST = 60;

/** The sentence of an issue, from its keyword, the keyword's value and what was received. */
export function message(code: string, expected: unknown, value: unknown): string {
  const rule = rules[code]?.(expected) ?? `must satisfy ${code}`;
  return code === "required" || code === "depth" ? rule : `${rule}, received ${show(value)}`;
}

const rules: Record<string, (expected: unknown) => string> = {
  type: (types) => `must be ${[types].flat().join(" or ")}`,
  enum: (values) => `must be one of ${(values as unknown[]).map(show).join(", ")}`,
  const: (value) => `must equal ${show(value)}`,
  required: () => "is required",
  pattern: (source) => `must match ${source}`,
  format: (name) => `must be a valid ${name}`,
  minLength: (n) => `must have at least ${n} characters`,
  maxLength: (n) => `must have at most ${n} characters`,
  minimum: (n) => `must be at least ${n}`,
  maximum: (n) => `must be at most ${n}`,
  exclusiveMinimum: (n) => `must be greater than ${n}`,
  exclusiveMaximum: (n) => `must be less than ${n}`,
  multipleOf: (n) => `must be a multiple of ${n}`,
  minItems: (n) => `must have at least ${n} items`,
  maxItems: (n) => `must have at most ${n} items`,
  uniqueItems: () => "must not repeat an item",
  contains: (n) => `must contain at least ${n} matching items`,
  maxContains: (n) => `must contain at most ${n} matching items`,
  minProperties: (n) => `must have at least ${n} properties`,
  maxProperties: (n) => `must have at most ${n} properties`,
  additionalProperties: () => "is not a known property",
  unevaluatedProperties: () => "is not a known property",
  unevaluatedItems: () => "is not a known item",
  propertyNames: () => "must be a valid property name",
  dependentRequired: (name) => `is required when ${show(name)} is present`,
  discriminator: (values) => `must be one of ${(values as unknown[]).map(show).join(", ")}`,
  anyOf: (n) => `must match one of ${n} alternatives`,
  oneOf: (n) => `must match exactly one of ${n} alternatives`,
  not: () => "must not match the excluded schema",
  false: () => "is not allowed",
  depth: () => "is nested too deeply to check",
};

/** A value as JSON, short enough for a sentence. */
function show(value: unknown): string {
  if (value === undefined) return "nothing";
  // A container may be huge or cyclic: name it instead of printing it.
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

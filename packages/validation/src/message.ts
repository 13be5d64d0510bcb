/** In characters. */
const LONGEST = 60;

/** The sentence of an issue, from its keyword, the keyword's value and what was received. */
export function message(code: string, expected: unknown, value: unknown): string {
  const rule = rules[code] ?? `must satisfy ${code} #`;
  const received = value === undefined ? "" : `, received ${show(value)}`;
  const demanded = [expected]
    .flat()
    .map((item) => (typeof item === "string" ? item : JSON.stringify(item)))
    .join(", ");
  return rule.replace("#", () => demanded) + received;
}

/** What each keyword demands; `#` stands for its value. */
const rules: Record<string, string> = {
  type: "must be of type #",
  enum: "must be one of #",
  required: "is required",
  pattern: "must match #",
  format: "must be a valid #",
  minLength: "must have at least # characters",
  maxLength: "must have at most # characters",
  minItems: "must have at least # items",
  maxItems: "must have at most # items",
  additionalProperties: "is not known",
};

/** A value, short enough for a sentence. A container may be huge or cyclic: it is named instead of printed. */
function show(value: unknown): string {
  if (typeof value === "object" && value) return Array.isArray(value) ? "an array" : "an object";
  return (typeof value === "string" ? JSON.stringify(value) : String(value)).slice(0, LONGEST);
}

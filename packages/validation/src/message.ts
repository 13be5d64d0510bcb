/** In characters: of what was received, and of what is expected. */
const LONGEST = 60;
const LONGEST_RULE = 500;

/** Characters that JSON escapes, and, since that is quick to tell, all but ASCII. */
const escaped: RegExp = /[^ !#-[\]-~]/;

/**
 * The sentence of an issue, from its keyword, the keyword's value and what was received.
 *
 * Most of the time that it takes to collect issues is spent here, hence the plain loops and the short cut past JSON.
 */
export function message(code: string, expected: unknown, value: unknown): string {
  const text = rule(code, Array.isArray(expected) ? list(expected) : print(expected));
  return value === undefined ? text : `${text}, received ${show(value)}`;
}

/** What each keyword demands. */
function rule(code: string, demanded: string): string {
  switch (code) {
    case "type":
      return `must be of type ${demanded}`;
    case "enum":
      return `must be one of ${demanded}`;
    case "required":
      return "is required";
    case "pattern":
      return `must match ${demanded}`;
    case "format":
      return `must be a valid ${demanded}`;
    case "minLength":
      return `must have at least ${demanded} characters`;
    case "maxLength":
      return `must have at most ${demanded} characters`;
    case "minItems":
      return `must have at least ${demanded} items`;
    case "maxItems":
      return `must have at most ${demanded} items`;
    case "additionalProperties":
      return "is not known";
    default:
      return `must satisfy ${code} ${demanded}`;
  }
}

function list(values: readonly unknown[]): string {
  let text = "";
  for (let index = 0; index < values.length; index++) {
    if (text.length > LONGEST_RULE) return `${text} and ${values.length - index} more`;
    text += index ? `, ${print(values[index])}` : print(values[index]);
  }
  return text;
}

function print(expected: unknown): string {
  const text = typeof expected === "object" ? JSON.stringify(expected) : String(expected);
  return text.length > LONGEST_RULE ? `${text.slice(0, LONGEST_RULE)}…` : text;
}

/** A value, short enough for a sentence. A container may be huge or cyclic: it is named instead of printed. */
function show(value: unknown): string {
  if (typeof value === "string") {
    const start = value.slice(0, LONGEST);
    return escaped.test(start) ? JSON.stringify(start) : `"${start}"`;
  }
  if (typeof value === "object" && value) return Array.isArray(value) ? "an array" : "an object";
  return String(value).slice(0, LONGEST);
}

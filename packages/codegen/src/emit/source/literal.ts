/** A JSON value as a JavaScript expression that is safe inside a module and inside an HTML script element. */
export function literal(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/[\u2028\u2029]|<\/|"__proto__"/.test(json)) return json;
  return (
    json
      .replaceAll("\u2028", "\\u2028")
      .replaceAll("\u2029", "\\u2029")
      .replaceAll("</", "<\\/")
      // `{ "__proto__": … }` would set the prototype; a computed key is an ordinary property.
      .replaceAll(/([{,])"__proto__":/g, '$1["__proto__"]:')
  );
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** `value.name`, or `value["other name"]`. */
export function member(expression: string, key: string): string {
  return IDENTIFIER.test(key) ? `${expression}.${key}` : `${expression}[${literal(key)}]`;
}

/** A key of an object literal or type. */
export function propertyKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return IDENTIFIER.test(key) ? key : literal(key);
}

/**
 * A JSON value as an object literal over several lines, the way a person would lay it out.
 * What fits on a line stays on one.
 */
export function layOut(value: unknown, indent = ""): string {
  const flat = inline(value);
  if (indent.length + flat.length <= 112 || typeof value !== "object" || value === null) return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((item) => layOut(item, inner))
    : Object.entries(value).map(([key, item]) => `${propertyKey(key)}: ${layOut(item, inner)}`);
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

/** A JSON value on one line, spaced as a formatter would. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return literal(value);
  const members = Object.entries(value).map(([key, item]) => `${propertyKey(key)}: ${inline(item)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

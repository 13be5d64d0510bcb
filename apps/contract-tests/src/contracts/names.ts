/** Names as the official library has them: `AnsweredBy` is `answeredBy`, and a list is text with commas unless told otherwise. */
export function camelCase(
  values: object,
  listed: (list: readonly unknown[]) => unknown = (list) => list.join(),
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      Array.isArray(value) ? listed(value) : value,
    ]),
  );
}

/** Names as answers have them on the wire: `answeredBy` is `answered_by`. */
export function snakeCase(answer: object): Record<string, unknown> {
  const entries = Object.entries(answer);
  return Object.fromEntries(entries.map(([name, value]) => [name.replace(/[A-Z]/g, "_$&").toLowerCase(), value]));
}

/** A record without records in it: `{ a: { b: 1 } }` is `{ "a.b": 1 }`. */
export function flatten(record: object, prefix = ""): Readonly<Record<string, unknown>> {
  const entries = Object.entries(record).flatMap(([name, value]): [string, unknown][] =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(flatten(value, `${prefix}${name}.`))
      : [[prefix + name, value]],
  );
  return Object.fromEntries(entries);
}

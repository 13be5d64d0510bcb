/** Equality as JSON Schema defines it: numbers by value, arrays in order, objects by members in any order. */
export function deepEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => deepEqual(item, b[index]));
  }
  if (Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && deepEqual(ownValue(a, key), ownValue(b, key)))
  );
}

/** `uniqueItems` in linear time: every item becomes a key that is equal exactly when the items are. */
export function allUnique(items: readonly unknown[]): boolean {
  if (items.length < 2) return true;
  const keys = new Set<string>();
  for (const item of items) keys.add(canonical(item));
  return keys.size === items.length;
}

/** A property that the object has itself: `undefined` for `__proto__`, `constructor` and the like unless they were sent. */
export function ownValue(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
}

/**
 * Whether the object itself has a property. Within `for in`, engines know that without a look, but not by
 * `Object.hasOwn`.
 */
export function isOwn(object: object, key: string): boolean {
  // biome-ignore lint/suspicious/noPrototypeBuiltins: many times as fast there
  return Object.prototype.hasOwnProperty.call(object, key);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null)
    return typeof value === "string" ? JSON.stringify(value) : String(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(ownValue(value, key))}`).join(",")}}`;
}

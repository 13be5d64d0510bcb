/** Which members of a value some subschema has already looked at, for `unevaluatedProperties` and `unevaluatedItems`. */
interface Evaluated {
  readonly properties: Set<string>;
  readonly items: Set<number>;
}

export function noneEvaluated(): Evaluated {
  return { properties: new Set(), items: new Set() };
}

/** Adds what a successful subschema evaluated to what is known so far. */
export function mergeEvaluated(into: Evaluated, from: Evaluated): void {
  for (const key of from.properties) into.properties.add(key);
  for (const index of from.items) into.items.add(index);
}

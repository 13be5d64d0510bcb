/** As many schemas as a document has to be read with in seconds, for several ways to refer to each other. */
export const MANY = 5_000;

/** Many schemas, by name. */
export function manySchemas(of: (index: number) => object, count: number = MANY): Record<string, object> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`S${index}`, of(index)]));
}

/** A reference to one of them; behind the last comes the first. */
export function refTo(index: number, count: number = MANY): object {
  return { $ref: `#/components/schemas/S${index % count}` };
}

/** A reference to any of them: they look random, and are the same ones every time. */
export function randomRefs(count: number = MANY): () => object {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return refTo(state, count);
  };
}

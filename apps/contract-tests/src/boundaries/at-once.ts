import type { RightValue } from "./right-value.ts";

/** As few objects as have every value of every property. */
export function atOnce(
  found: readonly { readonly name: string; readonly values: readonly RightValue[] }[],
): readonly object[] {
  const most = Math.max(0, ...found.map(({ values }) => values.length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(
      found.flatMap(({ name, values }) => {
        const value = values[index % Math.max(1, values.length)];
        return value === undefined ? [] : [[name, value.value]];
      }),
    ),
  );
}

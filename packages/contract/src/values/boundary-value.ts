import { show } from "./show.ts";

/** A value that is only just allowed by one keyword of a schema. */
export interface RightValue {
  readonly rule: string;
  /** Where in `value` it is. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** Values that are at a boundary as a whole. */
export function at(rule: string, ...values: readonly unknown[]): readonly RightValue[] {
  return values.map((value) => ({ rule, path: [], value }));
}

/** A value in the name of a test: `Comment maxLength "xx…"`. */
export function describe({ rule, path, value }: RightValue): string {
  const part = path.reduce<unknown>((inner, key) => Object(inner)[key], value);
  return [path.join("/"), rule, show(part)].filter((word) => word !== "").join(" ");
}

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

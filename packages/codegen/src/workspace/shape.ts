import { code, didYouMean, isJsonObject } from "@earmark/openapi";

/** What a part of a config may be. `T` is its type, by which the compiler holds shapes to types. */
export interface Shape<T> {
  /** What it is called where something else is found: `a list of paths`. */
  readonly expected: string;
  /** Whether a value is of this kind, right or wrong within. */
  isKindOf(value: unknown): boolean;
  /** Everything that is wrong within a value of this kind. */
  mistakesIn(value: unknown, at: Path): readonly Mistake[];
  /** Never there: a type that nothing mentions would make no difference to the compiler. */
  readonly type?: T;
}

/** Keys and indices that lead to a part of a config. */
export type Path = readonly (string | number)[];

/** Something that is wrong in a config: one sentence, without the place. */
export interface Mistake {
  readonly at: Path;
  readonly message: string;
}

/** Everything that is wrong in a value. */
export function mistakesIn(value: unknown, shape: Shape<unknown>, at: Path = []): readonly Mistake[] {
  if (shape.isKindOf(value)) return shape.mistakesIn(value, at);
  return [{ at, message: `expected ${shape.expected}, received ${shown(value)}` }];
}

/** A string that holds something, and what else it has to be. */
export function text(expected: string, isRight: (value: string) => boolean = () => true): Shape<string> {
  return {
    expected,
    isKindOf: (value) => typeof value === "string" && value.trim() !== "" && isRight(value),
    mistakesIn: () => [],
  };
}

/** `true` or `false`. */
export function flag(): Shape<boolean> {
  return { expected: "true or false", isKindOf: (value) => typeof value === "boolean", mistakesIn: () => [] };
}

/** A value of code, which no JSON has. */
export function opaque<T>(expected: string, isRight: (value: unknown) => boolean): Shape<T> {
  return { expected, isKindOf: isRight, mistakesIn: () => [] };
}

/** One of a few strings. */
export function choice<T extends string>(...values: readonly T[]): Shape<T> {
  const expected = values.map((value) => JSON.stringify(value)).join(", ");
  return {
    expected,
    isKindOf: (value) => typeof value === "string",
    mistakesIn: (value, at) => {
      if (values.some((known) => known === value)) return [];
      const quoted = values.map((known) => JSON.stringify(known));
      return [{ at, message: `expected ${expected}, received ${shown(value)}${didYouMean(shown(value), quoted)}` }];
    },
  };
}

/** @param expected What the list is called. */
export function list<T>(item: Shape<T>, expected: string): Shape<readonly T[]> {
  return {
    expected,
    isKindOf: Array.isArray,
    mistakesIn: (value, at) =>
      // An array, or it is of another kind.
      (value as readonly unknown[]).flatMap((each, index) => mistakesIn(each, item, [...at, index])),
  };
}

/**
 * An object whose keys are names.
 *
 * @param expected What it is called.
 * @param mistakeIn What is wrong with a name; nothing is where it is undefined.
 */
export function byName<T>(
  member: Shape<T>,
  expected: string,
  mistakeIn: (name: string) => string | undefined = () => undefined,
): Shape<Readonly<Record<string, T>>> {
  return {
    expected,
    isKindOf: isJsonObject,
    mistakesIn: (value, at) =>
      Object.entries(value as object).flatMap(([name, each]: [string, unknown]) => {
        const message = mistakeIn(name);
        return message === undefined ? mistakesIn(each, member, [...at, name]) : [{ at: [...at, name], message }];
      }),
  };
}

/** The keys of an object, each with its shape. */
export type Keys<T> = { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> };

/**
 * An object that has these keys and no others.
 *
 * @param required Those that it cannot do without.
 */
export function object<T extends object>(
  keys: Keys<T>,
  expected: string,
  required: readonly (keyof T & string)[] = [],
): Shape<T> {
  const names = Object.keys(keys);
  const shapeOf = (name: string): Shape<unknown> | undefined =>
    names.includes(name) ? (keys as Readonly<Record<string, Shape<unknown>>>)[name] : undefined; // by names of its own
  return {
    expected,
    isKindOf: isJsonObject,
    mistakesIn: (value, at) => {
      const members: readonly [string, unknown][] = Object.entries(value as object);
      const missing = required.filter((name) => !Object.hasOwn(value as object, name));
      return [
        ...missing.map((name) => ({ at, message: `expected ${code(name)} beside the rest, received nothing` })),
        ...members.flatMap(([name, member]) => {
          const shape = shapeOf(name);
          // Left out, as an object that is put together may say it.
          if (shape !== undefined && member === undefined && !required.some((key) => key === name)) return [];
          if (shape !== undefined) return mistakesIn(member, shape, [...at, name]);
          const known = names.map((key) => code(key)).join(", ");
          return [{ at: [...at, name], message: `unknown key; known are ${known}${didYouMean(name, names)}` }];
        }),
      ];
    },
  };
}

/** What one of two shapes is of. */
export function either<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return {
    expected: `${one.expected} or ${other.expected}`,
    isKindOf: (value) => one.isKindOf(value) || other.isKindOf(value),
    mistakesIn: (value, at) => (one.isKindOf(value) ? one : other).mistakesIn(value, at),
  };
}

/** A value as it is quoted in a message. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "function") return "a function";
  if (value instanceof Promise) return "a promise";
  const written = writtenAs(value);
  return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}

function writtenAs(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // A cycle, an integer of any size, or what throws when it is read.
    return typeof value === "bigint" ? `${value}n` : Array.isArray(value) ? "a list" : "an object";
  }
}

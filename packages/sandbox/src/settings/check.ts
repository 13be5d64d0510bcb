import type { Path } from "@earmark/validation";

/** What is wrong with a setting: where, and a predicate without its subject. */
export interface Problem {
  readonly path: Path;
  /** `must be …, received …` */
  readonly message: string;
}

/** Returns what is wrong with a value. A value without problems has the type that the check is made for. */
export type Check = (value: unknown, path: Path) => readonly Problem[];

/** A check of one condition. */
export function must(expected: string, holds: (value: unknown) => boolean): Check {
  return (value, path) => (holds(value) ? [] : [{ path, message: `must be ${expected}${received(value)}` }]);
}

/** A string that matches a pattern. */
export function matching(pattern: RegExp, expected: string): Check {
  return must(expected, (value) => typeof value === "string" && pattern.test(value));
}

/** One of a few values. */
export function oneOf(...values: readonly (string | boolean)[]): Check {
  const expected = `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`;
  return must(values.length === 1 ? JSON.stringify(values[0]) : expected, (value) =>
    values.some((one) => one === value),
  );
}

/** A whole number within limits, both included. */
export function integer(least: number, most: number): Check {
  return must(
    `an integer from ${least} to ${most}`,
    (value) => typeof value === "number" && Number.isInteger(value) && value >= least && value <= most,
  );
}

/** An array whose items all pass. */
export function list(item: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((each, index) => item(each, [...path, index]))
      : must("an array", () => false)(value, path);
}

/** An object that is used as a map. */
export function map(key: Check, value: Check): Check {
  return (given, path) =>
    isObject(given)
      ? Object.entries(given).flatMap(([name, each]) => [
          ...key(name, [...path, name]).map((problem) => ({
            ...problem,
            message: `is a name that ${problem.message}`,
          })),
          ...value(each, [...path, name]),
        ])
      : must("an object", () => false)(given, path);
}

export interface RecordRules {
  /** Names of the fields that must be there. */
  readonly required?: readonly string[];
  /** Whether other fields are allowed, with any value. */
  readonly open?: boolean;
}

/** An object with certain fields. A field that is `undefined` counts as absent. */
export function record(
  fields: Readonly<Record<string, Check>>,
  { required = [], open = false }: RecordRules = {},
): Check {
  return (value, path) => {
    if (!isObject(value)) return must("an object", () => false)(value, path);
    const given = Object.entries(value).filter(([, each]) => each !== undefined);
    return [
      ...required.filter((name) => value[name] === undefined).map((name) => ({ path, message: `must have ${name}` })),
      ...given.flatMap(([name, each]) => {
        const place = [...path, name];
        if (Object.hasOwn(fields, name)) return fields[name]?.(each, place) ?? [];
        return open ? [] : [{ path: place, message: `is not known, known are ${Object.keys(fields).join(", ")}` }];
      }),
    ];
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function received(value: unknown): string {
  if (typeof value === "object" && value !== null)
    return `, received ${Array.isArray(value) ? "an array" : "an object"}`;
  const shown = typeof value === "string" ? JSON.stringify(value) : String(value);
  return `, received ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}`;
}

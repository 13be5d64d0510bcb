import type { Json, Schema } from "@earmark/openapi";
import { type KeywordValue, ValueMaker } from "@earmark/openapi/values";
import { arbitrary } from "@earmark/openapi/values/fast-check";
import type { JsonSchema } from "@earmark/validation";
import type { Arbitrary } from "fast-check";
import { accepts } from "./accepts.ts";
import type { Resolve } from "./references.ts";

/** Every value that a schema allows, by chance, with those at its limits more often than chance would have it. */
export function valid(schema: JsonSchema, resolve: Resolve): Arbitrary<unknown> {
  const isRight = accepts(schema, resolve);
  return arbitrary(makerOf(resolve).right(plain(schema))).filter((value) => isRight(value) && !hasLeapSecond(value));
}

/** Prism knows no leap seconds, but that at midnight in UTC. */
function hasLeapSecond(value: unknown): boolean {
  return /\d:60/.test(JSON.stringify(value));
}

/** Values that are only just allowed, for each limit that a schema has; each has the rest from the example. */
export function rightValues(schema: JsonSchema, resolve: Resolve, example?: unknown): readonly KeywordValue[] {
  return makerOf(resolve)
    .rightValues(plain(schema), json(example))
    .filter(({ value }) => !hasLeapSecond(value));
}

/** Values that break one constraint each; each has the rest from the example. */
export function wrongValues(schema: JsonSchema, resolve: Resolve, example?: unknown): readonly KeywordValue[] {
  return makerOf(resolve).wrongValues(plain(schema), json(example));
}

function makerOf(resolve: Resolve): ValueMaker {
  return new ValueMaker(
    (reference) => plain(resolve(reference)),
    (schema) => accepts(typeof schema === "boolean" ? { not: schema ? false : {} } : schema, resolve),
  );
}

// All that is in a schema or an example is JSON, which their types do not say.
const plain = (schema: JsonSchema): Exclude<Schema, boolean> => schema as Exclude<Schema, boolean>;
const json = (example: unknown): Json | undefined => example as Json | undefined;

interface PartValue {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** As few values as have every part that these have: several parts of an object are at their limits at once. */
export function atOnce(values: readonly PartValue[]): readonly unknown[] {
  const whole = values.filter(({ path }) => path.length === 0).map(({ value }) => value);
  const inside = values.filter(({ path }) => path.length > 0);
  const parts = [...Map.groupBy(inside, ({ path }) => path[0] ?? "")].map(([key, group]) => ({
    key,
    values: atOnce(group.map(({ path, value }) => ({ path: path.slice(1), value: Object(value)[key] }))),
  }));
  const around = whole.findLast((value) => typeof value === "object" && value !== null) ?? inside[0]?.value;
  const most = Math.max(0, ...parts.map((part) => part.values.length));
  const combined = Array.from({ length: most }, (_, index) => {
    const entries = parts.map((part) => [part.key, part.values[index % part.values.length]] as const);
    return Object.assign(Array.isArray(around) ? [...around] : { ...Object(around) }, Object.fromEntries(entries));
  });
  return [...whole, ...combined];
}

/** A right value in the name of a test: `Comment maxLength "xx…"`. */
export function describe({ keyword, path, value }: PartValue & Pick<KeywordValue, "keyword">): string {
  const part = path.reduce<unknown>((inner, key) => Object(inner)[key], value);
  return [path.join("/"), keyword, show(part)].filter((word) => word !== "").join(" ");
}

/** A value in the name of a test. */
export function show(value: unknown): string {
  const string = JSON.stringify(value) ?? "nothing";
  return string.length > 60 ? `${string.slice(0, 59)}…` : string;
}

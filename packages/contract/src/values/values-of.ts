import type { Json, Schema } from "@earmark/openapi";
import { type KeywordValue, ValueMaker } from "@earmark/openapi/values";
import { arbitrary } from "@earmark/openapi/values/fast-check";
import type { JsonSchema } from "@earmark/validation";
import type { Arbitrary } from "fast-check";
import { accepts } from "./accepts.ts";
import type { Resolve } from "./references.ts";

/** Every value that a schema allows, by chance, with those at its limits more often than chance would have it. */
export function valid(schema: JsonSchema, resolve: Resolve): Arbitrary<unknown> {
  return arbitrary(makerOf(resolve, acceptsAtPrism).right(plain(schema))).filter(acceptsAtPrism(schema, resolve));
}

/** Values that are only just allowed, for each limit that a schema has; each has the rest from the example. */
export function rightValues(schema: JsonSchema, resolve: Resolve, example?: unknown): readonly KeywordValue[] {
  return makerOf(resolve, acceptsAtPrism).rightValues(plain(schema), json(example));
}

/** Values that break one constraint each; each has the rest from the example. */
export function wrongValues(schema: JsonSchema, resolve: Resolve, example?: unknown): readonly KeywordValue[] {
  return makerOf(resolve, accepts).wrongValues(plain(schema), json(example));
}

function makerOf(resolve: Resolve, judge: typeof accepts): ValueMaker {
  return new ValueMaker(
    (reference) => plain(resolve(reference)),
    (schema) => judge(typeof schema === "boolean" ? { not: schema ? false : {} } : schema, resolve),
  );
}

/** Whether a value matches, and has no leap second, of which Prism knows only that at midnight in UTC. */
function acceptsAtPrism(schema: JsonSchema, resolve: Resolve): (value: unknown) => boolean {
  const isRight = accepts(schema, resolve);
  return (value) => isRight(value) && !/\d:60/.test(JSON.stringify(value));
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

import { Arbitrary, type Random, Stream, Value } from "fast-check";
import type { Json } from "../json/json.ts";
import { Dice } from "./dice.ts";

/** Values that a function makes by chance, for properties of fast-check. A failure is made simpler in steps of JSON. */
export function arbitrary(make: (dice: Dice) => Json): Arbitrary<Json> {
  return new MadeValues(make);
}

class MadeValues extends Arbitrary<Json> {
  readonly #make: (dice: Dice) => Json;

  constructor(make: (dice: Dice) => Json) {
    super();
    this.#make = make;
  }

  override generate(random: Random): Value<Json> {
    return new Value(this.#make(new Dice(random)), undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is Json {
    return true;
  }

  override shrink(value: Json): Stream<Value<Json>> {
    return new Stream(simpler(value)).map((each) => new Value(each, undefined));
  }
}

/** The values that are one step simpler, large steps first: without a half, without each part, and with a simpler part. */
function* simpler(value: Json): IterableIterator<Json> {
  if (typeof value === "number" && value !== 0) yield* Number.isInteger(value) ? [0] : [0, Math.trunc(value)];
  if (typeof value === "string") for (const fewer of shorter(Array.from(value))) yield fewer.join("");
  if (typeof value !== "object" || value === null) return;
  const entries = Object.entries(value);
  const rebuilt = (kept: typeof entries): Json =>
    Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept);
  for (const fewer of shorter(entries)) yield rebuilt(fewer);
  for (const [index, [key, member]] of entries.entries())
    for (const each of simpler(member)) yield rebuilt(entries.with(index, [key, each]));
}

function* shorter<T>(list: readonly T[]): IterableIterator<T[]> {
  const half = Math.floor(list.length / 2);
  if (half > 1) yield* [list.slice(0, half), list.slice(half)];
  for (const index of list.keys()) yield list.toSpliced(index, 1);
}

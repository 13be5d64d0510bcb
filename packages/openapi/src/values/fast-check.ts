import { Arbitrary, type Random, Stream, Value } from "fast-check";
import { isJsonObject, type Json } from "../json/json.ts";
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

/** The values that are one step simpler, large steps first. */
function* simpler(value: Json): IterableIterator<Json> {
  if (Array.isArray(value)) {
    for (const entries of simplerEntries(value.entries())) yield entries.map(([, item]) => item);
  } else if (isJsonObject(value)) {
    for (const entries of simplerEntries(Object.entries(value))) yield Object.fromEntries(entries);
  } else if (typeof value === "string") {
    for (const fewer of shorter(Array.from(value))) yield fewer.join("");
  } else if (typeof value === "number" && value !== 0) {
    yield 0;
    if (!Number.isInteger(value)) yield Math.trunc(value);
  }
}

function* simplerEntries<K>(members: Iterable<readonly [K, Json]>): IterableIterator<(readonly [K, Json])[]> {
  const entries = [...members];
  yield* shorter(entries);
  for (const [index, [key, member]] of entries.entries())
    for (const each of simpler(member)) yield entries.with(index, [key, each]);
}

/** A list without one half, without the other, and without each single item. */
function* shorter<T>(list: readonly T[]): IterableIterator<T[]> {
  const half = Math.floor(list.length / 2);
  if (half > 1) {
    yield list.slice(0, half);
    yield list.slice(half);
  }
  for (const index of list.keys()) yield list.toSpliced(index, 1);
}

import { isJsonObject, type Json } from "@earmark/openapi";
import { Arbitrary, type Random, Stream, Value } from "fast-check";
import { Dice } from "./dice.ts";
import type { Grower } from "./grower.ts";

/** From mistakes nearly everywhere to one in a large value. */
const RATES: readonly number[] = [2, 6, 20];

/** Values of a schema, as far as they can be grown, and as many with mistakes. */
export class NearSchema extends Arbitrary<Json> {
  readonly #schema: Json;
  readonly #grower: Grower;

  constructor(schema: Json, grower: Grower) {
    super();
    this.#schema = schema;
    this.#grower = grower;
  }

  override generate(random: Random): Value<Json> {
    const dice = new Dice(random);
    const mistakes = dice.oneIn(2) ? undefined : dice.pick(RATES);
    return new Value(this.#grower.grow(this.#schema, dice, mistakes), undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is Json {
    return true;
  }

  override shrink(value: Json): Stream<Value<Json>> {
    return new Stream(smaller(value)).map((each) => new Value(each, undefined));
  }
}

/** The values that are one step simpler, large steps first. */
function* smaller(value: Json): IterableIterator<Json> {
  if (Array.isArray(value)) {
    for (const entries of smallerEntries(value.entries())) yield entries.map(([, item]) => item);
  } else if (isJsonObject(value)) {
    for (const entries of smallerEntries(Object.entries(value))) yield Object.fromEntries(entries);
  } else if (typeof value === "string") {
    for (const fewer of shorter(value.split(""))) yield fewer.join("");
  } else if (typeof value === "number" && value !== 0) {
    yield 0;
    if (!Number.isInteger(value)) yield Math.trunc(value);
  }
}

function* smallerEntries<K>(members: Iterable<readonly [K, Json]>): IterableIterator<(readonly [K, Json])[]> {
  const entries = [...members];
  yield* shorter(entries);
  for (const [index, [key, member]] of entries.entries())
    for (const each of smaller(member)) yield entries.with(index, [key, each]);
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

import type { JsonObject } from "../json/json.ts";
import type { Dice } from "./dice.ts";

const INTEGERS: readonly number[] = [0, -1, 1, 2, 10, 2 ** 53, -(2 ** 53)];
const NUMBERS: readonly number[] = [...INTEGERS, 0.5, -2.25, 99.99, 1e21, 5e-324, 4.35, 1.1];
const OF_FORMAT: Readonly<Record<string, readonly number[]>> = {
  int32: [2 ** 31 - 1, -(2 ** 31), 7],
  int64: [2 ** 63 - 1024, -(2 ** 63), 2 ** 53],
};

/** A number that keeps to what several schemas say about one, often at a limit. */
export function numberSatisfying(parts: readonly JsonObject[], type: "integer" | "number", dice: Dice): number {
  const of = (keyword: string): number[] =>
    parts.map((part) => part[keyword]).filter((value) => typeof value === "number");
  const step = stepOf(parts, type);
  const least = Math.max(...of("minimum"), ...of("exclusiveMinimum").map((limit) => limit + step));
  const most = Math.min(...of("maximum"), ...of("exclusiveMaximum").map((limit) => limit - step));
  const special = parts.flatMap(({ format }) => OF_FORMAT[String(format)] ?? []);
  const ordinary = type === "integer" ? INTEGERS : NUMBERS;
  const isBetween = Number.isFinite(least) && Number.isFinite(most) && most - least < 2 ** 47;
  const candidates = [
    least,
    most,
    ...special,
    ...ordinary,
    Number.isFinite(least) ? least + dice.below(9) * step : dice.below(99),
    ...(isBetween ? [least + dice.between(0, Math.floor((most - least) / step)) * step] : []),
  ];
  const within = candidates.filter((value) => Number.isFinite(value) && value >= least && value <= most);
  const value = dice.pick(within.length > 0 ? within : ordinary);
  return onGrid(value, step, type === "integer" || of("multipleOf").length > 0);
}

/** How far numbers that keep to some schemas lie apart. */
function stepOf(parts: readonly JsonObject[], type: string): number {
  const found = parts.map(({ multipleOf }) => multipleOf).find((value) => typeof value === "number" && value > 0);
  return typeof found === "number" ? found : type === "integer" ? 1 : 0.25;
}

/** The multiple of `step` nearest to a value, without what binary fractions add. */
function onGrid(value: number, step: number, needed: boolean): number {
  const near = Number((Math.round(value / step) * step).toPrecision(12));
  return needed && Number.isFinite(near) && !Number.isInteger(value / step) ? near : value;
}

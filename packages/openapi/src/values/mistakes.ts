import { isJsonObject, type Json } from "../json/json.ts";
import type { Dice } from "./dice.ts";
import { CHARACTERS, FORMATS } from "./strings.ts";

/** Values at a limit: of a type, of a number format, of what counts as equal. */
export const ODDMENTS: readonly Json[] = [
  ...[null, true, false, 0, -1, 1, 2, 1.5, 1e21, 2 ** 31, 2 ** 53, 2 ** 63, 0.1 + 0.2],
  ...["", "a", "1", "😀", "a".repeat(101)],
  ...[[], [1], [1, 1], [null], {}, { a: 1 }, JSON.parse('{ "__proto__": 1 }')],
];

/** Names that a schema may describe, that objects inherit, or that order differently as numbers. */
export const KEYS: readonly string[] = [
  ..."a b c ab x-1 10 9 constructor toString __proto__ hasOwnProperty length".split(" "),
  "",
];

const OF_FORMATS: readonly string[] = Object.values(FORMATS).flat();

/** A value changed in one place, somewhere inside. */
export function withMistake(value: Json, dice: Dice): Json {
  if (dice.oneIn(4)) return dice.pick(ODDMENTS);
  if (Array.isArray(value)) return changedList(value, dice);
  if (isJsonObject(value)) return changedObject(value, dice);
  if (typeof value === "string") return changedString(value, dice);
  if (typeof value === "number") return changedNumber(value, dice);
  return dice.pick(ODDMENTS);
}

function changedList(value: readonly Json[], dice: Dice): Json[] {
  const list = [...value];
  const at = dice.below(list.length + 1);
  const found = list[at];
  if (found === undefined) list.push(list.length === 0 ? dice.pick(ODDMENTS) : dice.pick(list));
  else if (dice.oneIn(4)) list.splice(at, 1);
  else list[at] = withMistake(found, dice);
  return list;
}

function changedObject(value: Readonly<Record<string, Json>>, dice: Dice): Json {
  const entries = Object.entries(value);
  const at = dice.below(entries.length + 1);
  const found = entries[at];
  if (found === undefined) entries.push([dice.pick(KEYS), dice.pick(ODDMENTS)]);
  else if (dice.oneIn(4)) entries.splice(at, 1);
  else if (dice.oneIn(6)) entries[at] = [changedString(found[0], dice), found[1]];
  else entries[at] = [found[0], withMistake(found[1], dice)];
  return Object.fromEntries(entries);
}

function changedString(value: string, dice: Dice): string {
  if (dice.oneIn(8)) return dice.pick(OF_FORMATS);
  const at = dice.below(value.length + 1);
  const kept = dice.oneIn(2) ? at : at + 1;
  return value.slice(0, at) + (dice.oneIn(3) ? "" : dice.pick(CHARACTERS)) + value.slice(kept);
}

function changedNumber(value: number, dice: Dice): number {
  const near = [value + 1, value - 1, value + 0.5, -value, value * 10, value / 10, value + 0.001, value * 2 ** 32];
  const picked = dice.pick([...near, 1 / 3]);
  return Number.isFinite(picked) ? picked : 0;
}

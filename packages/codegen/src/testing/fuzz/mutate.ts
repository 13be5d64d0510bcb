import { isJsonObject, type Json } from "@earmark/openapi";
import type { Dice } from "./dice.ts";
import { KEYS, ODDMENTS } from "./oddments.ts";
import { CHARACTERS, FORMAT_TEXTS } from "./texts.ts";

const ALL_FORMAT_TEXTS: readonly string[] = Object.values(FORMAT_TEXTS).flat();

/** A value changed in one place, somewhere inside. */
export function mutate(value: Json, dice: Dice): Json {
  if (dice.oneIn(8)) return dice.pick(ODDMENTS);
  if (Array.isArray(value)) return mutateList(value, dice);
  if (isJsonObject(value)) return mutateObject(value, dice);
  if (typeof value === "string") return mutateText(value, dice);
  if (typeof value === "number") return mutateNumber(value, dice);
  return dice.pick(ODDMENTS);
}

function mutateList(value: readonly Json[], dice: Dice): Json[] {
  const list = [...value];
  const at = dice.below(list.length + 1);
  const found = list[at];
  if (found === undefined) list.push(list.length === 0 ? dice.pick(ODDMENTS) : dice.pick(list));
  else if (dice.oneIn(4)) list.splice(at, 1);
  else list[at] = mutate(found, dice);
  return list;
}

function mutateObject(value: Readonly<Record<string, Json>>, dice: Dice): Json {
  const entries = Object.entries(value);
  const at = dice.below(entries.length + 1);
  const found = entries[at];
  if (found === undefined) entries.push([dice.pick(KEYS), dice.pick(ODDMENTS)]);
  else if (dice.oneIn(4)) entries.splice(at, 1);
  else if (dice.oneIn(6)) entries[at] = [mutateText(found[0], dice), found[1]];
  else entries[at] = [found[0], mutate(found[1], dice)];
  return Object.fromEntries(entries);
}

function mutateText(value: string, dice: Dice): string {
  if (dice.oneIn(8)) return dice.pick(ALL_FORMAT_TEXTS);
  const at = dice.below(value.length + 1);
  const kept = dice.oneIn(2) ? at : at + 1;
  return value.slice(0, at) + (dice.oneIn(3) ? "" : dice.pick(CHARACTERS)) + value.slice(kept);
}

function mutateNumber(value: number, dice: Dice): number {
  const changed = [
    value + 1,
    value - 1,
    value + 0.5,
    -value,
    value * 10,
    value / 10,
    value + 0.001,
    value * 2 ** 32,
    1 / 3,
  ];
  const picked = dice.pick(changed);
  return Number.isFinite(picked) ? picked : 0;
}
